package huxiao.server.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.server.web.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private final TestClock clock = new TestClock(Instant.EPOCH);
    private final LoginThrottle throttle = new LoginThrottle(3, Duration.ofSeconds(10), clock);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.begin("a", "1")).isEmpty();
        }
    }

    @Test
    void each_further_failure_waits_twice_as_long_up_to_a_bound() {
        fail(3);
        for (int seconds : new int[] {1, 2, 4, 8, 10, 10}) {
            assertThat(throttle.begin("a", "1")).hasValue(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.begin("a", "1")).isEmpty();
        }
    }

    @Test
    void waiting_is_for_one_login_from_one_address() {
        fail(3);
        assertThat(throttle.begin("b", "1")).isEmpty();
        assertThat(throttle.begin("a", "2")).isEmpty();
    }

    @Test
    void an_address_that_tries_many_logins_must_wait_too() {
        for (int i = 0; i < 30; i++) {
            assertThat(throttle.begin("login" + i, "1")).isEmpty();
        }
        assertThat(throttle.begin("another", "1")).isPresent();
        assertThat(throttle.begin("another", "2")).isEmpty();
    }

    @Test
    void success_and_time_wash_clean() {
        fail(2);
        throttle.succeeded("a", "1");
        fail(3);
        clock.pass(Duration.ofHours(2));
        fail(3);
    }
}
