package huxiao.bench.report;

import java.util.Locale;

/**
 * Hits, false alarms and misses of one yes-or-no question.
 *
 * @param hits said and true
 * @param falseAlarms said, not true
 * @param misses true, not said
 */
public record Tally(int hits, int falseAlarms, int misses) {
    /** Nothing counted yet. */
    public static final Tally NONE = new Tally(0, 0, 0);

    /** One text more. */
    public Tally add(boolean said, boolean is) {
        return new Tally(
                hits + (said && is ? 1 : 0), falseAlarms + (said && !is ? 1 : 0), misses + (!said && is ? 1 : 0));
    }

    /** Of those said, how many are. */
    public Interval precision() {
        return new Interval(hits, hits + falseAlarms);
    }

    /** Of those that are, how many were said. */
    public Interval recall() {
        return new Interval(hits, hits + misses);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        return hits == 0 ? 0 : 2.0 * hits / (2 * hits + falseAlarms + misses);
    }

    /** How many texts are. */
    public int positives() {
        return hits + misses;
    }

    /** Precision, recall, F1 and number of texts as cells of a table. */
    public Object[] cells(Object name) {
        return new Object[] {
            name, precision().brief(), recall().brief(), String.format(Locale.ROOT, "%.2f", f1()), positives()
        };
    }
}
