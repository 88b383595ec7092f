package huxiao.index;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.query.HourOfWeek;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarUnitTest {
    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-11-24T12:34:56.789, 2026-11-24T12:00",
        "DAY, 2026-11-24T12:34:56.789, 2026-11-24T00:00",
        "WEEK, 2026-11-23T00:00:00, 2026-11-23T00:00",
        "WEEK, 2026-11-29T23:59:59, 2026-11-23T00:00",
        "WEEK, 2027-01-01T12:00:00, 2026-12-28T00:00",
        "MONTH, 2024-02-29T12:00:00, 2024-02-01T00:00",
    })
    void a_stretch_begins_at_its_first_moment(CalendarUnit unit, LocalDateTime time, LocalDateTime start) {
        assertThat(unit.startOf(time)).isEqualTo(start);
        assertThat(unit.startOf(start)).isEqualTo(start);
    }

    @Test
    void the_hours_of_a_week_are_counted_from_monday() {
        assertThat(Arrays.stream(DayOfWeek.values()).flatMapToInt(day -> IntStream.range(0, HourOfWeek.PER_DAY)
                        .map(hour -> HourOfWeek.of(day, hour))))
                .containsExactlyElementsOf(IntStream.range(0, 168).boxed().toList());
        assertThat(HourOfWeek.of(LocalDateTime.parse("2026-11-29T23:59:59"))).isEqualTo(167);
    }
}
