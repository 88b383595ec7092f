package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private final RetrySchedule schedule = RetrySchedule.STANDARD;

    @Test
    void each_failure_waits_longer_until_it_is_given_up() {
        assertThat(schedule.after(1, Optional.empty())).contains(Duration.ofSeconds(5));
        assertThat(schedule.after(2, Optional.empty())).contains(Duration.ofSeconds(30));
        assertThat(schedule.after(8, Optional.empty())).contains(Duration.ofDays(1));
        assertThat(schedule.after(9, Optional.empty())).isEmpty();
    }

    @Test
    void a_receiver_may_ask_for_more_time_but_not_for_less_and_not_for_ever() {
        assertThat(schedule.after(1, Optional.of(Duration.ofMinutes(7)))).contains(Duration.ofMinutes(7));
        assertThat(schedule.after(3, Optional.of(Duration.ZERO))).contains(Duration.ofMinutes(2));
        assertThat(schedule.after(1, Optional.of(Duration.ofDays(400)))).contains(Duration.ofDays(1));
    }

    @Test
    void a_schedule_without_a_wait_is_refused() {
        assertThatThrownBy(() -> new RetrySchedule(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
