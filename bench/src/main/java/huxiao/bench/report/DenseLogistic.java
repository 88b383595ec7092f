package huxiao.bench.report;

import java.util.List;
import java.util.Random;

/**
 * Logistic regression over a few numbers a text, each brought to mean 0 and deviation 1, by stochastic gradient descent with
 * per-weight steps (Duchi, Hazan, Singer: JMLR 2011) and L2 shrinkage. One seed, one result. For baselines.
 */
public final class DenseLogistic {
    private static final int EPOCHS = 20;
    private static final double STEP = 0.05;
    private static final long SEED = 79;
    private static final double EPSILON = 1e-8;

    private final double[] mean;
    private final double[] scale;
    private final double[] weights;

    private DenseLogistic(int size) {
        this.mean = new double[size];
        this.scale = new double[size];
        this.weights = new double[size + 1];
    }

    /**
     * Fits.
     *
     * @param rows one for each text, all of one length
     * @param yes the answers
     * @param importance how much each text counts
     * @param shrinkage L2 penalty
     */
    public static DenseLogistic fit(List<float[]> rows, boolean[] yes, double[] importance, double shrinkage) {
        DenseLogistic fitted = new DenseLogistic(rows.get(0).length);
        fitted.standardise(rows);
        List<double[]> inputs = rows.stream().map(fitted::input).toList();
        double[] squares = new double[fitted.weights.length];
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            shuffle(order, random);
            for (int at : order) {
                fitted.descend(inputs.get(at), yes[at], importance[at], shrinkage, squares);
            }
        }
        return fitted;
    }

    /** The log-odds of yes. */
    public double logOdds(float[] row) {
        return score(input(row));
    }

    private void standardise(List<float[]> rows) {
        for (float[] row : rows) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k] / rows.size();
            }
        }
        for (float[] row : rows) {
            for (int k = 0; k < mean.length; k++) {
                scale[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / rows.size();
            }
        }
        for (int k = 0; k < mean.length; k++) {
            scale[k] = scale[k] > EPSILON ? 1 / Math.sqrt(scale[k]) : 0;
        }
    }

    private double[] input(float[] row) {
        double[] input = new double[mean.length];
        for (int k = 0; k < input.length; k++) {
            input[k] = (row[k] - mean[k]) * scale[k];
        }
        return input;
    }

    private double score(double[] input) {
        double score = weights[input.length];
        for (int k = 0; k < input.length; k++) {
            score += weights[k] * input[k];
        }
        return score;
    }

    private void descend(double[] input, boolean yes, double importance, double shrinkage, double[] squares) {
        double error = (Call.probability(score(input)) - (yes ? 1 : 0)) * importance;
        for (int k = 0; k < input.length; k++) {
            move(k, error * input[k] + shrinkage * importance * weights[k], squares);
        }
        move(input.length, error, squares);
    }

    private void move(int k, double slope, double[] squares) {
        squares[k] += slope * slope;
        weights[k] -= STEP * slope / (Math.sqrt(squares[k]) + EPSILON);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
    }
}
