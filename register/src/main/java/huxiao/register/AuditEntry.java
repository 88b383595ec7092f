package huxiao.register;

import java.time.Instant;
import java.util.Objects;

/**
 * What somebody did.
 *
 * @param sequence rises with every entry
 * @param at when
 * @param person login of who did it
 * @param action what was done, such as {@code alert.rejected} or {@code hazard.created}
 * @param subject id of what it was done to; empty when it has none
 * @param detail the reason given, or what was changed; never a post's text
 */
public record AuditEntry(long sequence, Instant at, String person, String action, String subject, String detail) {
    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(detail, "detail");
    }
}
