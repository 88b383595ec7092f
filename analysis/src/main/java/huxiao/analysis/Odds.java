package huxiao.analysis;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What the models together hold of a text, calibrated, in log-odds.
 *
 * @param levels of "at least this level", for each level above NONE
 * @param categories of each category, given that there is danger
 * @param stances of each stance beside the others; only their order means something
 * @param criticism that it is criticism, complaint, satire or petition; negative infinity where nobody was asked
 */
record Odds(
        Map<Level, Double> levels, Map<Category, Double> categories, Map<Stance, Double> stances, double criticism) {
    Odds {
        levels = new EnumMap<>(levels);
        categories = new EnumMap<>(categories);
        stances = new EnumMap<>(stances);
    }

    /** Log-odds of any danger. */
    double danger() {
        return levels.get(Level.BLUE);
    }

    double probability(Level level) {
        return Judge.probability(levels.get(level));
    }

    double probability(Category category) {
        return Judge.probability(categories.get(category));
    }

    /** The likeliest of some stances. */
    Stance best(Set<Stance> allowed) {
        return allowed.stream().max(Comparator.comparingDouble(stances::get)).orElseThrow();
    }
}
