package huxiao.analysis;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.Optional;

/**
 * What a rule decided, with the stretch of the text that made it apply.
 *
 * @param rule its name
 * @param floor the level is at least this
 * @param cap the level is at most this
 * @param category the main category, where the rule settles it
 * @param stance the stance, where the rule settles it
 * @param start first unit of the text in normal form
 * @param end one past the last
 */
record Ruling(
        String rule, Level floor, Level cap, Optional<Category> category, Optional<Stance> stance, int start, int end) {
    static Ruling atLeast(Level floor, String rule, Category category, int start, int end) {
        return new Ruling(rule, floor, Level.RED, Optional.of(category), Optional.empty(), start, end);
    }

    static Ruling atMost(Level cap, String rule, Optional<Stance> stance, int start, int end) {
        return new Ruling(rule, Level.NONE, cap, Optional.empty(), stance, start, end);
    }
}
