package huxiao.analysis.frame;

import huxiao.analysis.time.TimeExpression;
import huxiao.model.ThreatFrame.Mode;
import huxiao.model.ThreatFrame.Person;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A {@link huxiao.model.ThreatFrame} over a text in normal form.
 *
 * @param actor who does it
 * @param person as which person the actor is spoken of
 * @param staff whether the actor is said to be staff of the school
 * @param act what is done
 * @param kind its kind in lower case, such as {@code kill}
 * @param means with what
 * @param target to whom
 * @param place where
 * @param times when, in order of appearance
 * @param modes how it is said to hold
 * @param parser {@code words}, {@code dependencies} or {@code skipped}
 */
public record Frame(
        Range actor,
        Person person,
        boolean staff,
        Range act,
        String kind,
        Range means,
        Range target,
        Range place,
        List<TimeExpression> times,
        Set<Mode> modes,
        String parser) {
    /** No act was found. */
    public static final Frame NONE = new Frame(
            Range.NOWHERE,
            Person.UNKNOWN,
            false,
            Range.NOWHERE,
            "",
            Range.NOWHERE,
            Range.NOWHERE,
            Range.NOWHERE,
            List.of(),
            EnumSet.noneOf(Mode.class),
            FrameReader.WORDS);

    public Frame {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(parser, "parser");
        times = List.copyOf(times);
        EnumSet<Mode> ordered = EnumSet.noneOf(Mode.class);
        ordered.addAll(modes);
        modes = java.util.Collections.unmodifiableSet(ordered);
    }

    /** Whether an act was found. */
    public boolean isPresent() {
        return !act.isEmpty();
    }

    Frame readBy(String other) {
        return new Frame(actor, person, staff, act, kind, means, target, place, times, modes, other);
    }
}
