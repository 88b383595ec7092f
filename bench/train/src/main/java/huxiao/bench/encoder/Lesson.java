package huxiao.bench.encoder;

import huxiao.bench.train.Example;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.List;
import java.util.Optional;

/** A text to learn from, as numbers; -1 where nobody labelled it. */
final class Lesson {
    private final int[] ids;
    private final int level;
    private final Example example;

    private Lesson(int[] ids, int level, Example example) {
        this.ids = ids;
        this.level = level;
        this.example = example;
    }

    static Lesson of(int[] ids, Example example) {
        return new Lesson(ids, List.of(Level.values()).indexOf(example.level()), example);
    }

    /** A text that only teaches what is offensive. */
    static Lesson ofOffence(int[] ids, Example example) {
        return new Lesson(ids, -1, example);
    }

    /** How many tokens. */
    int length() {
        return ids.length;
    }

    int id(int at) {
        return ids[at];
    }

    /** 0 for NONE to 4 for RED. */
    int level() {
        return level;
    }

    /** 1 where a category holds, else 0. */
    float holds(Category category) {
        return example.categories().contains(category) ? 1 : 0;
    }

    /** Index of the stance. */
    int stance() {
        return example.stance().map(List.of(Stance.values())::indexOf).orElse(-1);
    }

    /** 1 for criticism, else 0. */
    int criticism() {
        return flag(example.criticism());
    }

    /** 1 for offensive, else 0. */
    int offensive() {
        return flag(example.offensive());
    }

    /** How much it counts. */
    float weight() {
        return (float) example.weight();
    }

    private static int flag(Optional<Boolean> known) {
        return known.map(yes -> yes ? 1 : 0).orElse(-1);
    }
}
