package huxiao.streaming;

import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Post;

/**
 * A post with its judgement and, once grouped, the alert it belongs to.
 *
 * @param post the post, masked
 * @param assessment its judgement
 * @param alertId the alert, empty before grouping and for posts that raise none
 */
public record Judged(Post post, Assessment assessment, String alertId) {
    /** Whether it asks for an alert. */
    boolean isDangerous() {
        return assessment.level() != Level.NONE;
    }

    Judged in(String alert) {
        return new Judged(post, assessment, alert);
    }
}
