package huxiao.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huxiao.analysis.Blend;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
    @Test
    void the_weights_that_made_the_truth_are_found_again() {
        LogisticFit fit = new LogisticFit(true);
        Random random = new Random(7);
        for (int i = 0; i < 40_000; i++) {
            double encoder = random.nextGaussian() * 3;
            double linear = random.nextGaussian() * 3;
            double odds = -0.5 + 0.8 * encoder + 0.3 * linear;
            fit.add(encoder, linear, random.nextDouble() < 1 / (1 + Math.exp(-odds)));
        }
        Blend.Mix mix = fit.fit();
        assertThat(mix.constant()).isCloseTo(-0.5, within(0.06));
        assertThat(mix.encoder()).isCloseTo(0.8, within(0.06));
        assertThat(mix.linear()).isCloseTo(0.3, within(0.06));
    }
}
