package huxiao.register;

import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Post;
import java.util.Objects;

/**
 * A post that asks for an alert, with the alert it is thought to belong to.
 *
 * @param post the post, masked
 * @param assessment its judgement, above {@link Level#NONE}
 * @param fingerprint SimHash of its text, for finding copies
 * @param joins id of the alert whose event it tells of; empty to start a new one
 * @param historic too old to be sent when first seen
 */
public record Sighting(Post post, Assessment assessment, long fingerprint, String joins, boolean historic) {
    public Sighting {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(joins, "joins");
        if (assessment.level() == Level.NONE) {
            throw new IllegalArgumentException("a post judged NONE asks for no alert");
        }
        if (!assessment.postId().equals(post.id())) {
            throw new IllegalArgumentException("post and assessment do not belong together");
        }
    }
}
