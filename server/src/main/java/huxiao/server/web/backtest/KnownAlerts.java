package huxiao.server.web.backtest;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Level;
import huxiao.model.Schools;
import huxiao.register.AlertFilter;
import huxiao.register.Role;
import huxiao.server.web.access.Person;
import huxiao.server.web.access.ScopedAlerts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alerts of a time as the register knows them by now: those that were found true, and where merged ones went. */
final class KnownAlerts {
    private final List<Alert> verified = new ArrayList<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private boolean complete;

    private KnownAlerts() {}

    /** Those last seen from a moment on that a person may see and could find by a search over posts. */
    static KnownAlerts since(Instant from, Person person, ScopedAlerts alerts, Schools schools) {
        KnownAlerts known = new KnownAlerts();
        Level least = person.role() == Role.POLICE ? Level.ORANGE : Level.NONE;
        known.complete = alerts.forEach(
                person, AlertFilter.ALL.atLeast(least).from(from), alert -> known.take(alert, person, schools));
        return known;
    }

    private void take(Alert alert, Person person, Schools schools) {
        if (alert.status() == AlertStatus.MERGED) {
            mergedInto.put(alert.id(), alert.mergedInto());
            return;
        }
        // Only a verified alert can be closed.
        boolean isTrue = alert.status() == AlertStatus.VERIFIED || alert.status() == AlertStatus.CLOSED;
        boolean isFindable = person.scope().isEverything()
                || alert.schools().stream()
                        .anyMatch(code ->
                                schools.byCode(code).filter(person::sees).isPresent());
        if (isTrue && isFindable) {
            verified.add(alert);
        }
    }

    /** Those that a person found true, last seen first. */
    List<Alert> verified() {
        return verified;
    }

    /** The alert that an alert of a post counts for by now. */
    String current(String alertId) {
        String id = alertId;
        // Merged into one another they form no circle, but what is read here is read page by page.
        for (int steps = 0; steps < mergedInto.size() && mergedInto.containsKey(id); steps++) {
            id = mergedInto.get(id);
        }
        return id;
    }

    /** Whether all were read. */
    boolean isComplete() {
        return complete;
    }
}
