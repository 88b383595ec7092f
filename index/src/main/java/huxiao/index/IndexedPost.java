package huxiao.index;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import huxiao.index.query.PostStatus;
import huxiao.index.text.CutText;
import huxiao.index.text.Highlighter;
import huxiao.index.text.ReadText;
import huxiao.model.AlertStatus;
import huxiao.model.Assessment;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.Segmenter;
import huxiao.model.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the index holds of one post.
 *
 * @param post the post
 * @param assessment what the program thinks of it
 * @param alertId the alert it belongs to, empty when none
 * @param status where that alert stands; {@link PostStatus#NONE} exactly when there is none
 * @param alertRevision the revision of the alert at which it stood there; 0 when that is not known or there is none
 * @param likeness what it is compared by; {@link Likeness#NONE} where that is not known
 */
public record IndexedPost(
        Post post, Assessment assessment, String alertId, PostStatus status, int alertRevision, Likeness likeness) {
    /** The longest id that an index takes, UTF-16 units. */
    public static final int MAX_ID_LENGTH = 1024;

    public IndexedPost {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(likeness, "likeness");
        if (alertId.isEmpty() != (status == PostStatus.NONE) || alertRevision < 0) {
            throw new IllegalArgumentException("a status of an alert, and a revision from 0, found " + status + " and "
                    + alertRevision + " of alert '" + alertId + "'");
        }
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

    /** A post of an alert of which no more is known, or of none. */
    public IndexedPost(Post post, Assessment assessment, String alertId, Likeness likeness) {
        this(post, assessment, alertId, alertId.isEmpty() ? PostStatus.NONE : PostStatus.UNVERIFIED, 0, likeness);
    }

    /** The same where is not known what to compare it by. */
    public IndexedPost(Post post, Assessment assessment, String alertId) {
        this(post, assessment, alertId, Likeness.NONE);
    }

    /** As it is stored; a format that knew neither status nor likeness left them out. */
    @JsonCreator
    static IndexedPost stored(
            @JsonProperty("post") Post post,
            @JsonProperty("assessment") Assessment assessment,
            @JsonProperty("alertId") String alertId,
            @JsonProperty("status") Optional<PostStatus> status,
            @JsonProperty("alertRevision") int alertRevision,
            @JsonProperty("likeness") Optional<Likeness> likeness) {
        Likeness alike = likeness.orElse(Likeness.NONE);
        return status.map(known -> new IndexedPost(post, assessment, alertId, known, alertRevision, alike))
                .orElseGet(() -> new IndexedPost(post, assessment, alertId, alike));
    }

    /** The same in an alert that stands so. */
    public IndexedPost in(AlertState alert) {
        return new IndexedPost(
                post, assessment, alert.alertId(), PostStatus.from(alert.status()), alert.revision(), likeness);
    }

    /** What the post says of its alert; empty when it has none. */
    public Optional<AlertState> alertState() {
        return status == PostStatus.NONE
                ? Optional.empty()
                : Optional.of(AlertState.of(alertId, AlertStatus.valueOf(status.name()), alertRevision));
    }

    /** All texts of the post that are searched, cut: as they are written, and as they were read where words were hidden in them. */
    public List<CutText> cuts(Segmenter segmenter) {
        return ReadText.cuts(segmenter, post, assessment.insight().changes());
    }

    /** Where a highlighter marks the post, its hidden words as they are written. */
    public List<Span> marks(Highlighter highlighter) {
        return highlighter.highlight(post, assessment.insight().changes());
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
