package huxiao.model;

import java.util.List;
import java.util.Objects;

/**
 * Who does what, with what, to whom, where and when, as the text says it. What it does not say is {@link Span#NOWHERE} or empty.
 *
 * @param actor who does it
 * @param person as which person the actor is spoken of
 * @param staff whether the actor is said to be staff of the school
 * @param act what is done
 * @param means with what
 * @param target to whom
 * @param place where
 * @param times when, in order of appearance
 * @param modes how it is said to hold
 * @param parser what read the sentence: {@code words}, {@code dependencies}, or {@code skipped} when the dependency parser was asked but took too long
 */
public record ThreatFrame(
        Span actor,
        Person person,
        boolean staff,
        Span act,
        Span means,
        Span target,
        Span place,
        List<TimeWindow> times,
        List<Mode> modes,
        String parser) {
    /** No act was found. */
    public static final ThreatFrame NONE = new ThreatFrame(
            Span.NOWHERE,
            Person.UNKNOWN,
            false,
            Span.NOWHERE,
            Span.NOWHERE,
            Span.NOWHERE,
            Span.NOWHERE,
            List.of(),
            List.of(),
            "words");

    /** As which person the actor is spoken of. */
    public enum Person {
        FIRST,
        SECOND,
        THIRD,
        UNKNOWN
    }

    /** How an act is said to hold. */
    public enum Mode {
        NEGATED,
        CONDITIONAL,
        QUESTION,
        QUOTED,
        PAST,
        ONGOING,
        FUTURE
    }

    public ThreatFrame {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(parser, "parser");
        times = List.copyOf(times);
        modes = List.copyOf(modes);
    }
}
