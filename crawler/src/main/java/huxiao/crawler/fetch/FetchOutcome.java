package huxiao.crawler.fetch;

import java.util.Locale;

/** How a fetch ended. */
public enum FetchOutcome {
    /** The page was read. */
    FETCHED,
    /** The server says that nothing changed. */
    NOT_MODIFIED,
    /** robots.txt forbids the page, or forbids us to read robots.txt itself. */
    ROBOTS_FORBID,
    /** robots.txt could not be read just now: stay out and ask again. */
    ROBOTS_UNKNOWN,
    /** 401 or 403. */
    FORBIDDEN,
    /** The page leads to a login. */
    LOGIN_REQUIRED,
    /** 404 or 410. */
    GONE,
    /** 429 or 503, or another source was told so at this host. */
    BACK_OFF,
    /** Another status that is no page. */
    HTTP_ERROR,
    /** Redirects in a circle or too many of them. */
    REDIRECT_LOOP,
    /** A redirect to a site that is not this source. */
    REDIRECT_OUTSIDE,
    /** An address that may not be reached. */
    REFUSED_ADDRESS,
    /** More bytes than allowed. */
    TOO_LARGE,
    /** Took longer than allowed as a whole, slow drips too. */
    TIMED_OUT,
    /** Not text: by its content type or by its bytes. */
    NOT_TEXT,
    /** No connection, a broken one, or an answer that is not HTTP. */
    UNREACHABLE;

    /** The lower-case name used in metrics and logs. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
