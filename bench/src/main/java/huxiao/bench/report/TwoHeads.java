package huxiao.bench.report;

import huxiao.bench.train.Example;
import huxiao.model.Level;
import java.util.List;
import java.util.function.Predicate;

/**
 * Two logistic regressions over the same numbers of a text: any danger, and danger for the police. Immutable.
 *
 * @param danger any danger
 * @param police danger for the police
 */
public record TwoHeads(DenseLogistic danger, DenseLogistic police) {
    private static final double[] SHRINKAGES = {1e-4, 1e-3, 1e-2};

    /**
     * Fits both; of three strengths of shrinkage that which makes the kept texts likeliest is taken.
     *
     * @param examples labels of the rows
     * @param rows numbers of the texts learnt from
     * @param kept labels of the texts that the strength is chosen on
     * @param keptRows their numbers
     */
    public static TwoHeads fit(List<Example> examples, List<float[]> rows, List<Example> kept, List<float[]> keptRows) {
        return new TwoHeads(
                best(examples, rows, kept, keptRows, level -> level != Level.NONE),
                best(examples, rows, kept, keptRows, Level::isPolice));
    }

    /** What is more likely than not. */
    public Call call(float[] row) {
        return Call.of(danger.logOdds(row), police.logOdds(row));
    }

    private static DenseLogistic best(
            List<Example> examples,
            List<float[]> rows,
            List<Example> kept,
            List<float[]> keptRows,
            Predicate<Level> question) {
        boolean[] yes = new boolean[examples.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = question.test(examples.get(i).level());
        }
        double[] importance = examples.stream().mapToDouble(Example::weight).toArray();
        DenseLogistic best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double shrinkage : SHRINKAGES) {
            DenseLogistic fitted = DenseLogistic.fit(rows, yes, importance, shrinkage);
            double loss = 0;
            for (int i = 0; i < kept.size(); i++) {
                double odds = fitted.logOdds(keptRows.get(i));
                loss += Math.log1p(Math.exp(question.test(kept.get(i).level()) ? -odds : odds));
            }
            if (loss < least) {
                least = loss;
                best = fitted;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("no strength of shrinkage gives a finite loss");
        }
        return best;
    }
}
