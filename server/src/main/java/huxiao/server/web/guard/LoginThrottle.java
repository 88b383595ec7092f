package huxiao.server.web.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down guessing of passwords. After some free failures of one login from one address each further attempt must wait, one
 * second at first and twice as long each time; an address as a whole has ten times as many. Nobody is locked out by attempts from
 * elsewhere. An attempt counts as failed until it succeeds, so that many at once are no way around. Thread safe.
 */
final class LoginThrottle {
    private static final int MOST_KEYS = 20_000;
    private static final int ADDRESS_SHARE = 10;
    private static final Duration FORGET = Duration.ofHours(1);

    private final int free;
    private final Duration longest;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Failures(int count, Instant last, Instant until) {}

    LoginThrottle(int free, Duration longest, Clock clock) {
        this.free = free;
        this.longest = longest;
        this.clock = clock;
    }

    /** Begins an attempt; tells how long to wait when it may not be made yet, and then does not count it. */
    synchronized Optional<Duration> begin(String login, String address) {
        Instant now = clock.instant();
        Optional<Duration> wait = wait(key(login, address), now).or(() -> wait(address, now));
        if (wait.isEmpty()) {
            count(key(login, address), free, now);
            count(address, free * ADDRESS_SHARE, now);
        }
        return wait;
    }

    /** The attempt succeeded: its login and address start anew. */
    synchronized void succeeded(String login, String address) {
        failures.remove(key(login, address));
        failures.remove(address);
    }

    private Optional<Duration> wait(String key, Instant now) {
        Failures past = failures.get(key);
        return past != null && now.isBefore(past.until())
                ? Optional.of(Duration.between(now, past.until()))
                : Optional.empty();
    }

    private void count(String key, int allowed, Instant now) {
        Failures past = failures.get(key);
        int count = past == null || now.isAfter(past.last().plus(FORGET)) ? 1 : past.count() + 1;
        failures.put(key, new Failures(count, now, now.plus(delay(count - allowed))));
    }

    private Duration delay(int excess) {
        if (excess < 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(excess, 20));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private static String key(String login, String address) {
        return login + '\n' + address;
    }
}
