package huxiao.server.web.console;

import huxiao.model.Alert;
import huxiao.model.Contribution;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.SchoolRisk;
import huxiao.register.AlertPost;
import huxiao.server.web.access.RiskScale;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the charts draw, as JSON for a data attribute. */
final class Charts {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int HOURS = 72;
    private static final List<Level> LEVELS = List.of(Level.BLUE, Level.YELLOW, Level.ORANGE, Level.RED);

    private Charts() {}

    private record Series(String level, String label, List<Integer> counts) {}

    private record Days(List<String> days, List<Series> levels) {}

    private record Parts(List<String> kinds, List<Double> points, List<Double> caps, double most, String counted) {}

    private record Spread(String label, String level, List<List<Object>> bars) {}

    /** Alerts by the day they were first seen and level, over the days up to today. */
    static String days(List<Alert> alerts, int days, PageText text) {
        LocalDate first = text.today().minusDays(days - 1L);
        List<String> names = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            names.add(first.plusDays(day).toString().substring(5));
        }
        Map<Level, int[]> counts = new LinkedHashMap<>();
        LEVELS.forEach(level -> counts.put(level, new int[days]));
        for (Alert alert : alerts) {
            long day = LocalDate.ofInstant(alert.firstSeen(), ZONE).toEpochDay() - first.toEpochDay();
            if (day >= 0 && day < days) {
                counts.get(alert.level())[(int) day]++;
            }
        }
        List<Series> series = LEVELS.stream()
                .map(level -> new Series(
                        level.name(),
                        text.of("level." + level.name()),
                        Arrays.stream(counts.get(level)).boxed().toList()))
                .toList();
        return Json.write(new Days(names, series));
    }

    /** The points of each kind of contribution beside its cap. */
    static String parts(SchoolRisk risk, RiskScale scale, PageText text) {
        Map<String, Double> points = new LinkedHashMap<>();
        for (String kind : List.of("alert", "hazard", "overdue", "guards", "inspection")) {
            points.put(kind, 0.0);
        }
        for (Contribution part : risk.contributions()) {
            points.merge(part.kind(), part.counted(), Double::sum);
        }
        List<String> kinds = points.keySet().stream().map(text::kind).toList();
        List<Double> rounded = points.values().stream()
                .map(value -> Math.round(value * 10) / 10.0)
                .toList();
        List<Double> caps = points.keySet().stream().map(scale::cap).toList();
        double most = caps.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        return Json.write(new Parts(kinds, rounded, caps, most, text.of("risk.counted")));
    }

    /**
     * How many posts told of an alert in each hour, or each day where they lie more than {@link #HOURS} hours apart; hours and days in
     * which nobody did are left out. Times are those on the clocks of the jurisdiction, in milliseconds as if these showed UTC: a browser
     * knows UTC and its own zone, and no other.
     */
    static String spread(Alert alert, List<AlertPost> posts, PageText text) {
        boolean daily = Duration.between(alert.firstSeen(), alert.lastSeen()).toHours() > HOURS;
        Map<Long, Integer> counts = new TreeMap<>();
        for (AlertPost post : posts) {
            LocalDateTime start = LocalDateTime.ofInstant(post.eventTime(), ZONE)
                    .truncatedTo(daily ? ChronoUnit.DAYS : ChronoUnit.HOURS);
            counts.merge(start.toInstant(ZoneOffset.UTC).toEpochMilli(), 1, Integer::sum);
        }
        List<List<Object>> bars = new ArrayList<>();
        counts.forEach((start, count) -> bars.add(List.of(start, count)));
        return Json.write(new Spread(
                text.of(daily ? "alert.perDay" : "alert.perHour"), alert.level().name(), bars));
    }
}
