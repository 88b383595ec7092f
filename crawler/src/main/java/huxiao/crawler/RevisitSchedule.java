package huxiao.crawler;

import java.time.Duration;
import java.time.Instant;

/**
 * When a page is read again. A page that changed lately will likely change soon, so the wait is half of the time since its last
 * change, between {@code refresh} and a week; the start page and pages that only list others come at {@code refresh}. Failures
 * double the wait.
 */
final class RevisitSchedule {
    static final Duration LONGEST = Duration.ofDays(7);
    /** A page that robots.txt or the server forbids, or that is gone, is asked for again after a day. */
    static final Duration FORBIDDEN = Duration.ofDays(1);

    private static final Duration LONGEST_LISTING_FAILURE = Duration.ofHours(1);
    private static final Duration LONGEST_PAGE_FAILURE = Duration.ofDays(1);

    private final Duration refresh;

    RevisitSchedule(Duration refresh) {
        this.refresh = refresh;
    }

    Instant afterReading(PageKind kind, Instant changed, Instant now) {
        if (kind != PageKind.PAGE) {
            return now.plus(refresh);
        }
        Duration quiet = Duration.between(changed, now).dividedBy(2);
        return now.plus(max(refresh, min(quiet, LONGEST)));
    }

    /** After {@code failures} in a row, this one counted. */
    Instant afterFailure(PageKind kind, int failures, Instant now) {
        Duration longest = kind == PageKind.PAGE ? LONGEST_PAGE_FAILURE : LONGEST_LISTING_FAILURE;
        Duration wait = refresh.multipliedBy(1L << Math.min(failures - 1, 16));
        return now.plus(max(refresh, min(wait, longest)));
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
