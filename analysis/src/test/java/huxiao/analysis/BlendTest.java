package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Level;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlendTest {
    private static final Blend BLEND = Blend.of(Map.of(
            Blend.key(true, Level.BLUE.name()), new Blend.Mix(0.5, 0.4, 0.6),
            Blend.key(false, Level.BLUE.name()), new Blend.Mix(-0.25, 0, 1.5)));

    @Test
    void a_blend_survives_its_file() throws IOException {
        assertThat(Blend.read(new StringReader(BLEND.lines())).lines()).isEqualTo(BLEND.lines());
    }

    @Test
    void each_question_is_mixed_as_its_line_says_and_without_a_line_the_linear_model_speaks_alone() {
        double[] scores = new double[Head.COUNT];
        scores[Head.of(Level.BLUE)] = 2;
        float[] answers = new float[30];
        answers[0] = 1;
        assertThat(BLEND.of(scores, answers).danger()).isEqualTo(0.5 + 0.4 + 1.2);
        assertThat(BLEND.of(scores, new float[0]).danger()).isEqualTo(-0.25 + 3);
        assertThat(Blend.none().of(scores, answers).danger()).isEqualTo(2);
    }
}
