package huxiao.streaming;

import huxiao.index.IndexedPost;
import huxiao.index.query.PostStatus;
import huxiao.model.Alert;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;

/**
 * A post with its judgement and, once grouped, the alert it belongs to.
 *
 * @param post the post, masked
 * @param assessment its judgement
 * @param alertId the alert, empty before grouping and for posts that raise none
 * @param status where the alert stood when the post came to belong to it; {@link PostStatus#NONE} without one
 * @param alertRevision the alert's revision then; 0 without one
 * @param likeness what it is compared by
 */
public record Judged(
        Post post, Assessment assessment, String alertId, PostStatus status, int alertRevision, Likeness likeness) {
    /** A post before grouping. */
    static Judged ungrouped(Post post, Assessment assessment, Likeness likeness) {
        return new Judged(post, assessment, "", PostStatus.NONE, 0, likeness);
    }

    /** Whether it asks for an alert. */
    boolean isDangerous() {
        return assessment.level() != Level.NONE;
    }

    Judged in(Alert alert) {
        return new Judged(post, assessment, alert.id(), PostStatus.from(alert.status()), alert.revision(), likeness);
    }

    /**
     * What the index is given of it.
     *
     * @throws IllegalArgumentException when no index can hold it
     */
    public IndexedPost indexed() {
        return new IndexedPost(post, assessment, alertId, status, alertRevision, likeness);
    }
}
