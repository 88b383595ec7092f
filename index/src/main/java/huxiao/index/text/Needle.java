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
public record Needle(List<Token> words, List<Token> characters) {
    public Needle {
        words = List.copyOf(words);
        characters = List.copyOf(characters);
    }

    /** Cuts a word or phrase of a query. */
    public static Needle of(Segmenter segmenter, String text) {
        return new Needle(Tokens.words(segmenter, text), Tokens.characters(text));
    }

    /** Where it stands in a text, as first and one past the last UTF-16 unit; ordered by cut, then by place. */
    public List<Range> findIn(CutText text) {
        List<Range> found = new ArrayList<>();
        occurrences(words, text.words(), found);
        occurrences(characters, text.characters(), found);
        return found;
    }

    /**
     * A stretch of a text.
     *
     * @param start first UTF-16 unit
     * @param end one past the last unit
     */
    public record Range(int start, int end) {}

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
