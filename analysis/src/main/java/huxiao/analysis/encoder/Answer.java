package huxiao.analysis.encoder;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.List;

/** The questions that the encoder answers, as columns of its output, each in log-odds. */
public final class Answer {
    /** The first of the columns of the stances. */
    public static final int STANCES = 20;
    /** Whether the text is criticism, complaint, satire or petition. */
    public static final int CRITICISM = 28;
    /** Whether it is offensive; offensive is not dangerous. */
    public static final int OFFENSIVE = 29;
    /** Number of columns. */
    public static final int COUNT = 30;

    private static final List<Level> LEVELS = List.of(Level.values());
    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final List<Stance> ORDER = List.of(Stance.values());

    private Answer() {}

    /** The column for "at least this level", which is above NONE. */
    public static int of(Level level) {
        if (level == Level.NONE) {
            throw new IllegalArgumentException("every post is at least NONE");
        }
        return LEVELS.indexOf(level) - 1;
    }

    /** The column of a category, given that there is danger. */
    public static int of(Category category) {
        return 4 + CATEGORIES.indexOf(category);
    }

    /** The column of a stance; the eight share one softmax. */
    public static int of(Stance stance) {
        return STANCES + ORDER.indexOf(stance);
    }
}
