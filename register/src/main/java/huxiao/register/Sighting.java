package huxiao.register;

import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import java.util.Objects;

/**
 * A post that asks for an alert, with the alert it is thought to belong to.
 *
 * @param post the post, masked
 * @param assessment its judgement, above {@link Level#NONE}
 * @param likeness what it is compared by, for finding copies and other tellings
 * @param joins id of a post that tells of the same event, whose alert it joins; empty to start a new one
 * @param historic too old to be sent when first seen
 */
public record Sighting(Post post, Assessment assessment, Likeness likeness, String joins, boolean historic) {
    /** A post that the encoder has not read. */
    public Sighting(Post post, Assessment assessment, long fingerprint, String joins, boolean historic) {
        this(post, assessment, new Likeness(fingerprint, ""), joins, historic);
    }

    public Sighting {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(likeness, "likeness");
        Objects.requireNonNull(joins, "joins");
        if (assessment.level() == Level.NONE) {
            throw new IllegalArgumentException("a post judged NONE asks for no alert");
        }
        if (!assessment.postId().equals(post.id())) {
            throw new IllegalArgumentException("post and assessment do not belong together");
        }
    }
}
