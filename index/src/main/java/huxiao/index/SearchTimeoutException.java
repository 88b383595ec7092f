package huxiao.index;

import java.time.Duration;

/** One search took longer than it may; the query should be made narrower. */
public final class SearchTimeoutException extends RuntimeException {
    /** After the time that a search may take. */
    public SearchTimeoutException(Duration allowed) {
        super("the search took longer than " + allowed.toMillis() + " ms; add a word, a school or a time to narrow it");
    }
}
