package huxiao.analysis.frame;

import java.util.List;
import java.util.Optional;

/** Finds whom an act befalls, by what stands around it in its own clause. Pure. */
final class ObjectFinder {
    /** Acts on things as well as on persons. */
    private static final String ON_THINGS = "砸烧炸";

    private ObjectFinder() {}

    /** What stands right behind the act. */
    static Optional<Phrase> object(Sight sight) {
        if (sight.after().isEmpty() || sight.isDescriptive()) {
            return Optional.empty();
        }
        Optional<Phrase> described = described(sight);
        if (described.isPresent()) {
            return described;
        }
        Phrase first = sight.after().get(0);
        for (int i = sight.behind(); i < first.from(); i++) {
            Chunk chunk = sight.chunk(i);
            if (!chunk.is(Tag.TO) && !chunk.is(Tag.ALL) && !chunk.is(Tag.OTHER)) {
                return Optional.empty();
            }
        }
        ActKind kind = sight.kind();
        boolean building =
                sight.is(first, Tag.PLACE) && (kind == ActKind.BLAST || kind == ActKind.KILL || kind == ActKind.HURT);
        boolean thing = ON_THINGS.indexOf(sight.chunk(sight.act()).text().charAt(0)) >= 0;
        return sight.isPerson(first) || building || thing ? Optional.of(first) : Optional.empty();
    }

    /** 打|没睡的学生: who suffers is described before being named. */
    private static Optional<Phrase> described(Sight sight) {
        int behind = sight.behind();
        boolean begins = behind < sight.to()
                && (sight.chunk(behind).is(Tag.NOT) || sight.chunk(behind).is(Tag.VERB));
        if (!begins) {
            return Optional.empty();
        }
        return sight.after().stream()
                .filter(phrase -> sight.isPerson(phrase)
                        && phrase.from() <= behind + 5
                        && sight.chunk(phrase.from() - 1).is(Tag.DE))
                .findFirst();
    }

    /** The phrase behind 把. */
    static Optional<Phrase> behindBa(Sight sight, int ba) {
        return between(sight, ba + 1, sight.act(), false);
    }

    /** The person behind 被. */
    static Optional<Phrase> behindBei(Sight sight, int bei) {
        return between(sight, bei + 1, sight.act(), true);
    }

    private static Optional<Phrase> between(Sight sight, int from, int to, boolean person) {
        return sight.before().stream()
                .filter(phrase -> phrase.from() >= from && phrase.to() <= to)
                .filter(phrase -> sight.isPerson(phrase) || (!person && !sight.is(phrase, Tag.MEANS)))
                .findFirst();
    }

    /** The person behind 对, 跟, 给, 找. */
    static Optional<Phrase> toward(Sight sight) {
        return sight.before().stream()
                .filter(phrase -> phrase.from() > sight.from() && sight.isPerson(phrase))
                .filter(phrase -> sight.chunk(phrase.from() - 1).is(Tag.TO))
                .reduce((first, second) -> second);
    }

    /** 打人的学生: the person behind 的. */
    static Optional<Phrase> headOfRelative(Sight sight) {
        return sight.isDescriptive()
                ? sight.after().stream()
                        .findFirst()
                        .filter(phrase -> phrase.from() == sight.behind() + 1 && sight.isPerson(phrase))
                : Optional.empty();
    }

    /** Object and actor of a relative clause. */
    record Relative(Phrase object, Phrase head) {}

    /** 打|老师的那个学生: not the teacher's pupil, but a pupil who hits the teacher. */
    static Optional<Relative> relative(Sight sight, Phrase object) {
        for (int i = object.from() + 1; i + 1 < object.to(); i++) {
            Chunk next = sight.chunk(i + 1);
            if (sight.chunk(i).is(Tag.DE) && (next.is(Tag.DET) || next.says("人"))) {
                return Optional.of(new Relative(
                        new Phrase(object.from(), i - 1, i, -1), new Phrase(i + 1, object.head(), object.to(), -1)));
            }
        }
        return Optional.empty();
    }

    /** A school that is set on fire is what suffers: 二中要被炸. */
    static Optional<Phrase> building(Sight sight, int bei) {
        return sight.before().stream()
                .filter(phrase -> sight.kind() == ActKind.BLAST && phrase.to() <= bei && sight.is(phrase, Tag.PLACE))
                .reduce((first, second) -> second);
    }

    /** Who is made to suffer: 让你见血. */
    static Optional<Phrase> made(Sight sight) {
        return sight.before().stream()
                .filter(phrase -> sight.isPerson(phrase) && phrase.to() >= sight.act() - 2 && phrase.from() > 0)
                .filter(phrase -> SubjectFinder.CAUSES.contains(
                        sight.chunk(phrase.from() - 1).text()))
                .findFirst();
    }

    /** 这孩子老师天天打: who is spoken of first suffers. */
    static Optional<Phrase> topic(List<Phrase> subjects) {
        if (subjects.size() < 2) {
            return Optional.empty();
        }
        Phrase first = subjects.get(subjects.size() - 2);
        Phrase second = subjects.get(subjects.size() - 1);
        return first.to() == second.from() ? Optional.of(first) : Optional.empty();
    }
}
