package huxiao.index.query;

import huxiao.index.text.Tokens;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A query as a tree. Times and names stay as they were written, so that a saved query means the same tomorrow. Immutable. */
public sealed interface Query {
    /** Calls the visitor's method for this kind of node. */
    <R> R accept(Visitor<R> visitor);

    /** Every post. */
    record Everything() implements Query {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.everything();
        }
    }

    /**
     * Posts whose title or text holds these words one after the other.
     *
     * @param text as written: without quotes in the query when {@code quoted} is false
     * @param quoted whether it stood in quotes; an unquoted one has no space and no sign of the language
     */
    record Text(String text, boolean quoted) implements Query {
        public Text {
            Objects.requireNonNull(text, "text");
            if (!quoted && !Syntax.isBareWord(text)) {
                throw new IllegalArgumentException("only in quotes can this be searched: " + text);
            }
            if (!Tokens.isSearchable(text)) {
                throw new IllegalArgumentException("signs alone cannot be searched: " + text);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * Posts whose title or text holds two words or phrases close together, in either order and without overlapping.
     *
     * @param first one of them
     * @param second the other
     * @param distance at most so many pieces between them, gaps included: characters, or words as the segmenter cuts them
     */
    record Near(Text first, Text second, int distance) implements Query {
        /** The largest distance. */
        public static final int MAX_DISTANCE = 50;

        public Near {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(second, "second");
            if (distance < 0 || distance > MAX_DISTANCE) {
                throw new IllegalArgumentException("a distance from 0 to " + MAX_DISTANCE + ", found " + distance);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.near(this);
        }
    }

    /**
     * Posts whose title or text holds a run of letters and digits of a pattern.
     *
     * @param pattern as written
     */
    record Wildcard(String pattern) implements Query {
        public Wildcard {
            if (!WildcardRules.isMeant(pattern)
                    || WildcardRules.faultOf(pattern).isPresent()) {
                throw new IllegalArgumentException("no pattern that is allowed: " + pattern);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wildcard(this);
        }
    }

    /** Posts that match every part; at least two parts. */
    record And(List<Query> parts) implements Query {
        public And {
            parts = atLeastTwo(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** Posts that match any part; at least two parts. */
    record Or(List<Query> parts) implements Query {
        public Or {
            parts = atLeastTwo(parts);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** Posts that do not match. */
    record Not(Query part) implements Query {
        public Not {
            Objects.requireNonNull(part, "part");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /** Posts of a level between two, both included. */
    record Levels(Level min, Level max) implements Query {
        public Levels {
            if (min.compareTo(max) > 0) {
                throw new IllegalArgumentException("no level lies between " + min + " and " + max);
            }
        }

        /** The levels meant, the mildest first. */
        public List<Level> levels() {
            return Arrays.stream(Level.values())
                    .filter(level -> level.isAtLeast(min) && max.isAtLeast(level))
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.levels(this);
        }
    }

    /** Posts that have a category, as the main one or another. */
    record InCategory(Category category) implements Query {
        public InCategory {
            Objects.requireNonNull(category, "category");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.category(this);
        }
    }

    /** Posts whose author stands to the matter in one way. */
    record WithStance(Stance stance) implements Query {
        public WithStance {
            Objects.requireNonNull(stance, "stance");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stance(this);
        }
    }

    /** Posts whose alert stands somewhere, or that have none. */
    record WithStatus(PostStatus status) implements Query {
        public WithStatus {
            Objects.requireNonNull(status, "status");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.status(this);
        }
    }

    /** Posts linked to a school of this name; where several schools share the name, to any of them. */
    record AtSchool(String name) implements Query {
        public AtSchool {
            requireValue(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.school(this);
        }
    }

    /** Posts from a source of this district, or linked to a school that lies in it. */
    record InDistrict(String name) implements Query {
        public InDistrict {
            requireValue(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.district(this);
        }
    }

    /** Posts of a configured source. */
    record FromSource(String id) implements Query {
        public FromSource {
            requireValue(id);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.source(this);
        }
    }

    /** Posts of a time. */
    record AtTime(Comparison comparison, When when) implements Query {
        /** The stretch of time meant, seen from {@code now} in a zone. */
        public When.Interval interval(Instant now, ZoneId zone) {
            return when.interval(now, zone).compared(comparison);
        }

        public AtTime {
            Objects.requireNonNull(comparison, "comparison");
            Objects.requireNonNull(when, "when");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /** Posts from the beginning of one time to the end of another. */
    record BetweenTimes(When from, When to) implements Query {
        /** The stretch of time meant, seen from {@code now} in a zone. */
        public When.Interval interval(Instant now, ZoneId zone) {
            return new When.Interval(
                    from.interval(now, zone).start(), to.interval(now, zone).end());
        }

        public BetweenTimes {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.times(this);
        }
    }

    /**
     * Posts of some hours of any day: from the first to the last, over midnight when the last is smaller.
     *
     * @param first an hour from 0 to 23
     * @param last an hour from 0 to 23, included to its end
     */
    record HoursOfDay(int first, int last) implements Query {
        public HoursOfDay {
            if (Math.min(first, last) < 0 || Math.max(first, last) >= HourOfWeek.PER_DAY) {
                throw new IllegalArgumentException("hours from 0 to 23, found " + first + " and " + last);
            }
        }

        /** The hours meant, as {@link HourOfWeek} counts them. */
        public List<Integer> hoursOfWeek() {
            int after = (last - first + HourOfWeek.PER_DAY) % HourOfWeek.PER_DAY;
            return IntStream.rangeClosed(0, after)
                    .map(hour -> (first + hour) % HourOfWeek.PER_DAY)
                    .boxed()
                    .flatMap(hour -> Arrays.stream(DayOfWeek.values()).map(day -> HourOfWeek.of(day, hour)))
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hours(this);
        }
    }

    /** Posts of some days of any week: from the first to the last, over Sunday when the last comes earlier in a week. */
    record DaysOfWeek(DayOfWeek first, DayOfWeek last) implements Query {
        public DaysOfWeek {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(last, "last");
        }

        /** The hours meant, as {@link HourOfWeek} counts them. */
        public List<Integer> hoursOfWeek() {
            int days = DayOfWeek.values().length;
            int after = (last.getValue() - first.getValue() + days) % days;
            return IntStream.rangeClosed(0, after)
                    .mapToObj(first::plus)
                    .flatMap(day -> IntStream.range(0, HourOfWeek.PER_DAY).mapToObj(hour -> HourOfWeek.of(day, hour)))
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.days(this);
        }
    }

    /** One method for each kind of node, so that the compiler finds what an engine has forgotten. */
    interface Visitor<R> {
        /** Every post. */
        R everything();

        /** Words. */
        R text(Text query);

        /** Two words close together. */
        R near(Near query);

        /** By pattern. */
        R wildcard(Wildcard query);

        /** All of. */
        R and(And query);

        /** Any of. */
        R or(Or query);

        /** None of. */
        R not(Not query);

        /** By level. */
        R levels(Levels query);

        /** By category. */
        R category(InCategory query);

        /** By stance. */
        R stance(WithStance query);

        /** By where the alert stands. */
        R status(WithStatus query);

        /** By school. */
        R school(AtSchool query);

        /** By district. */
        R district(InDistrict query);

        /** By source. */
        R source(FromSource query);

        /** By one time. */
        R time(AtTime query);

        /** By two times. */
        R times(BetweenTimes query);

        /** By the hours of a day. */
        R hours(HoursOfDay query);

        /** By the days of a week. */
        R days(DaysOfWeek query);
    }

    private static List<Query> atLeastTwo(List<Query> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("at least two parts, found " + parts.size());
        }
        return List.copyOf(parts);
    }

    private static void requireValue(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a value cannot be blank");
        }
    }
}
