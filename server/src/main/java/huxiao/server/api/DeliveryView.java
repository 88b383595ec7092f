package huxiao.server.api;

import huxiao.register.Delivery;
import huxiao.register.DeliveryEvent;
import huxiao.register.DeliveryState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** One message to one receiver about one revision of an alert, without its body. */
@Schema(name = "Delivery")
public record DeliveryView(
        String id,
        String alertId,
        int revision,
        String receiver,
        DeliveryEvent event,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Optional<Instant> sentAt,
        Optional<Instant> acknowledgedAt,
        String acknowledgedBy) {
    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.alertId(),
                delivery.revision(),
                delivery.receiver(),
                delivery.event(),
                delivery.state(),
                delivery.attempts(),
                delivery.createdAt(),
                delivery.sentAt(),
                delivery.acknowledgedAt(),
                delivery.acknowledgedBy());
    }
}
