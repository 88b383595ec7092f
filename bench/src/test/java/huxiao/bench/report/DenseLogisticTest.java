package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DenseLogisticTest {
    @Test
    void the_odds_that_made_the_truth_are_found_again() {
        List<float[]> rows = new ArrayList<>();
        boolean[] yes = new boolean[20_000];
        double[] importance = new double[yes.length];
        Arrays.fill(importance, 1);
        Random random = new Random(7);
        for (int i = 0; i < yes.length; i++) {
            float x = (float) (5 + 2 * random.nextGaussian());
            float constant = 3;
            rows.add(new float[] {x, constant});
            yes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.8 * x - 4)));
        }
        DenseLogistic fitted = DenseLogistic.fit(rows, yes, importance, 0);
        assertThat(fitted.logOdds(new float[] {5, 3})).isCloseTo(0, within(0.15));
        assertThat(fitted.logOdds(new float[] {7, 3})).isCloseTo(1.6, within(0.2));
        assertThat(fitted.logOdds(new float[] {1, 3})).isCloseTo(-3.2, within(0.3));
    }
}
