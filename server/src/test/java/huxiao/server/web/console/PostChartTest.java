package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.CalendarUnit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostChartTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);

    private static Map<LocalDateTime, Long> oneADay(int days) {
        Map<LocalDateTime, Long> counts = new TreeMap<>();
        for (int ago = 0; ago < days; ago++) {
            counts.put(LAST.minusDays(ago).atStartOfDay(), 1L);
        }
        return counts;
    }

    @ParameterizedTest
    @CsvSource({"1, DAY, 24", "30, DAY, 29", "60, DAY, 57", "100, WEEK, 24", "900, MONTH, 29"})
    void the_unit_is_the_finest_by_which_nearly_all_fit(int days, CalendarUnit unit, int bars) {
        PostChart chart = PostChart.of(oneADay(days), CalendarUnit.DAY).orElseThrow();
        assertThat(chart.unit()).isEqualTo(unit);
        assertThat(chart.bars()).hasSize(bars);
        assertThat(chart.bars().stream().mapToLong(PostChart.Bar::count).sum() + chart.earlier())
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, false"})
    void hours_are_wanted_of_two_days(int days, boolean hours) {
        assertThat(PostChart.wantsHours(oneADay(days))).isEqualTo(hours);
    }

    @Test
    void one_old_post_does_not_squeeze_the_others_into_one_bar() {
        Map<LocalDateTime, Long> counts = oneADay(30);
        counts.put(LocalDateTime.of(1970, 1, 1, 0, 0), 1L);
        PostChart chart = PostChart.of(counts, CalendarUnit.DAY).orElseThrow();
        assertThat(chart.unit()).isEqualTo(CalendarUnit.DAY);
        assertThat(chart.earlier()).isEqualTo(1);
        assertThat(chart.bars()).hasSize(30);
    }

    @Test
    void days_without_posts_are_bars_without_height() {
        Map<LocalDateTime, Long> counts =
                Map.of(LAST.atStartOfDay(), 400L, LAST.minusDays(2).atStartOfDay(), 1L);
        PostChart chart = PostChart.of(counts, CalendarUnit.DAY).orElseThrow();
        assertThat(chart.bars().subList(21, 24))
                .extracting(PostChart.Bar::height)
                .containsExactly(2L, 0L, 100L);
        assertThat(chart.bars().subList(0, 21)).allMatch(bar -> bar.height() == 0);
        assertThat(chart.earlier()).isZero();
    }

    @Test
    void nothing_and_times_outside_the_calendar_are_not_drawn() {
        assertThat(PostChart.of(Map.of(), CalendarUnit.DAY)).isEmpty();
        assertThat(PostChart.of(Map.of(LocalDateTime.of(-200_000, 1, 1, 0, 0), 3L), CalendarUnit.MONTH))
                .isEmpty();
    }
}
