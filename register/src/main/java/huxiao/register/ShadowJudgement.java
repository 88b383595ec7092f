package huxiao.register;

import huxiao.model.Level;
import java.time.Instant;
import java.util.Objects;

/**
 * What two models say of one version of a post: the one that judges, and one that runs beside it and changes nothing.
 *
 * @param model name of the model that is not switched on
 * @param postId the post
 * @param version the version that both judged
 * @param publishedAt when it was published, clamped
 * @param collectedAt when it was collected; retention counts from here
 * @param before the level that holds
 * @param after the level that the other model would give
 * @param categoryBefore wire name of the main category that holds, empty for none
 * @param categoryAfter the same of the other model
 * @param excerpt the author's words, masked and cut to 200 UTF-16 units; empty where both say the same level
 */
public record ShadowJudgement(
        String model,
        String postId,
        String version,
        Instant publishedAt,
        Instant collectedAt,
        Level before,
        Level after,
        String categoryBefore,
        String categoryAfter,
        String excerpt) {
    /** Most UTF-16 units of an excerpt. */
    public static final int LONGEST_EXCERPT = 200;

    public ShadowJudgement {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(collectedAt, "collectedAt");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(categoryBefore, "categoryBefore");
        Objects.requireNonNull(categoryAfter, "categoryAfter");
        if (excerpt.length() > LONGEST_EXCERPT) {
            throw new IllegalArgumentException(
                    "excerpt: found " + excerpt.length() + " characters, allowed: " + LONGEST_EXCERPT);
        }
    }

    /** Whether the models differ in the level, and so perhaps in whether police are told. */
    public boolean isDifference() {
        return before != after;
    }
}
