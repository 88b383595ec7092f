package huxiao.register;

import java.util.List;

/** Who did what. */
@SuppressWarnings("DoNotCallSuggester")
public final class AuditTrail {
    AuditTrail() {}

    /** Writes. */
    public void write(String person, String action, String subject, String detail) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Lists, newest first. */
    public List<AuditEntry> list(AuditFilter filter) {
        throw new UnsupportedOperationException("not yet");
    }
}
