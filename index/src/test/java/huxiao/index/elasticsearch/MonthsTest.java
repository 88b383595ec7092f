package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-30T23:59:59.999Z, 2026-11",
        "2026-12-01T00:00:00Z, 2026-12",
        "2020-01-01T00:00:00Z, 2020-01",
        "2019-12-31T23:59:59.999Z, early",
        "-1000000000-01-01T00:00:00Z, early",
        "2039-12-31T23:59:59Z, 2039-12",
        "2040-01-01T00:00:00Z, late",
        "+1000000000-12-31T23:59:59.999999999Z, late",
    })
    void a_time_has_one_month_and_absurd_ones_share_two(Instant time, String month) {
        assertThat(Months.of(time)).isEqualTo(month);
    }
}
