package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alerts. */
@SuppressWarnings("DoNotCallSuggester")
public final class AlertBook {
    AlertBook() {}

    /** Records. */
    public Recorded record(Sighting sighting) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Members. */
    public List<AlertMember> members(Instant from, Instant to) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Finds. */
    public Optional<Alert> find(String id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Lists. */
    public AlertPage list(AlertFilter filter) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Posts. */
    public List<AlertPost> posts(String alertId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Decides. */
    public Alert decide(String id, int expectedRevision, AlertStatus verdict, String person, String note) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Merges. */
    public Alert merge(String id, String into, int expectedRevision, String person, String note) {
        throw new UnsupportedOperationException("not yet");
    }

    /** History. */
    public List<AlertEvent> history(String alertId) {
        throw new UnsupportedOperationException("not yet");
    }
}
