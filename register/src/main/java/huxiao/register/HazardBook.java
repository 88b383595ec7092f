package huxiao.register;

import huxiao.model.Hazard;
import java.util.Optional;

/** The risk register. */
@SuppressWarnings("DoNotCallSuggester")
public final class HazardBook {
    HazardBook() {}

    /** Creates. */
    public Hazard create(HazardDraft draft, String person, Optional<String> idempotencyKey) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Updates. */
    public Hazard update(String id, int expectedRevision, HazardDraft draft, String person) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Closes. */
    public Hazard close(String id, int expectedRevision, String person, String note) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Finds. */
    public Optional<Hazard> find(String id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Lists. */
    public HazardPage list(HazardFilter filter) {
        throw new UnsupportedOperationException("not yet");
    }
}
