package huxiao.server.notify;

import java.time.Duration;

/**
 * How long the other side may take.
 *
 * @param connect to take a connection
 * @param attempt for one attempt from beginning to end, the connection and the whole answer included
 */
public record Timeouts(Duration connect, Duration attempt) {
    public Timeouts {
        if (connect.isZero() || connect.isNegative() || attempt.compareTo(connect) < 0) {
            throw new IllegalArgumentException(
                    "a time limit is above zero and an attempt is not shorter than its connection; found " + connect
                            + " and " + attempt);
        }
    }
}
