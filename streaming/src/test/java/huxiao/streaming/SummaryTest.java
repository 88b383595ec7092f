package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void every_figure_has_its_line_and_the_rate_counts_indexed_posts() {
        Summary summary = Summary.of(
                Map.of(
                        Tally.READ,
                        100L,
                        Tally.REFUSED,
                        3L,
                        Tally.KEPT,
                        50L,
                        Tally.DROPPED + "seen before",
                        40L,
                        Tally.DROPPED + "no school, no danger",
                        10L,
                        Tally.RAISED,
                        2L,
                        Tally.JOINED,
                        1L,
                        Tally.FIRST_READ,
                        1_000L),
                6_000);
        assertThat(summary.text()).isEqualTo("""
                read 100
                refused 3
                dropped 10 (no school, no danger)
                dropped 40 (seen before)
                indexed 50
                alerts raised or changed 2
                posts joined to alerts 1
                posts/s 10 (50 in 5.0 s, from first read to searchable)
                """);
    }

    @Test
    void an_empty_run_divides_by_nothing() {
        assertThat(Summary.of(Map.of(), 6_000).text()).startsWith("read 0\n").contains("posts/s 0 (0 in 0.0 s");
    }
}
