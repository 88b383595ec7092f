package huxiao.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outbox. */
@SuppressWarnings("DoNotCallSuggester")
public final class DeliveryBook {
    DeliveryBook() {}

    /** Claims. */
    public List<Delivery> claim(int max, Duration lease) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Sent. */
    public void sent(String id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Failed. */
    public void failed(String id, String error, Instant nextAttempt) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Dead. */
    public void dead(String id, String error) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Finds. */
    public Optional<Delivery> find(String id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Of an alert. */
    public List<Delivery> ofAlert(String alertId) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Acknowledges one delivery. */
    public Delivery acknowledge(String deliveryId, String person) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Acknowledges all deliveries of an alert. */
    public List<Delivery> acknowledgeAlert(String alertId, String person) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Counts. */
    public Map<DeliveryState, Long> counts() {
        throw new UnsupportedOperationException("not yet");
    }
}
