package huxiao.streaming.merge;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges what is known of a school into one {@link SchoolRisk}: every point is named, and each kind is capped. */
public final class RiskMerge {
    /** Days begin and end where the schools are. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** An alert that has faded below this is no longer named. */
    private static final double LEAST = 0.1;

    private final RiskSettings settings;

    /** Merging under the given points and caps. */
    public RiskMerge(RiskSettings settings) {
        this.settings = settings;
    }

    /** The risk of {@code school} at {@code now} from its items, one for each key. */
    public SchoolRisk merge(School school, Collection<RiskItem> items, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        List<Contribution> raw = new ArrayList<>();
        for (RiskItem item : items) {
            if (item.open()) {
                add(raw, school, item, today);
            }
        }
        List<Contribution> counted = cap(raw);
        double score = counted.stream().mapToDouble(Contribution::counted).sum();
        return new SchoolRisk(school.code(), level(score), score, counted, now);
    }

    private void add(List<Contribution> into, School school, RiskItem item, LocalDate today) {
        switch (item.kind()) {
            case "alert" -> addAlert(into, item, today);
            case "hazard" -> {
                into.add(part(
                        "hazard",
                        item.id(),
                        item.label(),
                        settings.hazardPoints().getOrDefault(item.severity(), 0.0)));
                if (item.day() < today.toEpochDay()) {
                    into.add(part("overdue", item.id(), item.label(), settings.overduePoints()));
                }
            }
            case "figures" -> addShortfalls(into, school, item, today);
            default -> throw new IllegalArgumentException("unknown kind of item '" + item.kind() + "'");
        }
    }

    private void addAlert(List<Contribution> into, RiskItem alert, LocalDate today) {
        long quietDays = Math.max(0, today.toEpochDay() - alert.day());
        double points = settings.alertPoints().getOrDefault(alert.level(), 0.0)
                * (alert.verified() ? 1 : settings.unverifiedShare())
                * Math.pow(0.5, (double) quietDays / settings.alertHalfLifeDays());
        if (points >= LEAST) {
            into.add(part("alert", alert.id(), alert.label(), points));
        }
    }

    private void addShortfalls(List<Contribution> into, School school, RiskItem figures, LocalDate today) {
        int required = GuardStandard.required(school);
        int missing = required - figures.guards();
        if (missing > 0) {
            into.add(
                    part("guards", school.code(), figures.guards() + "/" + required, missing * settings.guardPoints()));
        }
        LocalDate last = LocalDate.ofEpochDay(figures.day());
        if (last.until(today, ChronoUnit.DAYS) > settings.inspectionDays()) {
            String label = figures.day() == LocalDate.MIN.toEpochDay() ? "" : last.toString();
            into.add(part("inspection", school.code(), label, settings.inspectionPoints()));
        }
    }

    private static Contribution part(String kind, String cause, String label, double points) {
        return new Contribution(kind, cause, label, points, points);
    }

    private List<Contribution> cap(List<Contribution> raw) {
        List<Contribution> heaviestFirst = raw.stream()
                .sorted(Comparator.comparingDouble(Contribution::points)
                        .reversed()
                        .thenComparing(Contribution::kind)
                        .thenComparing(Contribution::cause))
                .toList();
        Map<String, Double> left = new LinkedHashMap<>(settings.caps());
        List<Contribution> result = new ArrayList<>();
        for (Contribution part : heaviestFirst) {
            double counted = Math.min(part.points(), left.getOrDefault(part.kind(), 0.0));
            left.merge(part.kind(), -counted, Double::sum);
            result.add(new Contribution(part.kind(), part.cause(), part.label(), part.points(), counted));
        }
        return result;
    }

    private Level level(double score) {
        Level level = Level.NONE;
        for (Level candidate : Level.values()) {
            if (candidate != Level.NONE
                    && score >= settings.levels().getOrDefault(candidate, Double.POSITIVE_INFINITY)) {
                level = candidate;
            }
        }
        return level;
    }
}
