package huxiao.index.text;

import huxiao.model.Segmenter;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A text with both its cuts. Immutable, thread safe: what is made when first asked for is the same whoever of several threads is last. */
public final class CutText {
    private final Supplier<List<Token>> cutter;
    private final List<Token> characters;
    private final BooleanSupplier test;
    private Boolean keepsLetters;
    private List<Token> words;
    private Sequence wordRow;
    private Sequence characterRow;

    private CutText(Supplier<List<Token>> cutter, List<Token> characters, BooleanSupplier test) {
        this.cutter = cutter;
        this.characters = List.copyOf(characters);
        this.test = test;
    }

    /** Cuts a text into characters at once, into words when these are asked for. */
    public static CutText of(Segmenter segmenter, String text) {
        return new CutText(
                () -> Tokens.words(segmenter, text),
                Tokens.characters(text),
                () -> text.codePoints().noneMatch(Characters::isPicture) && segmenter.keepsLetters(text));
    }

    /** The same, its tokens pointing elsewhere. */
    CutText moved(UnaryOperator<Token> place) {
        return new CutText(
                () -> words().stream().map(place).toList(),
                characters.stream().map(place).toList(),
                () -> false);
    }

    /** Whether whatever is found in one is found in the other. */
    boolean saysTheSameAs(CutText other) {
        return say(words(), other.words()) && say(characters, other.characters);
    }

    private static boolean say(List<Token> tokens, List<Token> others) {
        if (tokens.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.text().equals(others.get(i).text())
                    || token.position() != others.get(i).position()) {
                return false;
            }
        }
        return true;
    }

    /** The segmenter's words. */
    public List<Token> words() {
        List<Token> cut = words;
        if (cut == null) {
            cut = List.copyOf(cutter.get());
            words = cut;
        }
        return cut;
    }

    /** The single characters. */
    public List<Token> characters() {
        return characters;
    }

    /**
     * Whether the words of any needle that {@linkplain Needle#isOfSingles() is of singles} stand here nowhere but where its characters
     * do: each letter is written as it is in its word, and nothing that words leave out but characters do not, such as an emoji, can
     * lie between two words.
     */
    public boolean keepsLetters() {
        Boolean keeps = keepsLetters;
        if (keeps == null) {
            keeps = test.getAsBoolean();
            keepsLetters = keeps;
        }
        return keeps;
    }

    Sequence wordRow() {
        Sequence row = wordRow;
        if (row == null) {
            row = Sequence.of(words());
            wordRow = row;
        }
        return row;
    }

    Sequence characterRow() {
        Sequence row = characterRow;
        if (row == null) {
            row = Sequence.of(characters);
            characterRow = row;
        }
        return row;
    }
}
