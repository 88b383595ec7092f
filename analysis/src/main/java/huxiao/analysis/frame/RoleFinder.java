package huxiao.analysis.frame;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the {@link Roles} of the acts of one text. Pure; what it looks at around an act is bounded. */
final class RoleFinder {
    /** Acts of who suffers, unless somebody makes them do it: 他跪着, but 让他跪着. */
    private static final Set<String> ENDURED =
            Set.of("跪", "跪下", "下跪", "跪着", "学狗叫", "失踪", "走失", "走丢", "失联", "不见了", "没回家");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;
    private final SubjectFinder subjects;
    private final CircumstanceFinder circumstances;

    RoleFinder(List<Chunk> chunks, List<Clause> clauses) {
        this.chunks = chunks;
        this.clauses = clauses;
        this.subjects = new SubjectFinder(chunks, clauses);
        this.circumstances = new CircumstanceFinder(chunks, clauses);
    }

    private record Parties(Optional<Phrase> actor, Optional<Phrase> target) {}

    Roles of(int clauseIndex, int act) {
        Sight sight = Sight.of(chunks, clauses, clauseIndex, act);
        int bei = passive(sight);
        Optional<Phrase> object = ObjectFinder.object(sight);
        Parties parties = bei >= 0 ? passive(sight, bei) : active(sight, object);
        if (bei < 0 && object.isEmpty() && isEndured(sight)) {
            Optional<Phrase> who = parties.target().or(() -> parties.actor().filter(sight::isPerson));
            return roles(sight, new Parties(Optional.empty(), who), false);
        }
        return roles(sight, parties, bei >= 0);
    }

    private Roles roles(Sight sight, Parties parties, boolean passive) {
        Optional<Phrase> target = parties.target();
        Optional<Phrase> actor = parties.actor().filter(phrase -> !isSame(phrase, target));
        return new Roles(
                actor, target, circumstances.means(sight, actor, target), circumstances.place(sight, target), passive);
    }

    /** 孩子被老师打了, 被打的孩子. */
    private Parties passive(Sight sight, int bei) {
        Optional<Phrase> target = subjects.subjects(sight.before(), sight.from()).stream()
                .filter(phrase -> phrase.to() <= bei)
                .reduce((first, second) -> second)
                .filter(phrase -> !subjects.says(phrase.to(), bei))
                .or(() -> ObjectFinder.building(sight, bei))
                .or(() -> ObjectFinder.headOfRelative(sight))
                .or(() -> subjects.carried(sight.clauseIndex()));
        return new Parties(ObjectFinder.behindBei(sight, bei), target);
    }

    private Parties active(Sight sight, Optional<Phrase> object) {
        List<Phrase> spoken = subjects.subjects(sight.before(), sight.from());
        int ba = sight.last(Tag.BA);
        Optional<Phrase> governed = ba >= 0 ? ObjectFinder.behindBa(sight, ba) : ObjectFinder.toward(sight);
        Optional<Phrase> actor = spoken.isEmpty()
                ? Optional.empty()
                : Optional.of(spoken.get(spoken.size() - 1)).filter(phrase -> subjects.does(phrase, sight.act()));
        boolean thing = object.isPresent() && governed.isPresent() && !sight.isPerson(governed.get());
        boolean led = governed.isPresent() && (ba >= 0 || object.isEmpty()) && !thing;
        Optional<Phrase> target = led ? governed : object;
        if (sight.isDescriptive() && (actor.isEmpty() || isFar(sight, actor.get()))) {
            actor = ObjectFinder.headOfRelative(sight);
            target = governed;
        } else if (actor.isEmpty() && object.isPresent()) {
            Optional<ObjectFinder.Relative> relative = ObjectFinder.relative(sight, object.get());
            if (relative.isPresent()) {
                return new Parties(
                        Optional.of(relative.get().head()),
                        Optional.of(relative.get().object()));
            }
        }
        if (actor.isEmpty() && (ba >= 0 || object.isPresent())) {
            actor = vehicle(sight);
        }
        if (actor.isEmpty()) {
            actor = subjects.carried(sight.clauseIndex()).filter(phrase -> !isSame(phrase, object));
        }
        return new Parties(actor, target.or(() -> ObjectFinder.made(sight)).or(() -> ObjectFinder.topic(spoken)));
    }

    /** Where 被 stands, or 让 and 叫 where they mean it (让人给打了); -1 in an active clause. */
    private int passive(Sight sight) {
        int bei = sight.last(Tag.BEI);
        int act = sight.act();
        for (int i = act - 2; bei < 0 && i >= Math.max(sight.from(), act - 4); i--) {
            boolean let = chunks.get(i).says("让") || chunks.get(i).says("叫");
            boolean anybody = chunks.get(i + 1).says("人") || chunks.get(i + 1).says("别人");
            boolean given = i + 2 == act || chunks.get(i + 2).says("给");
            bei = let && anybody && given && isDone(sight) ? i : bei;
        }
        return bei;
    }

    private boolean isDone(Sight sight) {
        int act = sight.act();
        return chunks.get(act).text().endsWith("了")
                || (act + 1 < sight.to() && chunks.get(act + 1).is(Tag.LE));
    }

    private boolean isEndured(Sight sight) {
        if (!ENDURED.contains(chunks.get(sight.act()).text())) {
            return sight.kind().isSuffered();
        }
        for (int i = sight.act() - 1; i >= sight.from(); i--) {
            if (SubjectFinder.CAUSES.contains(chunks.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** Whether another verb stands between who is spoken of and a relative clause: 警察抓住了|砍人的那个男的. */
    private boolean isFar(Sight sight, Phrase subject) {
        for (int i = sight.act() - 1; i >= subject.to(); i--) {
            if (chunks.get(i).is(Tag.VERB)) {
                return true;
            }
        }
        return false;
    }

    /** A thing in front that does what persons do: 一辆面包车把女孩拖上车. */
    private static Optional<Phrase> vehicle(Sight sight) {
        return sight.before().stream()
                .findFirst()
                .filter(phrase -> phrase.from() == sight.clause().from())
                .filter(phrase -> sight.is(phrase, Tag.NOUN) || sight.is(phrase, Tag.MEANS));
    }

    private boolean isSame(Phrase phrase, Optional<Phrase> other) {
        return phrase.begins(other)
                || other.filter(found -> text(found).equals(text(phrase))).isPresent();
    }

    private String text(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        chunks.subList(phrase.from(), phrase.to()).forEach(chunk -> text.append(chunk.text()));
        return text.toString();
    }
}
