package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.register.AlertEvent.Action;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes posts out of alerts again, as a person says. What stays and what leaves is told anew from what each post was judged to tell;
 * copies word for word stay together, so that a copy follows the post it is a copy of. The stream asks for an alert by one of its posts
 * and thus meets what was decided here.
 */
final class Parting {
    private final Outbox outbox;
    private final ChangeFeed changes;
    private final AuditTrail audit;

    Parting(Outbox outbox, ChangeFeed changes, AuditTrail audit) {
        this.outbox = outbox;
        this.changes = changes;
        this.audit = audit;
    }

    /** Who asks for it, when and why. */
    record Step(Instant at, String person, String note) {
        /** What was done, and the reason where one was given. */
        String noted(String what) {
            return note.isBlank() ? what : what + ": " + note;
        }
    }

    /** See {@link AlertBook#part}. */
    Alert part(Handle handle, String id, Set<String> posts, int expectedRevision, Step step) {
        Alert alert = AlertBook.lock(handle, id, expectedRevision);
        requireOpen(alert);
        Map<String, Long> members = Membership.fingerprints(handle, id);
        for (String post : posts) {
            if (!members.containsKey(post)) {
                throw new NoSuchElementException("alert " + id + " has no post " + post);
            }
        }
        Set<String> leaving = withCopies(posts, members, members.keySet());
        requireOneStays(alert, leaving, members);
        requireTold(handle, id, members.keySet());
        String apart = AlertBook.alertId("apart", id, Integer.toString(expectedRevision));
        Alert started = Growth.of(
                apart,
                Sightings.ofAlert(handle, id).stream()
                        .filter(sighting -> leaving.contains(sighting.post().id()))
                        .toList());
        AlertRows.insert(handle, started, Membership.lastCollected(handle, leaving));
        leaving.forEach(post -> Membership.move(handle, post, apart));
        AlertBook.event(handle, started, step.at(), step.person(), Action.RAISED, id);
        changes.add(handle, started);
        outbox.announce(handle, started, step.at());
        release(handle, alert, apart, step);
        enter(handle, step, "alert.parted", id, leaving.size() + " posts into " + apart);
        return started;
    }

    /** See {@link AlertBook#unmerge}. */
    Alert unmerge(Handle handle, String id, int expectedRevision, Step step) {
        Alert found =
                AlertRows.find(handle, id).orElseThrow(() -> new NoSuchElementException("there is no alert " + id));
        String into = found.mergedInto();
        if (!into.isEmpty()) {
            // Always in the same order, as in a merge.
            AlertBook.lock(handle, id.compareTo(into) < 0 ? id : into);
        }
        Alert alert = AlertBook.lock(handle, id, expectedRevision);
        if (alert.status() != AlertStatus.MERGED) {
            throw new WrongStatusException("alert " + id + " is "
                    + alert.status().wireName() + "; only one that was merged can be taken out again");
        }
        Alert from = AlertBook.lock(handle, alert.mergedInto());
        requireOpen(from);
        Map<String, Long> members = Membership.fingerprints(handle, from.id());
        Set<String> moved = Membership.mergedPosts(handle, alert);
        moved.retainAll(members.keySet());
        Set<String> back = withCopies(moved, members, Membership.joinedSinceMerge(handle, alert));
        if (back.isEmpty()) {
            throw new WrongStatusException(
                    "none of the posts of alert " + id + " is in alert " + from.id() + " any more");
        }
        requireOneStays(from, back, members);
        requireTold(handle, from.id(), members.keySet());
        back.forEach(post -> Membership.move(handle, post, id));
        Alert again = Growth.rebuilt(alert, statusBefore(handle, id), Sightings.ofAlert(handle, id));
        AlertRows.update(handle, again, Membership.lastCollected(handle, back));
        AlertBook.event(handle, again, step.at(), step.person(), Action.UNMERGED, step.note());
        changes.add(handle, again);
        outbox.announce(handle, again, step.at());
        release(handle, from, id, step);
        enter(handle, step, "alert.unmerged", id, "from " + from.id());
        return again;
    }

    /** The alert tells only what is left in it. */
    private void release(Handle handle, Alert before, String apart, Step step) {
        Alert rest = Growth.rebuilt(before, before.status(), Sightings.ofAlert(handle, before.id()));
        AlertRows.update(handle, rest, Instant.MIN);
        AlertBook.event(handle, rest, step.at(), step.person(), Action.PARTED, step.noted(apart));
        changes.add(handle, rest, before.schools());
        outbox.revise(handle, before, rest, step.at());
    }

    private void enter(Handle handle, Step step, String action, String id, String what) {
        audit.add(handle, step.person(), action, id, step.noted(what));
    }

    /** The posts and those of {@code others} that are copies of one of them, word for word. */
    private static Set<String> withCopies(Set<String> posts, Map<String, Long> fingerprints, Set<String> others) {
        Set<Long> written = posts.stream()
                .map(fingerprints::get)
                .filter(fingerprint -> fingerprint != 0)
                .collect(Collectors.toSet());
        Set<String> all = new LinkedHashSet<>(posts);
        others.stream()
                .filter(other -> written.contains(fingerprints.get(other)))
                .forEach(all::add);
        return all;
    }

    private static AlertStatus statusBefore(Handle handle, String id) {
        // Only open alerts are merged, and one that is open has been verified once or never decided about.
        boolean verified = handle.createQuery(
                        "select exists (select 1 from alert_event where alert_id = :id and action = :action)")
                .bind("id", id)
                .bind("action", Action.VERIFIED.name())
                .mapTo(Boolean.class)
                .one();
        return verified ? AlertStatus.VERIFIED : AlertStatus.UNVERIFIED;
    }

    private static void requireOpen(Alert alert) {
        if (!alert.isOpen()) {
            throw new WrongStatusException("alert " + alert.id() + " is "
                    + alert.status().wireName() + "; only one that is unverified or verified can be parted");
        }
    }

    private static void requireOneStays(Alert alert, Set<String> leaving, Map<String, Long> members) {
        if (leaving.size() == members.size()) {
            throw new WrongStatusException(
                    "alert " + alert.id() + " keeps at least one of its posts; copies word for word leave together");
        }
    }

    private static void requireTold(Handle handle, String id, Set<String> posts) {
        Set<String> told = Sightings.ofAlert(handle, id).stream()
                .map(sighting -> sighting.post().id())
                .collect(Collectors.toSet());
        if (!told.containsAll(posts)) {
            throw new WrongStatusException(
                    "alert " + id
                            + " was recorded by a version of the program that did not keep what each post tells, and cannot be parted");
        }
    }
}
