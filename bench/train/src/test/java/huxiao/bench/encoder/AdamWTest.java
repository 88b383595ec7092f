package huxiao.bench.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdamWTest {
    @Test
    void gradients_that_are_no_numbers_move_nothing_and_the_next_step_moves() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray weight = manager.create(new float[] {1, 2});
            weight.setRequiresGradient(true);
            AdamW optimiser = new AdamW(manager, Map.of("weight", weight));
            assertThat(step(manager, optimiser, weight, Float.NaN)).isFalse();
            assertThat(weight.toFloatArray()).containsExactly(1, 2);
            assertThat(step(manager, optimiser, weight, Float.POSITIVE_INFINITY))
                    .isFalse();
            assertThat(weight.toFloatArray()).containsExactly(1, 2);
            assertThat(step(manager, optimiser, weight, 1)).isTrue();
            assertThat(weight.toFloatArray()[0]).isLessThan(1);
            assertThat(weight.toFloatArray()[1]).isLessThan(2);
        }
    }

    private static boolean step(NDManager manager, AdamW optimiser, NDArray weight, float slope) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector();
                NDManager scope = manager.newSubManager()) {
            collector.zeroGradients();
            collector.backward(weight.mul(slope).sum());
            return optimiser.step(scope, 0.1, 0.1);
        }
    }
}
