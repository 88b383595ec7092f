package huxiao.bench.train;

import huxiao.analysis.Blend;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression on the log-odds of encoder and linear model, by Newton's method with a little ridge towards their plain sum;
 * for a few hundred to a few thousand texts.
 */
final class LogisticFit {
    private static final int ROUNDS = 30;
    private static final double RIDGE = 2;

    private final boolean withEncoder;
    private final List<double[]> inputs = new ArrayList<>();
    private final List<Boolean> truths = new ArrayList<>();

    LogisticFit(boolean withEncoder) {
        this.withEncoder = withEncoder;
    }

    void add(double encoder, double linear, boolean truth) {
        inputs.add(new double[] {1, withEncoder ? encoder : 0, linear});
        truths.add(truth);
    }

    Blend.Mix fit() {
        double[] prior = withEncoder ? new double[] {0, 0.6, 0.4} : new double[] {0, 0, 1};
        double[] weights = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[3];
            double[][] curvature = new double[3][3];
            for (int k = 1; k < 3; k++) {
                gradient[k] = RIDGE * (weights[k] - prior[k]);
                curvature[k][k] = RIDGE;
            }
            curvature[0][0] = 1e-6;
            for (int i = 0; i < inputs.size(); i++) {
                double[] x = inputs.get(i);
                double p = 1 / (1 + Math.exp(-(weights[0] * x[0] + weights[1] * x[1] + weights[2] * x[2])));
                double error = p - (truths.get(i) ? 1 : 0);
                for (int a = 0; a < 3; a++) {
                    gradient[a] += error * x[a];
                    for (int b = 0; b < 3; b++) {
                        curvature[a][b] += p * (1 - p) * x[a] * x[b];
                    }
                }
            }
            double[] step = solve(curvature, gradient);
            for (int a = 0; a < 3; a++) {
                weights[a] -= step[a];
            }
        }
        return new Blend.Mix(weights[0], weights[1], weights[2]);
    }

    /** Solves three linear equations by Gauss's elimination with pivots. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, rows[i], 0, n);
            rows[i][n] = right[i];
        }
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int i = column + 1; i < n; i++) {
                if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) {
                    pivot = i;
                }
            }
            double[] swapped = rows[column];
            rows[column] = rows[pivot];
            rows[pivot] = swapped;
            for (int i = 0; i < n; i++) {
                if (i != column) {
                    double share = rows[i][column] / rows[column][column];
                    for (int k = column; k <= n; k++) {
                        rows[i][k] -= share * rows[column][k];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = rows[i][n] / rows[i][i];
        }
        return solution;
    }
}
