package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LinearModelTest {
    private static LinearModel small() {
        float[] bias = new float[Head.COUNT];
        bias[Head.SCREEN] = -1;
        float[] weights = new float[2 * Head.COUNT];
        weights[Head.SCREEN] = 2;
        weights[Head.COUNT + Head.SCREEN] = -0.5f;
        return new LinearModel(bias, new int[] {-7, 42}, weights);
    }

    private static Features features(int... hashes) {
        Features features = new Features();
        for (int hash : hashes) {
            features.add(Features.Family.GRAM, hash, 0, 1);
        }
        features.settle();
        return features;
    }

    @Test
    void a_score_is_the_bias_and_what_known_features_add() {
        assertThat(small().scores(features(-7))[Head.SCREEN]).isCloseTo(1, within(1e-6));
        assertThat(small().scores(features(5))[Head.SCREEN]).isCloseTo(-1, within(1e-6));
        assertThat(small().scores(features(-7, 42))[Head.SCREEN])
                .isCloseTo(-1 + (2 - 0.5) / Math.sqrt(2), within(1e-6));
    }

    @Test
    void what_was_written_is_read_back_to_one_part_in_127() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        small().write(out);
        LinearModel read = LinearModel.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.scores(features(42))[Head.SCREEN]).isCloseTo(-1.5, within(2.0 / 127));
    }

    @Test
    void a_feature_seen_twice_counts_once() {
        assertThat(small().scores(features(-7, -7))[Head.SCREEN]).isCloseTo(1, within(1e-6));
    }

    @Test
    void what_is_no_model_is_refused() {
        assertThatThrownBy(() -> LinearModel.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class);
    }
}
