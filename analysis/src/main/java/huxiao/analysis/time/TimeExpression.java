package huxiao.analysis.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Words of time in a text.
 *
 * @param start first unit of the words
 * @param end one past the last
 * @param from first instant meant
 * @param to one past the last instant, after {@code from}
 * @param floating whether no day is named, so that the same hours of the next day may be meant: 放学后
 */
public record TimeExpression(int start, int end, Instant from, Instant to, boolean floating) {
    public TimeExpression {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a time ends after it begins, found " + from + " to " + to);
        }
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("words of time need characters, found " + start + " to " + end);
        }
    }

    /** The same hours so many days later, or earlier where negative. */
    public TimeExpression later(int days) {
        return new TimeExpression(
                start, end, from.plus(Duration.ofDays(days)), to.plus(Duration.ofDays(days)), floating);
    }
}
