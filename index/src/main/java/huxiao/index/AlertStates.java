package huxiao.index;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest known state of each alert, in memory: some hundred bytes for each alert of the last years. For engines that one process
 * writes to. Thread safe.
 */
public final class AlertStates {
    private final Map<String, AlertState> newest = new ConcurrentHashMap<>();

    /** Keeps a state in mind unless a newer one is known, or it says nothing. */
    public void learn(AlertState state) {
        if (!state.saysNothing()) {
            newest.merge(state.alertId(), state, AlertState::newer);
        }
    }

    /** Keeps in mind what a post says of its alert. */
    public void learn(IndexedPost post) {
        post.alertState().ifPresent(this::learn);
    }

    /** A post as the newest known states have it. */
    public IndexedPost applied(IndexedPost post) {
        return AlertState.applied(post, alert -> Optional.ofNullable(newest.get(alert)));
    }

    /** Whether a post of this state would be another one if the newest known states were applied. */
    public boolean isStale(AlertState ofPost) {
        AlertState known = newest.getOrDefault(ofPost.alertId(), ofPost);
        return known.revision() > ofPost.revision() || !known.mergedInto().isEmpty();
    }
}
