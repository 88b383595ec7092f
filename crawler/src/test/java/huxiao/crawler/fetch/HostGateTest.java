package huxiao.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class HostGateTest {
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final HostGate gate = new HostGate(clock, clock);

    private void request(String host) throws InterruptedException {
        assertThat(gate.enter(host, DELAY)).isEmpty();
        gate.leave(host);
    }

    @Test
    void the_first_request_waits_for_nothing_and_the_second_for_the_delay() throws Exception {
        request("a.cn");
        assertThat(clock.waited()).isEqualTo(Duration.ZERO);
        request("a.cn");
        assertThat(clock.waited()).isEqualTo(DELAY);
    }

    @Test
    void hosts_do_not_wait_for_each_other() throws Exception {
        request("a.cn");
        request("b.cn");
        assertThat(clock.waited()).isEqualTo(Duration.ZERO);
    }

    @Test
    void the_delay_counts_from_the_end_of_a_slow_request() throws Exception {
        assertThat(gate.enter("a.cn", DELAY)).isEmpty();
        clock.advance(Duration.ofSeconds(9));
        gate.leave("a.cn");
        request("a.cn");

        assertThat(clock.waited()).isEqualTo(DELAY);
    }

    @Test
    void a_second_request_waits_until_the_first_has_ended() throws Exception {
        assertThat(gate.enter("a.cn", DELAY)).isEmpty();
        AtomicBoolean entered = new AtomicBoolean();
        Thread second = new Thread(() -> {
            try {
                request("a.cn");
                entered.set(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        second.start();
        await().until(() -> second.getState() == Thread.State.WAITING);
        assertThat(entered).isFalse();

        gate.leave("a.cn");
        await().untilTrue(entered);
    }

    @Test
    void a_long_wait_is_given_back_as_a_time_and_the_host_stays_free() throws Exception {
        request("a.cn");
        Duration hour = Duration.ofHours(1);

        assertThat(gate.enter("a.cn", hour)).contains(clock.instant().plus(hour));
        request("a.cn");
    }

    @Test
    void quiet_without_a_time_doubles_up_to_an_hour_and_ends_with_a_good_answer() {
        Instant start = clock.instant();

        assertThat(gate.quiet("a.cn", Optional.empty())).isEqualTo(start.plus(Duration.ofMinutes(1)));
        assertThat(gate.quiet("a.cn", Optional.empty())).isEqualTo(start.plus(Duration.ofMinutes(2)));
        for (int i = 0; i < 20; i++) {
            gate.quiet("a.cn", Optional.empty());
        }
        assertThat(gate.quiet("a.cn", Optional.empty())).isEqualTo(start.plus(HostGate.LONGEST_QUIET));

        gate.answered("a.cn");
        clock.advance(Duration.ofHours(2));
        assertThat(gate.quiet("a.cn", Optional.empty()))
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void a_host_cannot_ask_for_more_than_a_day() {
        assertThat(gate.quiet("a.cn", Optional.of(Duration.ofDays(3650))))
                .isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void retry_after_is_seconds_or_a_date() {
        Instant now = Instant.parse("2026-11-24T02:00:00Z");

        assertThat(RetryAfter.parse(" 120 ", now)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 02:05:00 GMT", now)).contains(Duration.ofMinutes(5));
        assertThat(RetryAfter.parse("Tue, 24 Nov 2026 01:00:00 GMT", now)).contains(Duration.ofSeconds(1));
        assertThat(RetryAfter.parse("-5", now)).isEmpty();
        assertThat(RetryAfter.parse("soon", now)).isEmpty();
        assertThat(RetryAfter.parse("99999999999999", now)).isEmpty();
    }
}
