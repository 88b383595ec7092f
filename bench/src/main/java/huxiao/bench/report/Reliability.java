package huxiao.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far probabilities can be believed: ten bins of what was said against what was observed, and the expected calibration error
 * (Naeini, Cooper, Hauskrecht: AAAI 2015). Not thread safe.
 */
final class Reliability {
    private static final int BINS = 10;

    /**
     * Texts whose probability lies in one tenth.
     *
     * @param at number of the tenth, from 0
     * @param mean of the probabilities said
     * @param observed how many of how many were so
     */
    record Bin(int at, double mean, Interval observed) {
        String range() {
            return String.format(Locale.ROOT, "%.1f–%.1f", at / (double) BINS, (at + 1) / (double) BINS);
        }
    }

    private final String question;
    private final int[] count = new int[BINS];
    private final int[] right = new int[BINS];
    private final double[] sum = new double[BINS];
    private double brier;
    private int all;

    Reliability(String question) {
        this.question = question;
    }

    void add(double probability, boolean is) {
        int bin = Math.max(0, Math.min(BINS - 1, (int) (probability * BINS)));
        count[bin]++;
        right[bin] += is ? 1 : 0;
        sum[bin] += probability;
        brier += (probability - (is ? 1 : 0)) * (probability - (is ? 1 : 0));
        all++;
    }

    String question() {
        return question;
    }

    /** The bins that hold a text, in order. */
    List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (count[i] > 0) {
                bins.add(new Bin(i, sum[i] / count[i], new Interval(right[i], count[i])));
            }
        }
        return bins;
    }

    /** Mean distance of what was said from what was observed, weighted by the number of texts in a bin. */
    double expectedCalibrationError() {
        return bins().stream()
                .mapToDouble(bin -> Math.abs(bin.mean() - bin.observed().share())
                        * bin.observed().of()
                        / all)
                .sum();
    }

    /** Mean squared distance of probability and truth (Brier 1950). */
    double brier() {
        return brier / Math.max(1, all);
    }

    String markdown() {
        Table table = new Table("probability", "mean said", "observed (95 %)", "texts");
        for (Bin bin : bins()) {
            table.row(
                    bin.range(),
                    String.format(Locale.ROOT, "%.2f", bin.mean()),
                    bin.observed().brief(),
                    bin.observed().of());
        }
        return String.format(
                Locale.ROOT,
                "%s: expected calibration error %.3f, Brier score %.3f, %d texts.%n%n%s",
                question,
                expectedCalibrationError(),
                brier(),
                all,
                table);
    }
}
