package huxiao.register;

import huxiao.model.Category;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What grouping needs to know of a post that belongs to an alert; no text.
 *
 * @param alertId the alert, after merges
 * @param postId the post
 * @param fingerprint SimHash of its text
 * @param category its main category
 * @param schools codes of its linked schools
 * @param eventTime when it was published, clamped
 * @param schoolTold whether the alert takes the school's route
 */
public record AlertMember(
        String alertId,
        String postId,
        long fingerprint,
        Category category,
        List<String> schools,
        Instant eventTime,
        boolean schoolTold) {
    public AlertMember {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(eventTime, "eventTime");
        schools = List.copyOf(schools);
    }
}
