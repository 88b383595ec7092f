package huxiao.server.web.access;

import huxiao.model.Level;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a school's merged risk is capped and read: the settings of section {@code risk} that are shown beside it.
 *
 * @param caps the most that each kind of contribution may add, in points
 * @param levels lowest score of each level
 */
public record RiskScale(Map<String, Double> caps, Map<Level, Double> levels) {
    public RiskScale {
        caps = Map.copyOf(new LinkedHashMap<>(caps));
        levels = Map.copyOf(new EnumMap<>(levels));
    }

    /** The level of a score. */
    public Level level(double score) {
        return levels.entrySet().stream()
                .filter(step -> score >= step.getValue())
                .map(Map.Entry::getKey)
                .reduce(Level.NONE, Level::max);
    }

    /** The most that a kind may add; 0 for a kind that is not counted. */
    public double cap(String kind) {
        return caps.getOrDefault(kind, 0.0);
    }
}
