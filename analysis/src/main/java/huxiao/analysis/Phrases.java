package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into stretches that a person can read as a reason: 着 or 。 alone tells nobody anything, 带着东西 does. A phrase holds one
 * or two words of content with the small words before and behind, and never crosses a mark of punctuation or what is taken.
 */
final class Phrases {
    private static final int MOST_CONTENT = 2;
    private static final int MOST_UNITS = 8;
    /** Stand before what they belong to: prepositions, conjunctions, adverbs, pronouns, numbers. */
    private static final String BEFORE = "pcdrmh";
    /** Stand behind what they belong to: particles, measures, directions, modal words. */
    private static final String BEHIND = "uqfyek";

    /**
     * Units {@code start} to {@code end} of a text.
     *
     * @param hasContent whether there is more than small words in it
     */
    record Phrase(int start, int end, boolean hasContent) {}

    private final List<Phrase> phrases = new ArrayList<>();
    private int start;
    private int end;
    private int content;

    private Phrases() {}

    /** The phrases of what is not taken, in order. */
    static List<Phrase> of(List<Term> words, boolean[] taken) {
        Phrases cut = new Phrases();
        for (Term word : words) {
            cut.add(word, taken);
        }
        cut.close();
        return cut.phrases;
    }

    private void add(Term word, boolean[] taken) {
        int from = word.offset;
        int to = from + word.word.length();
        while (from < to && taken[from]) {
            from++;
        }
        while (to > from && taken[to - 1]) {
            to--;
        }
        char kind = word.nature == null ? 'x' : word.nature.toString().charAt(0);
        if (from == to || word.word.isBlank() || kind == 'w') {
            close();
            return;
        }
        boolean light = isLight(word, kind);
        boolean behind = BEHIND.indexOf(kind) >= 0;
        boolean enough = light ? content > 0 : content == MOST_CONTENT;
        if (end != from || (enough && !behind) || to - start > MOST_UNITS) {
            close();
        }
        if (end == start) {
            start = from;
        }
        end = to;
        content += light ? 0 : 1;
    }

    private static boolean isLight(Term word, char kind) {
        String nature = String.valueOf(word.nature);
        return BEFORE.indexOf(kind) >= 0
                || BEHIND.indexOf(kind) >= 0
                || nature.equals("vshi")
                || nature.equals("vyou")
                || nature.equals("vf");
    }

    private void close() {
        Phrase last = phrases.isEmpty() ? null : phrases.get(phrases.size() - 1);
        if (end > start && content == 0 && last != null && last.end == start) {
            // Nothing came that it could stand before: 等 | 他.
            phrases.set(phrases.size() - 1, new Phrase(last.start, end, last.hasContent));
        } else if (end > start) {
            phrases.add(new Phrase(start, end, content > 0));
        }
        start = end;
        content = 0;
    }
}
