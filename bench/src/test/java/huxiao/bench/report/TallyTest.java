package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void counts_hits_false_alarms_and_misses_and_passes_over_what_is_rightly_not_said() {
        Tally tally = Tally.NONE
                .add(true, true)
                .add(true, true)
                .add(true, false)
                .add(false, true)
                .add(false, true)
                .add(false, false);
        assertThat(tally).isEqualTo(new Tally(2, 1, 2));
        assertThat(tally.precision()).isEqualTo(new Interval(2, 3));
        assertThat(tally.recall()).isEqualTo(new Interval(2, 4));
        assertThat(tally.f1()).isCloseTo(4.0 / 7, within(1e-12));
        assertThat(tally.positives()).isEqualTo(4);
    }
}
