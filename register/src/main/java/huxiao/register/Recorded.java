package huxiao.register;

import huxiao.model.Alert;
import java.util.Objects;

/**
 * What the register made of a sighting.
 *
 * @param alert the alert that the post now belongs to, as committed
 * @param changed whether its revision rose by this sighting; false for a copy and for a replay
 */
public record Recorded(Alert alert, boolean changed) {
    public Recorded {
        Objects.requireNonNull(alert, "alert");
    }
}
