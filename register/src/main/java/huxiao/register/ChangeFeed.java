package huxiao.register;

import java.util.List;

/** What people changed, for the job. */
@SuppressWarnings("DoNotCallSuggester")
public final class ChangeFeed {
    ChangeFeed() {}

    /** Snapshot. */
    public List<RegisterChange> snapshot() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Position. */
    public ChangePosition position() {
        throw new UnsupportedOperationException("not yet");
    }

    /** After. */
    public List<RegisterChange> after(ChangePosition position, int max) {
        throw new UnsupportedOperationException("not yet");
    }
}
