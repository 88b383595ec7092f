package huxiao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LikenessTest {
    private static float[] direction(long seed) {
        Random random = new Random(seed);
        float[] direction = new float[Likeness.DIMENSIONS];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) random.nextGaussian();
        }
        return direction;
    }

    private static Likeness read(float[] direction) {
        return new Likeness(0, Likeness.vector(direction));
    }

    @Property(tries = 100)
    void the_compact_form_keeps_the_cosine(@ForAll long one, @ForAll long other, @ForAll float share) {
        float[] first = direction(one);
        float[] second = direction(other);
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < first.length; i++) {
            second[i] += Math.abs(share) < 10 ? share * first[i] : first[i];
            product += first[i] * second[i];
            squares += first[i] * first[i];
            others += second[i] * second[i];
        }
        assertThat(read(first).cosine(read(second)).orElseThrow())
                .isCloseTo(product / Math.sqrt(squares * others), within(0.002));
    }

    @Property(tries = 100)
    void the_length_of_a_direction_does_not_count(@ForAll long seed) {
        float[] direction = direction(seed);
        float[] longer = direction.clone();
        for (int i = 0; i < longer.length; i++) {
            longer[i] *= 1024;
        }
        assertThat(Likeness.vector(longer)).isEqualTo(Likeness.vector(direction));
        assertThat(read(direction).cosine(read(direction)).orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void what_was_not_read_is_like_nothing() {
        Likeness read = read(direction(1));
        assertThat(Likeness.NONE.cosine(read)).isEmpty();
        assertThat(read.cosine(Likeness.NONE)).isEmpty();
        assertThat(Likeness.vector(new float[Likeness.DIMENSIONS])).isEmpty();
        float[] broken = direction(1);
        broken[3] = Float.NaN;
        broken[4] = Float.POSITIVE_INFINITY;
        assertThat(Likeness.vector(broken)).isEmpty();
        assertThatThrownBy(() -> Likeness.vector(new float[3])).hasMessageContaining("512 numbers, found 3");
        assertThatThrownBy(() -> new Likeness(0, "AAAA")).hasMessageContaining("found 4");
    }

    @Test
    void copies_differ_in_few_bits_and_nothing_is_a_copy_of_an_empty_text() {
        Likeness original = new Likeness(0b1011, "");
        assertThat(original.isCopyOf(new Likeness(0b0010, ""), 2)).isTrue();
        assertThat(original.isCopyOf(new Likeness(0b0100, ""), 2)).isFalse();
        assertThat(new Likeness(0, "").isCopyOf(new Likeness(0, ""), 64)).isFalse();
    }
}
