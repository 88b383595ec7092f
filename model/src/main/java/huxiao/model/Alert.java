package huxiao.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One event that people should look at, with the posts that tell of it.
 *
 * @param id derived from the first of its posts committed in the register
 * @param revision from 1; rises on level, category, school, status or merge, never on a count of copies
 * @param status where it stands
 * @param level the most urgent level among its posts
 * @param categories kinds of danger, the main one in front
 * @param stance of the leading post
 * @param routes who is told
 * @param schools codes of linked schools; empty means "which school is unclear"
 * @param candidates codes of schools that may be meant
 * @param post the leading post: the first, or the first of the most urgent level
 * @param reasons why the leading post was judged so
 * @param insight what that judgement rests on beside its reasons
 * @param score log-odds of danger of the leading post
 * @param copies how many posts tell of it, at least 1
 * @param firstSeen earliest event time among its posts
 * @param lastSeen latest event time among its posts
 * @param historic too old to be sent when first seen: stored and shown, never sent
 * @param mergedInto id of the alert it was merged into, else empty
 */
public record Alert(
        String id,
        int revision,
        AlertStatus status,
        Level level,
        List<Category> categories,
        Stance stance,
        List<Route> routes,
        List<String> schools,
        List<String> candidates,
        Post post,
        List<Reason> reasons,
        Insight insight,
        double score,
        int copies,
        Instant firstSeen,
        Instant lastSeen,
        boolean historic,
        String mergedInto) {
    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(stance, "stance");
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(insight, "insight");
        Objects.requireNonNull(firstSeen, "firstSeen");
        Objects.requireNonNull(lastSeen, "lastSeen");
        Objects.requireNonNull(mergedInto, "mergedInto");
        categories = List.copyOf(categories);
        routes = List.copyOf(routes);
        schools = List.copyOf(schools);
        candidates = List.copyOf(candidates);
        reasons = List.copyOf(reasons);
        if (revision < 1 || copies < 1) {
            throw new IllegalArgumentException("revision and copies start at 1, found " + revision + " and " + copies);
        }
        if (level == Level.NONE || categories.isEmpty()) {
            throw new IllegalArgumentException("an alert has a level above NONE and a category");
        }
    }

    /**
     * The place near which the leading post puts a school without naming it; empty for a school that is named. A school that the
     * post's place alone would not have linked, but which is linked, is named by another of the posts.
     */
    public Optional<SchoolLink> nearby(String code) {
        return insight.nearby().stream()
                .filter(link -> link.code().equals(code))
                .filter(link -> link.isLinked() || !schools.contains(code))
                .findFirst();
    }

    /** Whether it still asks for attention: not rejected, merged or closed. */
    public boolean isOpen() {
        return status == AlertStatus.UNVERIFIED || status == AlertStatus.VERIFIED;
    }
}
