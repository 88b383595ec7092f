package huxiao.analysis;

import huxiao.model.Assessment;
import huxiao.model.Likeness;
import java.util.Objects;

/**
 * All that the judge makes of a post in one reading.
 *
 * @param assessment the judgement
 * @param vector the direction of what the post tells, as {@link Likeness#vector()}, with the names of schools hidden; of a long post,
 *     that of the part that the encoder finds the most dangerous; empty where the encoder was not asked
 */
public record Judgement(Assessment assessment, String vector) {
    public Judgement {
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(vector, "vector");
    }
}
