package huxiao.index;

import huxiao.model.AlertStatus;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where an alert stands, as the register says it.
 *
 * @param alertId id of the alert
 * @param status where it stands
 * @param revision the alert's revision; of two states of one alert that of the higher one is newer
 * @param mergedInto id of the alert that took over its posts, else empty
 */
public record AlertState(String alertId, AlertStatus status, int revision, String mergedInto) {
    public AlertState {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(mergedInto, "mergedInto");
        if (alertId.isEmpty() || revision < 0) {
            throw new IllegalArgumentException(
                    "a state is of an alert, at a revision from 0, found '" + alertId + "' and " + revision);
        }
    }

    /** That of an alert that stands for itself. */
    public static AlertState of(String alertId, AlertStatus status, int revision) {
        return new AlertState(alertId, status, revision, "");
    }

    /** Whether it says no more than that there is such an alert: of one of which nothing is known the same is taken to be true. */
    public boolean saysNothing() {
        return equals(of(alertId, AlertStatus.UNVERIFIED, 0));
    }

    /** The one that is newer; this one when they are the same. */
    public AlertState newer(AlertState other) {
        return other.revision > revision ? other : this;
    }

    /**
     * A post as the newest known states have it: in the alert that it belongs to now, where that stands now. What the post says itself
     * stays where nothing newer is known.
     *
     * @param known the newest state of an alert that is known; empty for none
     */
    public static IndexedPost applied(IndexedPost post, Function<String, Optional<AlertState>> known) {
        String alert = post.alertId();
        if (alert.isEmpty()) {
            return post;
        }
        Optional<AlertState> state = known.apply(alert);
        Set<String> passed = new HashSet<>();
        while (state.isPresent() && !state.get().mergedInto.isEmpty() && passed.add(alert)) {
            alert = state.get().mergedInto;
            state = known.apply(alert);
        }
        if (alert.equals(post.alertId())) {
            return state.filter(found -> found.revision > post.alertRevision())
                    .map(found -> post.in(found))
                    .orElse(post);
        }
        // an alert that nothing is known of took it over while it was open; any state of it is newer than this
        return post.in(state.orElse(of(alert, AlertStatus.UNVERIFIED, 0)));
    }
}
