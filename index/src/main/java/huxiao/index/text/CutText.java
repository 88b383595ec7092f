package huxiao.index.text;

import huxiao.model.Segmenter;
import java.util.List;
import java.util.function.UnaryOperator;

/** A text with both its cuts. Immutable, thread safe. */
public final class CutText {
    private final List<Token> words;
    private final List<Token> characters;

    /** Made when a needle is first sought; whichever of several threads is last, the rows are the same. */
    private Sequence wordRow;

    private Sequence characterRow;

    private CutText(List<Token> words, List<Token> characters) {
        this.words = List.copyOf(words);
        this.characters = List.copyOf(characters);
    }

    /** Cuts a text. */
    public static CutText of(Segmenter segmenter, String text) {
        return new CutText(Tokens.words(segmenter, text), Tokens.characters(text));
    }

    /** The same, its tokens pointing elsewhere. */
    CutText moved(UnaryOperator<Token> place) {
        return new CutText(
                words.stream().map(place).toList(),
                characters.stream().map(place).toList());
    }

    /** Whether whatever is found in one is found in the other. */
    boolean saysTheSameAs(CutText other) {
        return say(words, other.words) && say(characters, other.characters);
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
        return words;
    }

    /** The single characters. */
    public List<Token> characters() {
        return characters;
    }

    Sequence wordRow() {
        Sequence row = wordRow;
        if (row == null) {
            row = Sequence.of(words);
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
