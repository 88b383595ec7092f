package huxiao.register;

import huxiao.model.Level;
import java.time.Instant;
import java.util.Objects;

/**
 * A post that belongs to an alert, in its newest version. The author's text, masked: to be escaped where it is shown.
 *
 * @param id the post
 * @param source id of the source it came from
 * @param url where a person can read it
 * @param title title, may be empty
 * @param text text, masked
 * @param eventTime when it was published, clamped
 * @param level its own level
 */
public record AlertPost(
        String id, String source, String url, String title, String text, Instant eventTime, Level level) {
    public AlertPost {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(eventTime, "eventTime");
        Objects.requireNonNull(level, "level");
    }
}
