package huxiao.server.notify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed attempt. When the list is used up the delivery is given up.
 *
 * @param delays the wait after the first failed attempt, after the second, and so on; at least one, each above zero
 */
public record RetrySchedule(List<Duration> delays) {
    /** Nine attempts over a day and a half, in the spirit of the Standard Webhooks specification's recommended schedule. */
    public static final RetrySchedule STANDARD = new RetrySchedule(List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofDays(1)));

    /** No receiver can put itself off for longer than this by {@code Retry-After}. */
    static final Duration LONGEST_WISH = Duration.ofDays(1);

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(delay -> delay.isZero() || delay.isNegative())) {
            throw new IllegalArgumentException(
                    "a retry schedule has at least one delay, each above zero; found " + delays);
        }
    }

    /**
     * The wait before the next attempt; empty when it is time to give up.
     *
     * @param attempts how many attempts were made, at least 1
     * @param wish how long the receiver asks to be left alone; it can lengthen the wait, up to a day, never shorten it
     */
    Optional<Duration> after(int attempts, Optional<Duration> wish) {
        if (attempts > delays.size()) {
            return Optional.empty();
        }
        Duration planned = delays.get(attempts - 1);
        Duration wished = wish.orElse(Duration.ZERO);
        Duration bounded = wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
        return Optional.of(bounded.compareTo(planned) > 0 ? bounded : planned);
    }
}
