package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void is_wilsons() {
        // Newcombe 1998, Statistics in Medicine 17:857, table I: 81 of 263 and 15 of 148.
        Interval interval = new Interval(81, 263);
        assertThat(interval.low()).isCloseTo(0.2553, within(0.00005));
        assertThat(interval.high()).isCloseTo(0.3662, within(0.00005));
        assertThat(new Interval(15, 148).low()).isCloseTo(0.0624, within(0.00005));
        assertThat(new Interval(15, 148).high()).isCloseTo(0.1605, within(0.00005));
    }

    @Test
    void of_nothing_seen_tells_how_much_there_may_be() {
        // Newcombe, same table: 0 of 20.
        assertThat(new Interval(0, 20).low()).isZero();
        assertThat(new Interval(0, 20).high()).isCloseTo(0.1611, within(0.00005));
        assertThat(new Interval(0, 20).perTenThousand()).isEqualTo("0.0 (≤ 1611.3)");
    }

    @Test
    void of_nothing_tried_says_nothing() {
        assertThat(new Interval(0, 0).brief()).isEqualTo("–");
        assertThat(new Interval(0, 0).low()).isZero();
        assertThat(new Interval(0, 0).high()).isOne();
    }

    @Property
    void holds_its_share_and_stays_between_none_and_all(
            @ForAll @IntRange(max = 5000) int hits, @ForAll @IntRange(min = 1, max = 5000) int rest) {
        Interval interval = new Interval(hits, hits + rest);
        assertThat(interval.low()).isBetween(0.0, interval.share());
        assertThat(interval.high()).isBetween(interval.share(), 1.0);
    }

    @Test
    void more_hits_than_tries_are_refused() {
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("2 hits of 1");
    }
}
