package huxiao.crawler.fetch;

import java.util.regex.Pattern;

/**
 * What a server gave to ask with next time (RFC 9110 §8.8). A value that could not be sent back as a header is dropped.
 *
 * @param etag the {@code ETag}, may be empty
 * @param lastModified the {@code Last-Modified}, as sent, may be empty
 */
public record Validators(String etag, String lastModified) {
    private static final Pattern SENDABLE = Pattern.compile("[\\x20-\\x7e]{0,512}");

    /** None: the page is asked for unconditionally. */
    public static final Validators NONE = new Validators("", "");

    public Validators {
        etag = sendable(etag);
        lastModified = sendable(lastModified);
    }

    private static String sendable(String value) {
        return SENDABLE.matcher(value).matches() ? value.strip() : "";
    }
}
