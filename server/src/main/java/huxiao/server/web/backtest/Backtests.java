package huxiao.server.web.backtest;

import huxiao.index.CalendarUnit;
import huxiao.index.Hit;
import huxiao.index.IndexedPost;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SearchTimeoutException;
import huxiao.index.query.Comparison;
import huxiao.index.query.Query;
import huxiao.index.query.When;
import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.model.Schools;
import huxiao.register.AlertPost;
import huxiao.server.web.WebParts;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedAlerts;
import huxiao.server.web.access.ScopedPosts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Tries a search, or another threshold of alerts, on the posts of the last days. Looks at {@link #MOST_POSTS} posts at most, for
 * {@link #LONGEST} at most, and says where that was not all; two run at a time. Thread safe.
 */
@Component
public final class Backtests {
    /** The longest stretch that can be asked for, days. */
    public static final int MOST_DAYS = 90;

    /** So many posts are looked at, newest first. */
    static final int MOST_POSTS = 200_000;

    /** So long posts are looked at. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    /** So many missed alerts are named. */
    private static final int MOST_NAMED = 200;

    private static final int AT_ONCE = 2;
    private static final String RULE = "rule:";

    private final ScopedPosts posts;
    private final ScopedAlerts alerts;
    private final Schools schools;
    private final Clock clock;
    private final double threshold;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Backtests(ScopedPosts posts, ScopedAlerts alerts, Schools schools, Clock clock, WebParts parts) {
        this.posts = posts;
        this.alerts = alerts;
        this.schools = schools;
        this.clock = clock;
        this.threshold = parts.alertThreshold();
    }

    /** The threshold of alerts that holds, a probability. */
    public double threshold() {
        return threshold;
    }

    /**
     * What a search would have found.
     *
     * @param days how far back, 1 to {@link #MOST_DAYS}
     * @throws AccessDeniedException for a school
     * @throws SearchTimeoutException when the index or others who try take too long
     */
    public SearchOutcome search(Person person, Query query, int days) {
        return inTurn(() -> searched(person, query, days));
    }

    private SearchOutcome searched(Person person, Query query, int days) {
        Instant from = since(days);
        Query recent = new Query.And(List.of(query, from(from)));
        SearchResult counts =
                posts.search(person, SearchRequest.first(recent, 0).withFacets().withHistogram(CalendarUnit.DAY));
        KnownAlerts known = KnownAlerts.since(from, person, alerts, schools);
        Set<String> found = new HashSet<>();
        Set<String> ids = new HashSet<>();
        boolean all = lookAt(person, dangerous(recent), post -> {
            ids.add(post.post().id());
            if (!post.alertId().isEmpty()) {
                found.add(known.current(post.alertId()));
            }
        });
        List<Alert> missed = known.verified().stream()
                .filter(alert -> !found.contains(alert.id()) && !holdsAny(person, alert, ids::contains))
                .toList();
        Map<LocalDate, Long> byDay = new TreeMap<>();
        counts.facets().histogram().forEach((start, count) -> byDay.put(start.toLocalDate(), count));
        return new SearchOutcome(
                from,
                counts.total(),
                byDay,
                counts.facets().levels(),
                found.size(),
                known.verified().size(),
                known.verified().size() - missed.size(),
                named(missed),
                all && known.isComplete());
    }

    /**
     * What another threshold of alerts would have raised.
     *
     * @param asked a probability
     * @param days how far back, 1 to {@link #MOST_DAYS}
     * @throws AccessDeniedException for everybody who does not decide on alerts: it counts harmless posts too
     * @throws SearchTimeoutException when the index or others who try take too long
     */
    public ThresholdOutcome threshold(Person person, double asked, int days) {
        if (!person.mayDecide()) {
            throw new AccessDeniedException("only analysts try other thresholds");
        }
        return inTurn(() -> tried(person, asked, days));
    }

    private ThresholdOutcome tried(Person person, double asked, int days) {
        Instant from = since(days);
        Tried tried = new Tried(logOdds(asked), KnownAlerts.since(from, person, alerts, schools));
        Query changed = asked >= threshold
                ? dangerous(from(from))
                : new Query.And(List.of(from(from), new Query.Levels(Level.NONE, Level.NONE)));
        boolean all = lookAt(person, changed, tried::take);
        List<Alert> lost = tried.known.verified().stream()
                .filter(alert -> !tried.kept.contains(alert.id()))
                .filter(alert ->
                        tried.dropped.contains(alert.id()) || holdsAny(person, alert, tried.droppedPosts::contains))
                .filter(alert -> !holdsAny(person, alert, tried.keptPosts::contains))
                .toList();
        return new ThresholdOutcome(
                from,
                threshold,
                asked,
                tried.posts,
                less(tried.dropped, tried.kept),
                less(tried.droppedPolice, tried.keptPolice),
                tried.raised,
                tried.ruled,
                tried.known.verified().size(),
                named(lost),
                lost.size(),
                all && tried.known.isComplete());
    }

    /** What becomes of posts and their alerts under another threshold. */
    private static final class Tried {
        private final double least;
        private final KnownAlerts known;
        private final Set<String> kept = new HashSet<>();
        private final Set<String> dropped = new HashSet<>();
        private final Set<String> keptPolice = new HashSet<>();
        private final Set<String> droppedPolice = new HashSet<>();
        private final Set<String> keptPosts = new HashSet<>();
        private final Set<String> droppedPosts = new HashSet<>();
        private long posts;
        private long raised;
        private long ruled;

        Tried(double least, KnownAlerts known) {
            this.least = least;
            this.known = known;
        }

        void take(IndexedPost post) {
            posts++;
            boolean byRule = post.assessment().reasons().stream()
                    .anyMatch(reason -> reason.reason().startsWith(RULE));
            if (byRule) {
                ruled++;
            }
            boolean above = post.assessment().score() >= least;
            if (post.assessment().level() == Level.NONE) {
                raised += above && !byRule ? 1 : 0;
                return;
            }
            boolean stays = above || byRule;
            (stays ? keptPosts : droppedPosts).add(post.post().id());
            if (!post.alertId().isEmpty()) {
                String alert = known.current(post.alertId());
                (stays ? kept : dropped).add(alert);
                if (post.assessment().level().isPolice()) {
                    (stays ? keptPolice : droppedPolice).add(alert);
                }
            }
        }
    }

    private static int less(Set<String> dropped, Set<String> kept) {
        return Math.toIntExact(
                dropped.stream().filter(alert -> !kept.contains(alert)).count());
    }

    /** Asks the register, since a post in the index may name the alert that it belonged to before officers moved it. */
    private boolean holdsAny(Person person, Alert alert, Predicate<String> posted) {
        return alerts.posts(person, alert.id()).stream().map(AlertPost::id).anyMatch(posted);
    }

    private boolean lookAt(Person person, Query query, Consumer<IndexedPost> look) {
        long start = System.nanoTime();
        try (Stream<Hit> hits = posts.stream(person, query)) {
            Iterator<Hit> each = hits.iterator();
            for (int looked = 0; each.hasNext(); looked++) {
                if (looked == MOST_POSTS || System.nanoTime() - start > LONGEST.toNanos()) {
                    return false;
                }
                look.accept(each.next().indexed());
            }
        }
        return true;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!room.tryAcquire(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SearchTimeoutException(LONGEST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchTimeoutException(LONGEST);
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    private Instant since(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days from 1 to " + MOST_DAYS + ", found " + days);
        }
        return clock.instant().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MILLIS);
    }

    private static Query from(Instant start) {
        return new Query.AtTime(Comparison.AT_LEAST, new When.Moment(start));
    }

    private static Query dangerous(Query query) {
        return new Query.And(List.of(query, new Query.Levels(Level.BLUE, Level.RED)));
    }

    private static List<Alert> named(List<Alert> missed) {
        return missed.subList(0, Math.min(MOST_NAMED, missed.size()));
    }

    /** As the judge reckons it. */
    private static double logOdds(double probability) {
        double bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
        return Math.log(bounded / (1 - bounded));
    }
}
