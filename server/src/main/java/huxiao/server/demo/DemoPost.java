package huxiao.server.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What somebody in the demo city wrote, one line of {@code config/demo/posts.jsonl}. Absent strings are empty.
 *
 * @param k stable key, the same as in {@code truth.jsonl}
 * @param site {@link #FORUM}, {@link #NEWS} or {@link #FEED}
 * @param board board of the forum or section of the newspaper
 * @param thread key of the forum's thread, else empty
 * @param title title, empty for replies
 * @param author handle
 * @param day days before the demo's epoch
 * @param time time of that day in Asia/Shanghai, HH:mm
 * @param live seconds after the epoch at which it appears; 0 for what is there from the start
 * @param text the text; lines are parted by a line feed
 */
record DemoPost(
        String k,
        String site,
        String board,
        String thread,
        String title,
        String author,
        int day,
        String time,
        int live,
        String text) {
    static final String FORUM = "forum";
    static final String NEWS = "news";
    static final String FEED = "feed";

    /** The time zone of the demo city. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    DemoPost {
        Objects.requireNonNull(k, "k");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(board, "board");
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(text, "text");
    }

    /** When it was written, given the instant at which the demo first started. */
    Instant publishedAt(Instant epoch) {
        if (live > 0) {
            return epoch.plusSeconds(live);
        }
        return LocalDateTime.of(epoch.atZone(ZONE).toLocalDate().minusDays(day), LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
    }

    /** Whether it can be seen at {@code now}: what is not live always can. */
    boolean isVisible(Instant epoch, Instant now) {
        return live == 0 || !publishedAt(epoch).isAfter(now);
    }
}
