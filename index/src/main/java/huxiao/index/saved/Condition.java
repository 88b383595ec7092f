package huxiao.index.saved;

import huxiao.index.memory.Entry;
import huxiao.index.memory.Matching;
import huxiao.index.query.Query;
import java.util.List;
import java.util.function.Predicate;

/** A search made ready to be asked of many posts. Immutable, thread safe. */
sealed interface Condition {
    /** Whether it finds a post; looks into texts only where the post's keys leave it open. */
    boolean finds(Asked asked);

    /** What the keys of a post must be for it to be found. */
    Need need();

    /** What it is asked of: a post, its keys, and what the time-relative parts of a search mean now. */
    record Asked(Entry post, KeySet keys, Matching now) {}

    /** A part without parts, whose meaning stays. */
    record Leaf(Need need, Predicate<Entry> meaning) implements Condition {
        @Override
        public boolean finds(Asked asked) {
            return need.isMetBy(asked.keys) && meaning.test(asked.post);
        }
    }

    /** A part that means something else as time goes by. */
    record Timely(Query query) implements Condition {
        @Override
        public boolean finds(Asked asked) {
            return query.accept(asked.now).test(asked.post);
        }

        @Override
        public Need need() {
            return Need.NONE;
        }
    }

    /** Every part. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean finds(Asked asked) {
            for (Condition part : parts) {
                if (!part.finds(asked)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Need need() {
            return new Need.All(parts.stream().map(Condition::need).toList());
        }
    }

    /** At least one part. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean finds(Asked asked) {
            for (Condition part : parts) {
                if (part.finds(asked)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Need need() {
            return new Need.Any(parts.stream().map(Condition::need).toList());
        }
    }

    /** Not the part. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean finds(Asked asked) {
            return !part.finds(asked);
        }

        /** What is missing has no key. */
        @Override
        public Need need() {
            return Need.NONE;
        }
    }
}
