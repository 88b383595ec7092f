package huxiao.register;

import java.time.Instant;
import java.util.Objects;

/**
 * A post of an alert with all that the register keeps of it.
 *
 * @param post the post in its newest version, masked
 * @param alertId the alert it belongs to
 * @param collectedAt when that version was read
 */
public record RecordedPost(AlertPost post, String alertId, Instant collectedAt) {
    public RecordedPost {
        Objects.requireNonNull(post, "post");
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(collectedAt, "collectedAt");
    }
}
