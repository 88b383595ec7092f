package huxiao.register;

import huxiao.model.AlertStatus;
import java.util.Objects;

/**
 * Where an alert stands: the payload of a change of kind {@code standing}, and what each of kind {@code alert} says among other things.
 *
 * @param status where it stands
 * @param mergedInto id of the alert it was merged into, else empty
 */
public record AlertStanding(AlertStatus status, String mergedInto) {
    public AlertStanding {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(mergedInto, "mergedInto");
    }
}
