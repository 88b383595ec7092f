package huxiao.register;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who did what: entries are added in the transaction of what was done, and never changed or deleted. Thread safe. */
public final class AuditTrail {
    private final Store store;

    AuditTrail(Store store) {
        this.store = store;
    }

    /**
     * Adds an entry for something that changes nothing else in the register, such as a search. What the other books do, they
     * enter themselves.
     *
     * @param person login of who did it
     * @param action what was done, such as {@code search}
     * @param subject id of what it was done to; empty when it has none
     * @param detail what else belongs to it; never a post's text
     */
    public void write(String person, String action, String subject, String detail) {
        store.write(handle -> {
            add(handle, person, action, subject, detail);
            return true;
        });
    }

    /** Lists, newest first. */
    public List<AuditEntry> list(AuditFilter filter) {
        return store.read(handle -> handle.createQuery("""
                        select * from audit
                        where (:person = '' or person = :person) and (:action = '' or action = :action)
                            and (:subject = '' or subject = :subject) and sequence < :before
                        order by sequence desc limit :limit
                        """)
                .bind("person", filter.person())
                .bind("action", filter.action())
                .bind("subject", filter.subject())
                .bind("before", filter.before())
                .bind("limit", filter.limit())
                .map((row, context) -> new AuditEntry(
                        row.getLong("sequence"),
                        Rows.time(row, "at"),
                        row.getString("person"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list());
    }

    void add(Handle handle, String person, String action, String subject, String detail) {
        if (person.isBlank()) {
            throw new IllegalArgumentException("person: is blank; " + action + " needs the login of who did it");
        }
        handle.createUpdate("""
                        insert into audit (at, person, action, subject, detail)
                        values (:at, :person, :action, :subject, :detail)
                        """)
                .bind("at", store.now())
                .bind("person", person)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .execute();
    }
}
