package huxiao.crawler.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The rules of each host, kept for 24 hours (RFC 9309 §2.4), or until it is time to ask again. Thread safe. */
final class RobotsCache {
    /** Reads the rules of a host; blocks. */
    interface Loader {
        RobotsRules load(URI robots) throws InterruptedException;
    }

    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    RobotsCache(Clock clock) {
        this.clock = clock;
    }

    /** Rules and how long they hold. */
    record Known(RobotsRules rules, Instant until) {}

    /** The rules for a URL, asked for where none are known or theirs have run out. */
    Known rules(URI uri, Loader loader) throws InterruptedException {
        String origin = uri.getScheme() + "://" + PageUrl.authority(uri);
        return entries.computeIfAbsent(origin, name -> new Entry())
                .rules(URI.create(origin + "/robots.txt"), loader, clock);
    }

    private static final class Entry {
        private final ReentrantLock lock = new ReentrantLock();
        private Known known = new Known(RobotsRules.unknown("not asked yet"), Instant.EPOCH);
        private int unanswered;

        Known rules(URI robots, Loader loader, Clock clock) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                if (!clock.instant().isBefore(known.until)) {
                    RobotsRules rules = loader.load(robots);
                    unanswered = rules.isKnown() ? 0 : unanswered + 1;
                    known = new Known(rules, clock.instant().plus(rules.isKnown() ? KEPT : retry()));
                }
                return known;
            } finally {
                lock.unlock();
            }
        }

        private Duration retry() {
            Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(unanswered - 1, 10));
            return wait.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : wait;
        }
    }
}
