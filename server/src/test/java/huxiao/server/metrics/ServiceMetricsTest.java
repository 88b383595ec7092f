package huxiao.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.AlertStatus;
import huxiao.register.DeliveryState;
import huxiao.streaming.Summary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ServiceMetricsTest {
    private static final Readings ALL = new Readings(
            Map.of("job", true, "index", true),
            Optional.of(new Summary(90, 1, Map.of("seen before", 7L), 60, 3, 2, 1.5)),
            OptionalLong.of(1234),
            Optional.of(new Readings.Counts(
                    Map.of(AlertStatus.UNVERIFIED, 5L),
                    Map.of(DeliveryState.PENDING, 4L),
                    Duration.ofMillis(2500),
                    8)));

    private final AtomicReference<Readings> readings = new AtomicReference<>(ALL);

    @Test
    void every_figure_is_there_as_it_is_when_asked_for() {
        try (ServiceMetrics metrics = metrics()) {
            assertThat(metrics.scrape().lines())
                    .contains(
                            "huxiao_up{part=\"job\"} 1.0",
                            "huxiao_up{part=\"index\"} 1.0",
                            "huxiao_posts_read_total 90.0",
                            "huxiao_posts_refused_total 1.0",
                            "huxiao_posts_dropped_total{reason=\"seen before\"} 7.0",
                            "huxiao_posts_indexed_total 60.0",
                            "huxiao_posts_raised_total 3.0",
                            "huxiao_posts_joined_total 2.0",
                            "huxiao_index_posts 1234.0",
                            "huxiao_alerts{status=\"unverified\"} 5.0",
                            "huxiao_alerts{status=\"rejected\"} 0.0",
                            "huxiao_deliveries{state=\"pending\"} 4.0",
                            "huxiao_deliveries_oldest_waiting_seconds 2.5",
                            "huxiao_dead_letters 8.0")
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
            readings.set(new Readings(ALL.up(), ALL.posts(), OptionalLong.of(1235), ALL.register()));
            assertThat(metrics.scrape()).contains("huxiao_index_posts 1235.0");
        }
    }

    @Test
    void a_part_that_is_away_is_told_and_counts_nothing_rather_than_zero() {
        readings.set(new Readings(
                Map.of("job", true, "index", false), Optional.empty(), OptionalLong.empty(), Optional.empty()));
        try (ServiceMetrics metrics = metrics()) {
            assertThat(metrics.scrape().lines())
                    .contains(
                            "huxiao_up{part=\"job\"} 1.0",
                            "huxiao_up{part=\"index\"} 0.0",
                            "huxiao_index_posts NaN",
                            "huxiao_posts_read_total NaN",
                            "huxiao_dead_letters NaN",
                            "huxiao_deliveries{state=\"dead\"} NaN");
        }
    }

    private ServiceMetrics metrics() {
        return new ServiceMetrics(List.of("job", "index"), readings::get);
    }
}
