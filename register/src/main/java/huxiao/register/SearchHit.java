package huxiao.register;

import huxiao.model.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A post that a saved search found: no word of it, only what tells who may see it.
 *
 * @param searchId the search
 * @param postId the post
 * @param level the post's level
 * @param schools codes of the schools that it is linked to
 * @param collectedAt when it was collected; retention counts from here
 */
public record SearchHit(String searchId, String postId, Level level, List<String> schools, Instant collectedAt) {
    public SearchHit {
        Objects.requireNonNull(searchId, "searchId");
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(collectedAt, "collectedAt");
        schools = List.copyOf(schools);
    }
}
