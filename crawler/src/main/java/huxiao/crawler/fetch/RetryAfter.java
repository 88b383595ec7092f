package huxiao.crawler.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The {@code Retry-After} header: seconds or an HTTP date (RFC 9110 §10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /** How long to wait; empty when the value is neither, at least a second otherwise. */
    static Optional<Duration> parse(String value, Instant now) {
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Optional.of(atLeastASecond(Duration.ofSeconds(Long.parseLong(text))));
        }
        try {
            Instant time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(atLeastASecond(Duration.between(now, time)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration atLeastASecond(Duration duration) {
        return duration.toSeconds() < 1 ? Duration.ofSeconds(1) : duration;
    }
}
