package huxiao.index.text;

import huxiao.model.Segmenter;
import java.util.ArrayList;
import java.util.List;

/**
 * What is looked for in a text: a word or a phrase, cut as texts are cut.
 *
 * @param words its words, empty when the segmenter finds none
 * @param characters its characters, empty when it holds signs alone
 */
public record Needle(List<Token> words, List<Token> characters) implements Sought {
    public Needle {
        words = List.copyOf(words);
        characters = List.copyOf(characters);
    }

    /** Cuts a word or phrase of a query. */
    public static Needle of(Segmenter segmenter, String text) {
        return new Needle(Tokens.words(segmenter, text), Tokens.characters(text));
    }

    /** Where it stands in a text; ordered by cut, then by place. */
    @Override
    public List<Range> findIn(CutText text) {
        List<Range> found = new ArrayList<>();
        occurrences(words, text.words(), found);
        occurrences(characters, text.characters(), found);
        return found;
    }

    /**
     * Whether a text holds both this and another, in either order and without overlapping, with at most so many pieces of one and
     * the same cut between them; a gap counts as a piece.
     */
    public boolean isNear(Needle other, int distance, CutText text) {
        return near(words, other.words, distance, text.words())
                || near(characters, other.characters, distance, text.characters());
    }

    private static boolean near(List<Token> one, List<Token> other, int distance, List<Token> text) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        Sequence row = Sequence.of(text);
        List<int[]> ones = Sequence.of(one).occurrencesIn(row);
        List<int[]> others = Sequence.of(other).occurrencesIn(row);
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

    private static void occurrences(List<Token> needle, List<Token> text, List<Range> found) {
        if (needle.isEmpty()) {
            return;
        }
        Sequence row = Sequence.of(text);
        for (int[] place : Sequence.of(needle).occurrencesIn(row)) {
            found.add(new Range(row.token(place[0]).start(), row.token(place[1]).end()));
        }
    }
}
