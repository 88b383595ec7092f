package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How an alert grows: functions from records to records. Level, categories, schools and routes only ever grow, but for the
 * route to the school, which is taken only while every post takes it: one that accuses the school's staff withdraws it for good.
 * So the same sightings in any order, any number of times, end in the same alert.
 */
final class Growth {
    private Growth() {}

    /** The alert that a post starts. */
    static Alert first(String id, Sighting sighting) {
        Post post = sighting.post();
        Assessment assessment = sighting.assessment();
        Instant at = Storable.time(post.eventTime());
        return new Alert(
                id,
                1,
                AlertStatus.UNVERIFIED,
                assessment.level(),
                assessment.categories(),
                assessment.stance(),
                ordered(assessment.routes()),
                assessment.linkedSchools(),
                assessment.candidateSchools(),
                post,
                assessment.reasons(),
                assessment.insight(),
                assessment.score(),
                1,
                at,
                at,
                sighting.historic(),
                "");
    }

    /**
     * The alert after a post joined it, or after a new version of one of its posts was met. The revision rises when there is
     * more to tell. An alert that is not open any more only counts the copy, and is hidden from the school like an open one.
     *
     * @param joins whether the post is new to the alert
     */
    static Alert joined(Alert alert, Sighting sighting, boolean joins) {
        Assessment found = sighting.assessment();
        Instant at = Storable.time(sighting.post().eventTime());
        Instant firstSeen = at.isBefore(alert.firstSeen()) ? at : alert.firstSeen();
        Instant lastSeen = at.isAfter(alert.lastSeen()) ? at : alert.lastSeen();
        int copies = alert.copies() + (joins ? 1 : 0);
        if (!alert.isOpen()) {
            return new Alert(
                    alert.id(),
                    alert.revision(),
                    alert.status(),
                    alert.level(),
                    alert.categories(),
                    alert.stance(),
                    found.routes().contains(Route.SCHOOL) ? alert.routes() : withoutSchool(alert.routes()),
                    alert.schools(),
                    alert.candidates(),
                    alert.post(),
                    alert.reasons(),
                    alert.insight(),
                    alert.score(),
                    copies,
                    firstSeen,
                    lastSeen,
                    alert.historic(),
                    alert.mergedInto());
        }
        boolean leads = found.level().compareTo(alert.level()) > 0;
        List<String> schools = union(alert.schools(), found.linkedSchools());
        return raised(
                alert,
                new Alert(
                        alert.id(),
                        alert.revision(),
                        alert.status(),
                        Level.max(alert.level(), found.level()),
                        leads
                                ? union(found.categories(), alert.categories())
                                : union(alert.categories(), found.categories()),
                        leads ? found.stance() : alert.stance(),
                        routes(alert.routes(), found.routes()),
                        schools,
                        without(union(alert.candidates(), found.candidateSchools()), schools),
                        leads ? sighting.post() : alert.post(),
                        leads ? found.reasons() : alert.reasons(),
                        leads ? found.insight() : alert.insight(),
                        leads ? found.score() : alert.score(),
                        copies,
                        firstSeen,
                        lastSeen,
                        alert.historic() && sighting.historic(),
                        alert.mergedInto()));
    }

    /** The alert after another one was merged into it; its revision rises in any case. */
    static Alert absorbed(Alert into, Alert merged) {
        boolean leads = merged.level().compareTo(into.level()) > 0;
        Alert leading = leads ? merged : into;
        Alert other = leads ? into : merged;
        List<String> schools = union(into.schools(), merged.schools());
        return new Alert(
                into.id(),
                into.revision() + 1,
                into.status(),
                leading.level(),
                union(leading.categories(), other.categories()),
                leading.stance(),
                routes(into.routes(), merged.routes()),
                schools,
                without(union(into.candidates(), merged.candidates()), schools),
                leading.post(),
                leading.reasons(),
                leading.insight(),
                leading.score(),
                into.copies() + merged.copies(),
                merged.firstSeen().isBefore(into.firstSeen()) ? merged.firstSeen() : into.firstSeen(),
                merged.lastSeen().isAfter(into.lastSeen()) ? merged.lastSeen() : into.lastSeen(),
                into.historic() && merged.historic(),
                into.mergedInto());
    }

