package huxiao.server.web.access;

import huxiao.register.AuditEntry;
import huxiao.register.AuditFilter;
import huxiao.register.Register;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The audit trail, for those who answer for how the program is used. It can be read and nothing else. */
@Component
public final class ReadAudit {
    private final Register register;

    ReadAudit(Register register) {
        this.register = register;
    }

    /**
     * Entries, newest first.
     *
     * @throws AccessDeniedException for everybody but administrators
     */
    public List<AuditEntry> list(Person person, AuditFilter filter) {
        if (!person.mayReadAudit()) {
            throw new AccessDeniedException("only administrators read the audit trail");
        }
        return register.audit().list(filter);
    }
}
