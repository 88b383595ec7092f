package huxiao.streaming;

import huxiao.index.IndexedPost;
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
 * @param likeness what it is compared by
 */
public record Judged(Post post, Assessment assessment, String alertId, Likeness likeness) {
    /** Whether it asks for an alert. */
    boolean isDangerous() {
        return assessment.level() != Level.NONE;
    }

    /** What the index holds of it. */
    public IndexedPost indexed() {
        return new IndexedPost(post, assessment, alertId, likeness);
    }

    Judged in(String alert) {
        return new Judged(post, assessment, alert, likeness);
    }
}
