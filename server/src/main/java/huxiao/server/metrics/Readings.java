package huxiao.server.metrics;

import huxiao.model.AlertStatus;
import huxiao.register.DeliveryState;
import huxiao.streaming.Summary;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was read off the service at one moment. What a part that is away would have told is empty.
 *
 * @param up whether each part does its work, by its name
 * @param posts what became of posts since the job started
 * @param indexed posts that can be found
 * @param register what the register counts
 */
public record Readings(
        Map<String, Boolean> up, Optional<Summary> posts, OptionalLong indexed, Optional<Counts> register) {
    /** Before anything was read. */
    static final Readings NONE = new Readings(Map.of(), Optional.empty(), OptionalLong.empty(), Optional.empty());

    /**
     * What the register counts.
     *
     * @param alerts alerts by status; every status is there
     * @param deliveries deliveries by state; every state is there
     * @param oldestWaiting how long ago the oldest pending delivery was made; zero when none is
     * @param deadLetters inputs that were put aside
     */
    public record Counts(
            Map<AlertStatus, Long> alerts,
            Map<DeliveryState, Long> deliveries,
            Duration oldestWaiting,
            long deadLetters) {
        public Counts {
            alerts = Map.copyOf(alerts);
            deliveries = Map.copyOf(deliveries);
            Objects.requireNonNull(oldestWaiting, "oldestWaiting");
        }
    }

    public Readings {
        up = Map.copyOf(up);
        Objects.requireNonNull(posts, "posts");
        Objects.requireNonNull(indexed, "indexed");
        Objects.requireNonNull(register, "register");
    }
}
