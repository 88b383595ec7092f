package huxiao.register;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A key by which a school's own software speaks for it. Only the key's hash is stored.
 *
 * @param id what to call it by in lists and in the audit trail, as {@code apikey:ID}
 * @param school code of the school it speaks for
 * @param label what it is for
 * @param createdAt when it was issued
 * @param createdBy who issued it
 * @param lastUsed when it was last used, to the hour
 * @param revokedAt since when it is void
 */
public record ApiKey(
        String id,
        String school,
        String label,
        Instant createdAt,
        String createdBy,
        Optional<Instant> lastUsed,
        Optional<Instant> revokedAt) {
    public ApiKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(lastUsed, "lastUsed");
        Objects.requireNonNull(revokedAt, "revokedAt");
    }
}
