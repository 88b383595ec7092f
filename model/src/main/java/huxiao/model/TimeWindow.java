package huxiao.model;

import java.time.Instant;
import java.util.Objects;

/**
 * When something is said to happen, reckoned from the post's own time.
 *
 * @param words the author's words, such as 明天放学后
 * @param from first instant
 * @param to one past the last instant, after {@code from}
 */
public record TimeWindow(Span words, Instant from, Instant to) {
    public TimeWindow {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("a time window ends after it begins, found " + from + " to " + to);
        }
    }
}
