package huxiao.register;

import java.util.Objects;

/**
 * Which audit entries to list. Empty parts do not limit.
 *
 * @param person who did it
 * @param action what was done
 * @param subject id of what it was done to
 * @param before only entries with a lower sequence, for the next page; {@link Long#MAX_VALUE} for the newest
 * @param limit page size, 1…1000
 */
public record AuditFilter(String person, String action, String subject, long before, int limit) {
    /** The newest hundred entries. */
    public static final AuditFilter ALL = new AuditFilter("", "", "", Long.MAX_VALUE, 100);

    public AuditFilter {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(subject, "subject");
        Pages.checkLimit(limit);
    }

    /** Only what was done to this. */
    public AuditFilter ofSubject(String id) {
        return new AuditFilter(person, action, id, before, limit);
    }

    /** Only what this person did. */
    public AuditFilter ofPerson(String login) {
        return new AuditFilter(login, action, subject, before, limit);
    }
}
