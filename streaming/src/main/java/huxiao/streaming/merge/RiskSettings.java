package huxiao.streaming.merge;

import huxiao.model.Level;
import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many points each cause adds to a school's risk, the cap of each kind, and where the levels begin.
 *
 * @param alertPoints points of an open alert by its level
 * @param alertHalfLifeDays days after which an alert that nobody speaks of any more counts half
 * @param hazardPoints points of an open hazard by severity's wire name
 * @param overduePoints points more for a hazard past its day
 * @param guardPoints points for each guard missing against the standard
 * @param inspectionPoints points when the last inspection is older than {@code inspectionDays}
 * @param inspectionDays days after which an inspection is due again
 * @param unverifiedShare share of an alert's points counted before a person has verified it, 0…1
 * @param caps the most that each kind of contribution may add
 * @param levels lowest score of each level
 */
public record RiskSettings(
        Map<Level, Double> alertPoints,
        int alertHalfLifeDays,
        Map<String, Double> hazardPoints,
        double overduePoints,
        double guardPoints,
        double inspectionPoints,
        int inspectionDays,
        double unverifiedShare,
        Map<String, Double> caps,
        Map<Level, Double> levels)
        implements Serializable {
    private static final double MOST = 1000;

    /** Reads section {@code risk} of huxiao.yaml. */
    public static RiskSettings from(ConfigNode node) {
        RiskSettings settings = new RiskSettings(
                levels(node.section("alertPoints"), 2, 8, 25, 50),
                node.integer("alertHalfLifeDays", 7, 1, 3660),
                named(node.section("hazardPoints"), Map.of("minor", 2.0, "serious", 6.0, "major", 15.0)),
                node.number("overduePoints", 6, 0, MOST),
                node.number("guardPoints", 3, 0, MOST),
                node.number("inspectionPoints", 4, 0, MOST),
                node.integer("inspectionDays", 90, 1, 3660),
                node.number("unverifiedShare", 0.6, 0, 1),
                named(
                        node.section("caps"),
                        Map.of("alert", 60.0, "hazard", 30.0, "overdue", 20.0, "guards", 10.0, "inspection", 10.0)),
                levels(node.section("levels"), 5, 15, 30, 50));
        node.rejectUnknownKeys();
        return settings;
    }

    private static Map<Level, Double> levels(ConfigNode node, double blue, double yellow, double orange, double red) {
        Map<Level, Double> defaults =
                Map.of(Level.BLUE, blue, Level.YELLOW, yellow, Level.ORANGE, orange, Level.RED, red);
        Map<Level, Double> result = new EnumMap<>(Level.class);
        defaults.forEach((level, points) ->
                result.put(level, node.number(level.name().toLowerCase(Locale.ROOT), points, 0, MOST)));
        node.rejectUnknownKeys();
        return result;
    }

    private static Map<String, Double> named(ConfigNode node, Map<String, Double> defaults) {
        Map<String, Double> result = new LinkedHashMap<>();
        defaults.forEach((name, points) -> result.put(name, node.number(name, points, 0, MOST)));
        node.rejectUnknownKeys();
        return result;
    }
}
