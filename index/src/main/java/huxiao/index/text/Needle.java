package huxiao.index.text;

import huxiao.model.Segmenter;
import java.util.ArrayList;
import java.util.List;

/** What is looked for in a text: a word or a phrase, cut as texts are cut. Immutable, thread safe. */
public final class Needle implements Sought {
    private final List<Token> words;
    private final List<Token> characters;
    private final SequenceSearch wordSearch;
    private final SequenceSearch characterSearch;

    private Needle(List<Token> words, List<Token> characters) {
        this.words = List.copyOf(words);
        this.characters = List.copyOf(characters);
        this.wordSearch = SequenceSearch.of(words);
        this.characterSearch = SequenceSearch.of(characters);
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

    /** Where it stands in a text; ordered by cut, then by place. */
    @Override
    public List<Range> findIn(CutText text) {
        List<Range> found = new ArrayList<>();
        occurrences(wordSearch, text.wordRow(), found);
        occurrences(characterSearch, text.characterRow(), found);
        return found;
    }

    @Override
    public boolean isIn(CutText text) {
        return characterSearch.isIn(text.characterRow()) || wordSearch.isIn(text.wordRow());
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
