package huxiao.server.web.access;

import java.time.Duration;

/** Thrown when a person has as many exports running as one may. */
public final class TooManyExportsException extends RuntimeException {
    /** When to ask again: how long the running ones take, nobody knows. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private static final long serialVersionUID = 1L;

    private final int most;

    TooManyExportsException(int most) {
        super("at most " + most + " exports of one person run at once");
        this.most = most;
    }

    /** How many of one person may run at once. */
    public int most() {
        return most;
    }
}
