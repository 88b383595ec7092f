package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.model.Schools;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Someone who is told of alerts. The lists limit to schools that lie in one of the districts, or belong to one of the police
 * units, or are named; all empty means the whole jurisdiction.
 *
 * @param id unique, part of every delivery's id
 * @param kind {@code webhook} or {@code mail}
 * @param target URL or mail address
 * @param minLevel least urgent level told
 * @param routes told when the alert takes one of these; not empty
 * @param districts districts of the schools concerned
 * @param policeUnits police units of the schools concerned
 * @param schools codes of the schools concerned
 */
public record Receiver(
        String id,
        String kind,
        String target,
        Level minLevel,
        Set<Route> routes,
        List<String> districts,
        List<String> policeUnits,
        List<String> schools)
        implements Serializable {
    private static final Set<String> KINDS = Set.of("webhook", "mail");

    public Receiver {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(minLevel, "minLevel");
        routes = Set.copyOf(routes);
        districts = List.copyOf(districts);
        policeUnits = List.copyOf(policeUnits);
        schools = List.copyOf(schools);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a receiver needs an id");
        }
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "receiver " + id + ": kind: found '" + kind + "', allowed: webhook, mail");
        }
        if (routes.isEmpty()) {
            throw new IllegalArgumentException(
                    "receiver " + id + ": routes: found none, allowed: one or more of " + List.of(Route.values()));
        }
    }

    /** Whether this receiver is to be told of the alert as it stands; see {@link Scope#covers(Alert, Schools)}. */
    public boolean wants(Alert alert, Schools directory) {
        if (!alert.level().isAtLeast(minLevel) || alert.routes().stream().noneMatch(routes::contains)) {
            return false;
        }
        if (districts.isEmpty() && policeUnits.isEmpty() && schools.isEmpty()) {
            return true;
        }
        return districts.stream()
                        .anyMatch(district -> Scope.ofDistrict(district).covers(alert, directory))
                || policeUnits.stream()
                        .anyMatch(unit -> Scope.ofPoliceUnit(unit).covers(alert, directory))
                || schools.stream().anyMatch(code -> Scope.ofSchool(code).covers(alert, directory));
    }
}
