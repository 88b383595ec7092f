package huxiao.register;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One message to one receiver about one revision of one alert.
 *
 * @param id derived from alert, revision and receiver, 32 hex digits; the receiver's idempotency key
 * @param alertId the alert
 * @param revision the revision it tells of
 * @param receiver id of the {@link Receiver}
 * @param event what it tells
 * @param payload the JSON body, frozen at creation: the same bytes at every attempt
 * @param state where it stands
 * @param attempts how often it was handed out for sending
 * @param createdAt when it was made
 * @param nextAttempt not to be sent before
 * @param sentAt when the receiver took it
 * @param acknowledgedAt when a person acknowledged it
 * @param acknowledgedBy who; empty when nobody yet
 * @param lastError why the last attempt failed; empty when none did
 */
public record Delivery(
        String id,
        String alertId,
        int revision,
        String receiver,
        DeliveryEvent event,
        String payload,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant nextAttempt,
        Optional<Instant> sentAt,
        Optional<Instant> acknowledgedAt,
        String acknowledgedBy,
        String lastError) {
    public Delivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(alertId, "alertId");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(nextAttempt, "nextAttempt");
        Objects.requireNonNull(sentAt, "sentAt");
        Objects.requireNonNull(acknowledgedAt, "acknowledgedAt");
        Objects.requireNonNull(acknowledgedBy, "acknowledgedBy");
        Objects.requireNonNull(lastError, "lastError");
    }
}
