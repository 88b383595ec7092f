package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cuts a text into passages that a person can read as a reason: 有一个叫 tells nobody anything, 有一个叫不太醒 does. A passage is what
 * stands between two marks of punctuation; a long one is parted between words into parts of like length.
 */
final class Passages {
    /** Longer passages are parted, UTF-16 units. */
    private static final int LONGEST = 18;

    /** Stand behind what they belong to: particles, measures, directions, modal words. No part begins with one. */
    private static final String BEHIND = "uqfyek";

    /** Alone they say nothing: the above, and prepositions, conjunctions, adverbs, pronouns, numbers. */
    private static final String LIGHT = BEHIND + "pcdrmh";

    /** Units {@code start} to {@code end} of a text. */
    record Passage(int start, int end) {}

    private final List<Passage> passages = new ArrayList<>();
    private final List<Term> run = new ArrayList<>();

    private final BitSet whole;

    private Passages(BitSet whole) {
        this.whole = whole;
    }

    /**
     * The passages of a text's words that say something, in order.
     *
     * @param whole units before which nothing is parted, as within names
     */
    static List<Passage> of(List<Term> words, BitSet whole) {
        Passages cut = new Passages(whole);
        for (Term word : words) {
            if (word.word.isBlank() || kind(word) == 'w') {
                cut.close();
            } else {
                cut.run.add(word);
            }
        }
        cut.close();
        return cut.passages;
    }

    private static char kind(Term word) {
        return word.nature == null ? 'x' : word.nature.toString().charAt(0);
    }

    private void close() {
        if (run.stream().anyMatch(word -> LIGHT.indexOf(kind(word)) < 0)) {
            part();
        }
        run.clear();
    }

    private void part() {
        int start = run.get(0).offset;
        int left = end(run.get(run.size() - 1)) - start;
        int parts = (left + LONGEST - 1) / LONGEST;
        for (int i = 0; i < run.size() && parts > 1; i++) {
            Term word = run.get(i);
            int target = start + left / parts;
            boolean isNearest =
                    end(word) >= target || (i + 1 < run.size() && end(run.get(i + 1)) - target > target - end(word));
            boolean mayEnd = i + 1 < run.size() && !whole.get(end(word)) && BEHIND.indexOf(kind(run.get(i + 1))) < 0;
            if (isNearest && mayEnd) {
                passages.add(new Passage(start, end(word)));
                left -= end(word) - start;
                start = end(word);
                parts--;
            }
        }
        passages.add(new Passage(start, end(run.get(run.size() - 1))));
    }

    private static int end(Term word) {
        return word.offset + word.word.length();
    }
}
