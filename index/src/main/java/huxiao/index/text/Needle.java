package huxiao.index.text;

import huxiao.model.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is looked for in a text: a word or a phrase, cut as texts are cut. Immutable, thread safe. */
public final class Needle implements Sought {
    private final List<Token> words;
    private final List<Token> characters;
    private final SequenceSearch wordSearch;
    private final SequenceSearch characterSearch;

    private final boolean isOfSingles;

    private Needle(List<Token> words, List<Token> characters) {
        this.words = List.copyOf(words);
        this.characters = List.copyOf(characters);
        this.wordSearch = SequenceSearch.of(words);
        this.characterSearch = SequenceSearch.of(characters);
        this.isOfSingles = isOfSingles(this.words, this.characters);
    }

    private static boolean isOfSingles(List<Token> words, List<Token> characters) {
        return characters.stream().allMatch(token -> isSingleLetter(token.text()))
                && joined(words).equals(joined(characters))
                && isOneRow(words)
                && isOneRow(characters);
    }

    private static boolean isSingleLetter(String text) {
        int codePoint = text.codePointAt(0);
        return Characters.isSingle(codePoint) && !Characters.isPicture(codePoint);
    }

    private static String joined(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining());
    }

    /** Whether there is no gap between any two. */
    private static boolean isOneRow(List<Token> tokens) {
        return tokens.isEmpty() || tokens.get(tokens.size() - 1).position() == tokens.size() - 1;
    }

    /** Cuts a word or phrase of a query. */
    public static Needle of(Segmenter segmenter, String text) {
        return new Needle(Tokens.words(segmenter, text), Tokens.characters(text));
    }

    /** Its words, empty when the segmenter finds none. */
    public List<Token> words() {
        return words;
    }

    /** Its characters, empty when it holds signs alone. */
    public List<Token> characters() {
        return characters;
    }

    /** Whether its words are its characters put together, each of which is a piece of its own in every text: Chinese as it is usual. */
    public boolean isOfSingles() {
        return isOfSingles;
    }

    /** Where it stands in a text; ordered by cut, then by place. */
    @Override
    public List<Range> findIn(CutText text) {
        List<Range> found = new ArrayList<>();
        if (!isAmongCharacters(text)) {
            occurrences(wordSearch, text.wordRow(), found);
        }
        occurrences(characterSearch, text.characterRow(), found);
        return found;
    }

    @Override
    public boolean isIn(CutText text) {
        return characterSearch.isIn(text.characterRow())
                || (!isAmongCharacters(text) && wordSearch.isIn(text.wordRow()));
    }

    /** Whether its words can be nowhere in a text but where its characters are, so that the text need not be cut into words. */
    private boolean isAmongCharacters(CutText text) {
        return isOfSingles && text.keepsLetters();
    }

    /**
     * Whether a text holds both this and another, in either order and without overlapping, with at most so many pieces of one and
     * the same cut between them; a gap counts as a piece.
     */
    public boolean isNear(Needle other, int distance, CutText text) {
        return near(wordSearch, other.wordSearch, distance, text.wordRow())
                || near(characterSearch, other.characterSearch, distance, text.characterRow());
    }

    private static boolean near(SequenceSearch one, SequenceSearch other, int distance, Sequence row) {
        List<int[]> ones = one.occurrencesIn(row);
        List<int[]> others = ones.isEmpty() ? List.of() : other.occurrencesIn(row);
        return follows(ones, others, distance) || follows(others, ones, distance);
    }

    /** Whether some later one begins soon enough after the end of an earlier one; for each of these only the next can. */
    private static boolean follows(List<int[]> earlier, List<int[]> later, int distance) {
        int next = 0;
        for (int[] place : earlier) {
            while (next < later.size() && later.get(next)[0] <= place[1]) {
                next++;
            }
            if (next < later.size() && later.get(next)[0] - place[1] - 1 <= distance) {
                return true;
            }
        }
        return false;
    }

    private static void occurrences(SequenceSearch search, Sequence row, List<Range> found) {
        for (int[] place : search.occurrencesIn(row)) {
            found.add(new Range(row.token(place[0]).start(), row.token(place[1]).end()));
        }
    }
}
