package huxiao.crawler.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Spaces requests: one at a time to a host, a delay after each, none while the host asked for quiet. Shared by all sources of a
 * JVM ({@link #shared()}), so that two sources of one host are as polite as one. Thread safe.
 */
public final class HostGate {
    /** Waits until a time; sleeps outside tests. */
    interface Pause {
        void until(Instant time) throws InterruptedException;
    }

    /** A longer wait is given back to the caller as a time, so that no thread is held by it. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** Quiet after the first 429 or 503 that names no time; doubles with each further one. */
    static final Duration FIRST_QUIET = Duration.ofMinutes(1);
    /** Longest quiet that we choose ourselves. */
    static final Duration LONGEST_QUIET = Duration.ofHours(1);
    /** Longest quiet that a host's {@code Retry-After} can ask for. */
    static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private static final HostGate SHARED = new HostGate(Clock.systemUTC(), HostGate::sleepUntil);

    private final Clock clock;
    private final Pause pause;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    HostGate(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** The gate of this JVM. */
    public static HostGate shared() {
        return SHARED;
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        Duration left = Duration.between(Instant.now(), time);
        if (!left.isNegative()) {
            Thread.sleep(left.plusMillis(1).toMillis());
        }
    }

    /**
     * Takes the host for one request, waiting for its turn; {@link #leave} must follow.
     *
     * @return empty when the host is taken, else the time before which it may not be asked (it is not taken then)
     */
    Optional<Instant> enter(String host, Duration delay) throws InterruptedException {
        Host state = host(host);
        state.turn.acquire();
        boolean taken = false;
        try {
            Instant now = clock.instant();
            Instant earliest = state.earliest(delay);
            if (earliest.isAfter(now.plus(LONGEST_PAUSE))) {
                return Optional.of(earliest);
            }
            if (earliest.isAfter(now)) {
                pause.until(earliest);
            }
            taken = true;
            return Optional.empty();
        } finally {
            if (!taken) {
                state.turn.release();
            }
        }
    }

    /** Gives the host back after the request. */
    void leave(String host) {
        Host state = host(host);
        state.ended(clock.instant());
        state.turn.release();
    }

    /**
     * The host asked for quiet (429 or 503).
     *
     * @param retryAfter how long, if it said
     * @return when it may be asked again
     */
    Instant quiet(String host, Optional<Duration> retryAfter) {
        return host(host).quiet(clock.instant(), retryAfter);
    }

    /** The host answered as it should: the next quiet is a short one again. */
    void answered(String host) {
        host(host).answered();
    }

    private Host host(String host) {
        return hosts.computeIfAbsent(host, name -> new Host());
    }

    private static final class Host {
        private final Semaphore turn = new Semaphore(1, true);
        private Instant lastEnd = Instant.EPOCH;
        private Instant quietUntil = Instant.EPOCH;
        private int refusals;

        synchronized Instant earliest(Duration delay) {
            Instant spaced = lastEnd.plus(delay);
            return spaced.isAfter(quietUntil) ? spaced : quietUntil;
        }

        synchronized void ended(Instant at) {
            lastEnd = at;
        }

        synchronized void answered() {
            refusals = 0;
        }

        synchronized Instant quiet(Instant now, Optional<Duration> retryAfter) {
            Duration own = FIRST_QUIET.multipliedBy(1L << Math.min(refusals, 10));
            Duration length =
                    retryAfter.map(asked -> min(asked, LONGEST_RETRY_AFTER)).orElse(min(own, LONGEST_QUIET));
            refusals++;
            Instant until = now.plus(length);
            quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
            return quietUntil;
        }

        private static Duration min(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }
}
