package huxiao.analysis;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.List;

/** The questions that the linear model answers, as columns of its table: screen, four levels, sixteen categories, eight stances. */
public final class Head {
    /** Danger of any kind, from characters and lexicon alone. */
    public static final int SCREEN = 0;
    /** Number of columns. */
    public static final int COUNT = 1 + 4 + Category.values().length + Stance.values().length;

    private static final List<Level> LEVELS = List.of(Level.values());
    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final List<Stance> STANCES = List.of(Stance.values());

    private Head() {}

    /**
     * The column for a level: that of {@link Level#BLUE} is danger of any kind, those above are "at least this level, if there is
     * danger at all", so that they learn urgency and nothing else.
     */
    public static int of(Level level) {
        if (level == Level.NONE) {
            throw new IllegalArgumentException("every post is at least NONE");
        }
        return LEVELS.indexOf(level);
    }

    /** The column of a category. */
    public static int of(Category category) {
        return 5 + CATEGORIES.indexOf(category);
    }

    /** The column of a stance; the eight share one softmax. */
    public static int of(Stance stance) {
        return 5 + CATEGORIES.size() + STANCES.indexOf(stance);
    }
}
