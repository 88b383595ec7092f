package huxiao.streaming.publish;

import huxiao.index.AlertState;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.RefusedPostsException;
import huxiao.register.AlertBook;
import huxiao.register.RegisterChange;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Keeps each post in the index in the alert that the register says it belongs to. People take posts out of alerts and undo merges while
 * posts are on their way: what a post says of its alert may be old when it arrives, and what is told of a change may come before the
 * post that it is about. So whoever writes asks the register afterwards, until it says what was written. A change that the register
 * commits after it was asked is told after it is committed, and finds the post.
 *
 * <p>Where the index refuses some posts for good, all others are brought to their alerts nevertheless, before the caller learns of it.
 */
public final class PlacedPosts {
    private final PostIndex index;
    private final AlertBook alerts;

    /** The posts of an index by the alerts of a register. */
    public PlacedPosts(PostIndex index, AlertBook alerts) {
        this.index = index;
        this.alerts = alerts;
    }

    /** Writes posts, as {@link PostIndex#put} does. */
    void put(List<IndexedPost> posts) {
        writeAndSettle(
                () -> {
                    index.put(posts);
                    return posts.size();
                },
                () -> settle(posts));
    }

    /** Writes the posts that the index does not hold, as {@link PostIndex#putAbsent} does. */
    public long putAbsent(List<IndexedPost> posts) {
        return writeAndSettle(() -> index.putAbsent(posts), () -> settle(posts));
    }

    private static long writeAndSettle(LongSupplier write, Runnable settle) {
        long written;
        try {
            written = write.getAsLong();
        } catch (RefusedPostsException refused) {
            try {
                settle.run();
            } catch (RefusedPostsException alsoRefused) {
                throw refused.and(alsoRefused);
            }
            throw refused;
        }
        settle.run();
        return written;
    }

    private void settle(List<IndexedPost> posts) {
        Map<String, String> told = new HashMap<>();
        posts.stream()
                .filter(post -> !post.alertId().isEmpty())
                .forEach(post -> told.put(post.post().id(), post.alertId()));
        settle(Set.copyOf(told.keySet()), told);
    }

    /** Tells where alerts stand, and moves the posts of those that a person changed. */
    void tell(Collection<RegisterChange> changes) {
        List<AlertState> states = changes.stream().map(StatusSink::state).toList();
        writeAndSettle(
                () -> {
                    index.mark(states);
                    return states.size();
                },
                () -> settle(postsOfChanged(changes), new HashMap<>()));
    }

    private Set<String> postsOfChanged(Collection<RegisterChange> changes) {
        Set<String> posts = new HashSet<>();
        changes.stream()
                .filter(change -> !change.tellsStandingAlone())
                .map(RegisterChange::id)
                .distinct()
                .forEach(alert -> posts.addAll(alerts.postIds(alert)));
        return posts;
    }

    /**
     * Moves posts until the index has been told of each what the register says.
     *
     * @param told by post, the alert that the index was told last; a post that is missing was not told of
     */
    private void settle(Set<String> posts, Map<String, String> told) {
        Map<String, AlertState> moved = toMove(posts, told);
        while (!moved.isEmpty()) {
            index.move(moved);
            moved.forEach((post, state) -> told.put(post, state.alertId()));
            moved = toMove(posts, told);
        }
    }

    private Map<String, AlertState> toMove(Set<String> posts, Map<String, String> told) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        Map<String, Optional<AlertState>> states = new HashMap<>();
        Map<String, AlertState> moved = new HashMap<>();
        alerts.alertsOf(posts).forEach((post, alert) -> {
            if (!alert.equals(told.get(post))) {
                states.computeIfAbsent(alert, this::state).ifPresent(state -> moved.put(post, state));
            }
        });
        return moved;
    }

    /** Empty for an alert that is being forgotten with its posts. */
    private Optional<AlertState> state(String id) {
        return alerts.find(id).map(alert -> new AlertState(id, alert.status(), alert.revision(), alert.mergedInto()));
    }
}
