package huxiao.server.api;

import huxiao.register.AuditEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A page of the audit trail.
 *
 * @param items the page, newest first
 * @param next cursor of the page behind, to be given as {@code after}; empty on the last
 */
@Schema(name = "Audit")
public record AuditView(List<Entry> items, String next) {
    /** A page of at most {@code limit} of what was found, which is one more where another page follows. */
    static AuditView of(List<AuditEntry> found, int limit) {
        List<AuditEntry> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Long.toString(page.get(limit - 1).sequence()) : "";
        return new AuditView(page.stream().map(Entry::of).toList(), next);
    }

    /**
     * What somebody did.
     *
     * @param at when
     * @param by login of who did it; {@code system} for the program itself
     * @param action what was done
     * @param subject id of what it was done to; empty when it has none
     * @param detail the reason given, what was changed, or figures as JSON
     */
    @Schema(name = "AuditEntry")
    public record Entry(Instant at, String by, String action, String subject, String detail) {
        static Entry of(AuditEntry entry) {
            return new Entry(entry.at(), entry.person(), entry.action(), entry.subject(), entry.detail());
        }
    }
}
