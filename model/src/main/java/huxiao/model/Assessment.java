package huxiao.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the program thinks of one version of one post.
 *
 * @param postId the post
 * @param postVersion the version judged
 * @param level how urgent
 * @param categories the kinds of danger that hold, the one that harms first in front; empty exactly at {@link Level#NONE}
 * @param probabilities every category's probability, 0…1
 * @param stance how the author stands to it
 * @param routes who is to be told; empty exactly at {@link Level#NONE}
 * @param score log-odds of danger
 * @param bias the part of the score that no reason explains
 * @param schools candidate schools, likeliest first; see {@link SchoolLink#isLinked()}
 * @param reasons spans with weights, heaviest first
 * @param insight what the judgement rests on beside its reasons
 */
public record Assessment(
        String postId,
        String postVersion,
        Level level,
        List<Category> categories,
        Map<Category, Double> probabilities,
        Stance stance,
        List<Route> routes,
        double score,
        double bias,
        List<SchoolLink> schools,
        List<Reason> reasons,
        Insight insight) {
    public Assessment {
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(postVersion, "postVersion");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(stance, "stance");
        Objects.requireNonNull(insight, "insight");
        categories = List.copyOf(categories);
        probabilities = Map.copyOf(probabilities);
        routes = List.copyOf(routes);
        schools = List.copyOf(schools);
        reasons = List.copyOf(reasons);
        if ((level == Level.NONE) != categories.isEmpty()) {
            throw new IllegalArgumentException("level " + level + " does not go with categories " + categories);
        }
        if (level.isPolice() != routes.contains(Route.POLICE_NOW)) {
            throw new IllegalArgumentException("level " + level + " does not go with routes " + routes);
        }
    }

    /** The category that harms first; empty at {@link Level#NONE}. */
    public Optional<Category> mainCategory() {
        return categories.stream().findFirst();
    }

    /** Codes of the schools that count as linked, likeliest first. */
    public List<String> linkedSchools() {
        return schools.stream()
                .filter(SchoolLink::isLinked)
                .map(SchoolLink::code)
                .toList();
    }

    /** Codes of the schools that may be meant but do not count as linked. */
    public List<String> candidateSchools() {
        return schools.stream()
                .filter(link -> !link.isLinked())
                .map(SchoolLink::code)
                .toList();
    }
}