    /**
     * The alert that posts tell of, as if it had grown from them one after another.
     *
     * @param sightings at least one
     */
    static Alert of(String id, List<Sighting> sightings) {
        Alert alert = first(id, sightings.get(0));
        Set<String> seen = new HashSet<>(Set.of(alert.post().id()));
        for (Sighting sighting : sightings.subList(1, sightings.size())) {
            alert = joined(alert, sighting, seen.add(sighting.post().id()));
        }
        return with(alert, 1, AlertStatus.UNVERIFIED, "");
    }

    /**
     * The alert after posts were taken out of it, or back into it: what the posts tell that it has now. Its revision rises in any case.
     *
     * @param sightings of the posts that it has now, at least one
     */
    static Alert rebuilt(Alert before, AlertStatus status, List<Sighting> sightings) {
        Alert told = with(of(before.id(), sightings), before.revision() + 1, status, "");
        boolean sameLeads = told.post().id().equals(before.post().id())
                && told.post().version().equals(before.post().version());
        return sameLeads ? leading(told, before.post()) : told;
    }

    /** The alert after a person decided. */
    static Alert decided(Alert alert, AlertStatus status, String mergedInto) {
        return with(alert, alert.revision() + 1, status, mergedInto);
    }

    private static Alert with(Alert alert, int revision, AlertStatus status, String mergedInto) {
        return new Alert(
                alert.id(),
                revision,
                status,
                alert.level(),
                alert.categories(),
                alert.stance(),
                alert.routes(),
                alert.schools(),
                alert.candidates(),
                alert.post(),
                alert.reasons(),
                alert.insight(),
                alert.score(),
                alert.copies(),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.historic(),
                mergedInto);
    }

    /** Whether the second tells more than the first: what receivers must hear of. */
    static boolean tellsMore(Alert before, Alert after) {
        return after.level() != before.level()
                || after.categories().size() > before.categories().size()
                || after.schools().size() > before.schools().size()
                || !after.routes().equals(before.routes())
                || after.historic() != before.historic();
    }

    /** Whether the second tells more, less or other than the first. */
    static boolean tellsOtherwise(Alert before, Alert after) {
        return tellsMore(before, after)
                || !Set.copyOf(after.categories()).equals(Set.copyOf(before.categories()))
                || !Set.copyOf(after.schools()).equals(Set.copyOf(before.schools()))
                || !after.post().id().equals(before.post().id());
    }

    private static Alert leading(Alert alert, Post post) {
        return new Alert(
                alert.id(),
                alert.revision(),
                alert.status(),
                alert.level(),
                alert.categories(),
                alert.stance(),
                alert.routes(),
                alert.schools(),
                alert.candidates(),
                post,
                alert.reasons(),
                alert.insight(),
                alert.score(),
                alert.copies(),
                alert.firstSeen(),
                alert.lastSeen(),
                alert.historic(),
                alert.mergedInto());
    }

    private static Alert raised(Alert before, Alert after) {
        if (!tellsMore(before, after)) {
            return after;
        }
        return with(after, before.revision() + 1, after.status(), after.mergedInto());
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        Set<T> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static List<String> without(List<String> list, Collection<String> taken) {
        List<String> rest = new ArrayList<>(list);
        rest.removeAll(taken);
        return rest;
    }

    /** All routes of both, but the school's only where both take it: an accusation of its staff must not reach it. */
    private static List<Route> routes(List<Route> first, List<Route> second) {
        List<Route> all = ordered(union(first, second));
        return first.contains(Route.SCHOOL) && second.contains(Route.SCHOOL) ? all : withoutSchool(all);
    }

    private static List<Route> withoutSchool(List<Route> routes) {
        return routes.stream().filter(route -> route != Route.SCHOOL).toList();
    }

    private static List<Route> ordered(List<Route> routes) {
        return routes.stream().sorted().toList();
    }
}
