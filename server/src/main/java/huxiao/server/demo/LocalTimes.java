package huxiao.server.demo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as the pages of the demo city write them, in Asia/Shanghai. */
final class LocalTimes {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);

    private LocalTimes() {}

    /** As people read it, such as {@code 2026-11-23 17:12:00}. */
    static String plain(Instant instant) {
        return SECONDS.format(instant.atZone(DemoPost.ZONE));
    }

    /** RFC 3339 with the offset of the city. */
    static String rfc3339(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(DemoPost.ZONE).toOffsetDateTime());
    }

    /** RFC 1123 with the offset of the city, as RSS wants it. */
    static String rfc1123(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                instant.atZone(DemoPost.ZONE).toOffsetDateTime());
    }

    /** The month, such as {@code 2026-11}. */
    static String month(Instant instant) {
        return MONTH.format(instant.atZone(DemoPost.ZONE));
    }
}
