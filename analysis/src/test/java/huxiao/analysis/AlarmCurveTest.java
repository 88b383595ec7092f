package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlarmCurveTest {
    private static final AlarmCurve CURVE = AlarmCurve.of(Map.of(0.5, 3.0, 0.6, 1.5, 0.7, 1.0, 0.8, 0.2));

    @Test
    void the_threshold_rises_until_the_alarms_keep_within_the_budget() {
        assertThat(CURVE.threshold(1, 0.5)).hasValue(0.7);
        assertThat(CURVE.threshold(0.5, 0.5)).hasValue(0.8);
    }

    @Test
    void a_wide_budget_never_lowers_what_was_asked_for() {
        assertThat(CURVE.threshold(100, 0.5)).hasValue(0.5);
        assertThat(CURVE.threshold(1, 0.75)).hasValue(0.75);
    }

    @Test
    void below_the_measured_thresholds_the_first_that_keeps_within_holds() {
        assertThat(CURVE.threshold(100, 0.3)).hasValue(0.5);
    }

    @Test
    void a_budget_that_no_threshold_keeps_has_none() {
        assertThat(CURVE.threshold(0.1, 0.5)).isEmpty();
        assertThat(CURVE.fewest()).isEqualTo(0.2);
    }

    @Test
    void without_measurement_the_threshold_asked_for_holds() {
        assertThat(AlarmCurve.none().threshold(0, 0.5)).hasValue(0.5);
    }

    @Test
    void it_is_read_as_it_is_written() throws IOException {
        AlarmCurve read = AlarmCurve.read(new StringReader(CURVE.lines()));
        assertThat(read.lines()).isEqualTo(CURVE.lines());
    }
}
