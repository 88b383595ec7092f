package huxiao.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The merged picture of one school: a sum of named, capped contributions.
 *
 * @param school code of the school
 * @param level from the score by configured thresholds
 * @param score sum of {@link Contribution#counted()}
 * @param contributions heaviest first
 * @param updatedAt when it was computed
 */
public record SchoolRisk(
        String school, Level level, double score, List<Contribution> contributions, Instant updatedAt) {
    public SchoolRisk {
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(updatedAt, "updatedAt");
        contributions = List.copyOf(contributions);
    }
}
