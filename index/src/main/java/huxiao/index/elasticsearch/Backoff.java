package huxiao.index.elasticsearch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: twice as long each time up to a limit, and a random half less, so that many who wait do not come back together. */
final class Backoff {
    static final Duration FIRST = Duration.ofMillis(100);
    static final Duration LONGEST = Duration.ofSeconds(10);

    private Backoff() {}

    /** After so many failed attempts, from 1. */
    static Duration after(int attempts, RandomGenerator random) {
        long doubled = FIRST.toMillis() << Math.min(attempts - 1, 20);
        long longest = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(longest - random.nextLong(longest / 2 + 1));
    }
}
