package huxiao.register;

import huxiao.model.Schools;
import huxiao.register.database.DatabaseSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The record of what people did. */
@SuppressWarnings("DoNotCallSuggester")
public final class Register implements AutoCloseable {
    private Register() {}

    /** Opens. */
    public static Register open(DatabaseSettings settings, List<Receiver> receivers, Clock clock) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Schools. */
    public Schools schools() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Puts schools. */
    public void putSchools(Schools schools) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Alerts. */
    public AlertBook alerts() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Hazards. */
    public HazardBook hazards() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Figures. */
    public FiguresBook figures() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Risks. */
    public RiskBook risks() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Deliveries. */
    public DeliveryBook deliveries() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Changes. */
    public ChangeFeed changes() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Audit. */
    public AuditTrail audit() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Accounts. */
    public AccountBook accounts() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Dead letters. */
    public DeadLetterBook deadLetters() {
        throw new UnsupportedOperationException("not yet");
    }

    /** Forgets. */
    public RetentionReport forget(Instant postsBefore, Instant alertsBefore) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not yet");
    }
}
