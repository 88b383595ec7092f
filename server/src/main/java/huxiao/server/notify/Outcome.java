package huxiao.server.notify;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What became of one attempt to deliver. */
sealed interface Outcome {
    /** The receiver has it. */
    record Sent() implements Outcome {}

    /**
     * The receiver may not have it; try again.
     *
     * @param error what happened, for the operator
     * @param retryAfter how long the receiver asks to be left alone, if it does
     */
    record Failed(String error, Optional<Duration> retryAfter) implements Outcome {
        public Failed {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * The receiver will never take it; trying again is pointless.
     *
     * @param error what happened, for the operator
     */
    record Refused(String error) implements Outcome {
        public Refused {
            Objects.requireNonNull(error, "error");
        }
    }

    /** The usual failure: nothing is said about when to come back. */
    static Outcome failed(String error) {
        return new Failed(error, Optional.empty());
    }
}
