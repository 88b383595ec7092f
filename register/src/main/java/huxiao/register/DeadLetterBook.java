package huxiao.register;

import java.util.List;

/** Poison input. */
@SuppressWarnings("DoNotCallSuggester")
public final class DeadLetterBook {
    DeadLetterBook() {}

    /** Puts. */
    public void put(String kind, String reference, String cause, String payload) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Newest first. */
    public List<DeadLetter> list(int limit) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Count. */
    public long count() {
        throw new UnsupportedOperationException("not yet");
    }
}
