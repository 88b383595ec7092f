package huxiao.bench.train;

import java.util.List;
import java.util.Random;

/**
 * Logistic and softmax regression by stochastic gradient descent with per-weight steps (Duchi, Hazan, Singer: Adaptive Subgradient
 * Methods, JMLR 2011) and L2 shrinkage. One seed, one order, one result.
 *
 * @param epochs passes over the rows
 * @param step first length of a step
 * @param shrinkage L2 penalty, applied to the weights a row touches
 * @param seed of the order of rows
 */
record AdaGrad(int epochs, double step, double shrinkage, long seed) {
    private static final double EPSILON = 1e-8;

    /** A yes-or-no answer: a weight for each column, the bias last. */
    float[] binary(List<Rows.Row> rows, boolean[] yes, double[] importance, int columns) {
        int[] classes = new int[yes.length];
        for (int i = 0; i < yes.length; i++) {
            classes[i] = yes[i] ? 0 : -1;
        }
        return fit(rows, classes, importance, 1, columns)[0];
    }

    /** One answer of several: the same for each of them. */
    float[][] softmax(List<Rows.Row> rows, int[] classes, double[] importance, int count, int columns) {
        return fit(rows, classes, importance, count, columns);
    }

    /** One class is logistic regression (class 0 is yes, -1 no); several are a softmax. */
    private float[][] fit(List<Rows.Row> rows, int[] classes, double[] importance, int count, int columns) {
        float[][] weights = new float[count][columns + 1];
        float[][] squares = new float[count][columns + 1];
        int[] order = new int[rows.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        double[] gradient = new double[count];
        for (int epoch = 0; epoch < epochs; epoch++) {
            shuffle(order, random);
            for (int at : order) {
                if (importance[at] == 0) {
                    continue;
                }
                Rows.Row row = rows.get(at);
                gradients(weights, row, classes[at], gradient);
                for (int k = 0; k < count; k++) {
                    descend(weights[k], squares[k], row, gradient[k] * importance[at], importance[at]);
                }
            }
        }
        return weights;
    }

    private static void gradients(float[][] weights, Rows.Row row, int klass, double[] gradient) {
        if (gradient.length == 1) {
            gradient[0] = 1 / (1 + Math.exp(-score(weights[0], row))) - (klass == 0 ? 1 : 0);
            return;
        }
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = score(weights[k], row);
            largest = Math.max(largest, gradient[k]);
        }
        double sum = 0;
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = Math.exp(gradient[k] - largest);
            sum += gradient[k];
        }
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = gradient[k] / sum - (k == klass ? 1 : 0);
        }
    }

    private void descend(float[] weights, float[] squares, Rows.Row row, double gradient, double importance) {
        for (int i = 0; i < row.size(); i++) {
            int column = row.column(i);
            move(weights, squares, column, gradient * row.value(i) + shrinkage * importance * weights[column]);
        }
        move(weights, squares, weights.length - 1, gradient);
    }

    private void move(float[] weights, float[] squares, int column, double slope) {
        squares[column] += (float) (slope * slope);
        weights[column] -= (float) (step * slope / (Math.sqrt(squares[column]) + EPSILON));
    }

    private static double score(float[] weights, Rows.Row row) {
        double score = weights[weights.length - 1];
        for (int i = 0; i < row.size(); i++) {
            score += weights[row.column(i)] * row.value(i);
        }
        return score;
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
