package huxiao.index.elasticsearch;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * In which index a post lies: that of the month in which its page claims that it was published. Whatever pages claim, there are no
 * more than 242 of them.
 */
final class Months {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2040-01-01T00:00:00Z");

    private Months() {}

    /** Such as {@code 2026-11}, in UTC, so that no setting moves a post; {@code early} before 2020, {@code late} from 2040 on. */
    static String of(Instant publishedAt) {
        if (publishedAt.isBefore(FIRST)) {
            return "early";
        }
        return publishedAt.isBefore(END)
                ? YearMonth.from(publishedAt.atOffset(ZoneOffset.UTC)).toString()
                : "late";
    }
}
