package huxiao.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huxiao.model.Assessment;
import huxiao.model.Likeness;
import huxiao.model.Post;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What the index holds of one post.
 *
 * @param post the post
 * @param assessment what the program thinks of it
 * @param alertId the alert it belongs to, empty when none
 * @param likeness what it is compared by; {@link Likeness#NONE} where that is not known
 */
public record IndexedPost(Post post, Assessment assessment, String alertId, Likeness likeness) {
    /** The longest id that an index takes, UTF-16 units. */
    public static final int MAX_ID_LENGTH = 1024;

    /** A post of which is not known what to compare it by. */
    public IndexedPost(Post post, Assessment assessment, String alertId) {
        this(post, assessment, alertId, Likeness.NONE);
    }

    public IndexedPost {
        // what an index of an older format gives back has none
        likeness = Objects.requireNonNullElse(likeness, Likeness.NONE);
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(alertId, "alertId");
        if (!post.id().equals(assessment.postId())) {
            throw new IllegalArgumentException(
                    "the assessment is of post " + assessment.postId() + ", not of " + post.id());
        }
        if (post.id().length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("an id has at most " + MAX_ID_LENGTH + " characters, found "
                    + post.id().length());
        }
        if (post.id().codePoints().anyMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE)) {
            throw new IllegalArgumentException("an id holds half of a surrogate pair: " + post.id());
        }
    }

    /** The time by which posts are ordered and searched: the post's event time in ms since 1970, clamped to a long. */
    @JsonIgnore
    public long time() {
        return millis(post.eventTime());
    }

    /** {@link #time()} on the clocks of a zone. */
    public LocalDateTime localTime(ZoneId zone) {
        return localTime(time(), zone);
    }

    /** A {@link #time()} on the clocks of a zone. */
    public static LocalDateTime localTime(long time, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
    }

    /** Milliseconds since 1970, clamped to what a long holds: times are claimed by pages and may be anything. */
    public static long millis(Instant instant) {
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
