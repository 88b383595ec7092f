package huxiao.register;

import huxiao.model.Category;
import huxiao.model.Likeness;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What grouping needs to know of a post that belongs to an alert; no text.
 *
 * @param alertId the alert as it was when this was looked up; a person may have moved the post since
 * @param postId the post
 * @param likeness what it is compared by; {@link Likeness#NONE} where that is not known
 * @param category its main category
 * @param schools codes of its linked schools
 * @param eventTime when it was published, clamped
 * @param schoolTold whether the alert takes the school's route
 */
public record AlertMember(
        String alertId,
        String postId,
        Likeness likeness,
        Category category,
        List<String> schools,
        Instant eventTime,
        boolean schoolTold) {
    public AlertMember {
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(postId, "postId");
        // the state of a job of an older version has none
        likeness = Objects.requireNonNullElse(likeness, Likeness.NONE);
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(eventTime, "eventTime");
        schools = List.copyOf(schools);
    }
}
