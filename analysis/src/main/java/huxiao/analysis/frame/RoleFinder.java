package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the {@link Roles} of acts in one text. Pure; what it looks at around an act is bounded. */
final class RoleFinder {
    /** So many chunks are looked at on each side of an act. */
    private static final int REACH = 40;
    /** So many clauses back a subject may stand. */
    private static final int CARRY = 4;

    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    /** Verbs whose object goes on to act: 有个男的追学生, 看见他打人. */
    private static final Set<String> PIVOTS = Set.of(
            "有", "是", "看到", "看见", "见", "发现", "听到", "听见", "怕", "拍到", "担心", "希望", "目睹", "遇到", "碰到", "撞见", "知道", "觉得");
    /** Verbs of saying whose object hears it. */
    private static final Set<String> ADDRESSED = Set.of("告诉", "警告", "问", "骂", "转告", "回复", "发", "发了", "恐吓");

    private static final Set<String> THREATENING =
            Set.of("扬言", "威胁要", "威胁说", "放话", "叫嚣", "放狠话", "撂话", "撂下话", "说要", "发誓", "嚷嚷");

    /** Who does these stands against the act of the next clause: 老师拉不住,还在打. */
    private static final Set<String> PEACE = Set.of(
            "拉不住", "拉", "拉开", "劝", "劝架", "劝开", "制止", "阻止", "求", "救", "报警", "帮", "帮忙", "赶来", "赶到", "吓", "吓得", "护", "护着");

    /** Acts of who suffers, unless somebody makes them do it: 他跪着, but 让他跪着. */
    private static final Set<String> ENDURED = Set.of("跪", "跪下", "下跪", "跪着", "学狗叫");

    private static final Set<String> CAUSES = Set.of("让", "逼", "逼着", "叫", "罚", "强迫", "要求", "命令");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;

    RoleFinder(List<Chunk> chunks, List<Clause> clauses) {
        this.chunks = chunks;
        this.clauses = clauses;
    }

    Roles of(int clauseIndex, int act) {
        Clause clause = clauses.get(clauseIndex);
        int from = Math.max(clause.from(), act - REACH);
        int to = Math.min(clause.to(), act + REACH);
        List<Phrase> before = Phrase.within(chunks, from, act);
        int behind = behind(act, to);
        List<Phrase> after = Phrase.within(chunks, behind, to);
        int bei = last(from, act, Tag.BEI);
        int ba = last(from, act, Tag.BA);
        Optional<Phrase> object = object(act, behind, after, to);
        List<Phrase> subjects = subjects(before, from);
        Optional<Phrase> actor;
        Optional<Phrase> target;
        if (bei >= 0) {
            actor = first(before, bei + 1, act, true);
            target = lastBefore(subjects, bei)
                    .or(() -> headOfRelative(act, behind, after))
                    .or(() -> carried(clauseIndex));
        } else {
            Optional<Phrase> governed = ba >= 0
                    ? first(before, ba + 1, act, false)
                    : toward(before, from).filter(phrase -> phrase.isPerson(chunks));
            actor = subjects.isEmpty()
                    ? Optional.empty()
                    : Optional.of(subjects.get(subjects.size() - 1)).filter(phrase -> does(phrase, act));
            target = governed.isPresent() && (ba >= 0 || object.isEmpty()) ? governed : object;
            if (actor.isEmpty() && behind < to && chunks.get(behind).is(Tag.DE)) {
                actor = headOfRelative(act, behind, after);
                target = governed;
            } else if (actor.isEmpty() && object.isPresent()) {
                Optional<Split> split = relative(object.get());
                if (split.isPresent()) {
                    actor = Optional.of(split.get().head());
                    target = Optional.of(split.get().owner());
                }
            }
            if (target.isEmpty() && subjects.size() > 1) {
                target = topic(subjects);
            }
            if (actor.isEmpty()) {
                actor = carried(clauseIndex).filter(phrase -> !isSame(phrase, object));
            }
        }
        if (isSuffered(act, from) && bei < 0 && object.isEmpty()) {
            target = target.isPresent() ? target : actor.filter(phrase -> phrase.isPerson(chunks));
            actor = Optional.empty();
        }
        Optional<Phrase> suffers = target;
        return new Roles(
                actor.filter(phrase -> !isSame(phrase, suffers)),
                target,
                means(clauseIndex, act, before, after),
                place(clauseIndex, before, after, target),
                bei >= 0);
    }

    private boolean isSuffered(int act, int from) {
        if (!ENDURED.contains(chunks.get(act).text())) {
            return chunks.get(act).act().orElseThrow().isSuffered();
        }
        for (int i = act - 1; i >= from; i--) {
            if (CAUSES.contains(chunks.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** The chunk behind the act and what belongs to it: 打|死|了, 扇|了|一下. */
    private int behind(int act, int to) {
        int next = act + 1;
        while (next < to) {
            Chunk chunk = chunks.get(next);
            boolean part = chunk.is(Tag.LE)
                    || chunk.is(Tag.GUO)
                    || chunk.is(Tag.ZHE)
                    || VOCABULARY.is(Vocabulary.Quality.RESULT, chunk.text());
            if (!part) {
                break;
            }
            next++;
        }
        return next;
    }

    /** The nearest chunk of a tag before the act, unless 就 parts them: 不把钱还我就打. */
    private int last(int from, int act, Tag tag) {
        for (int i = act - 1; i >= from && !chunks.get(i).says("就"); i--) {
            if (chunks.get(i).is(tag)) {
                return i;
            }
        }
        return -1;
    }

    /** What stands right behind the act. */
    private Optional<Phrase> object(int act, int behind, List<Phrase> after, int to) {
        if (after.isEmpty() || (behind < to && chunks.get(behind).is(Tag.DE))) {
            return Optional.empty();
        }
        Phrase first = after.get(0);
        for (int i = behind; i < first.from(); i++) {
            if (!chunks.get(i).is(Tag.TO)
                    && !chunks.get(i).is(Tag.ALL)
                    && !chunks.get(i).is(Tag.OTHER)) {
                return Optional.empty();
            }
        }
        if (first.isPerson(chunks)) {
            return Optional.of(first);
        }
        ActKind kind = chunks.get(act).act().orElseThrow();
        boolean thing =
                first.is(chunks, Tag.PLACE) && (kind == ActKind.BLAST || kind == ActKind.KILL || kind == ActKind.HURT);
        return thing ? Optional.of(first) : Optional.empty();
    }

    /** Persons before the act that nothing governs, in order; those before a verb of saying only where none stands behind it. */
    private List<Phrase> subjects(List<Phrase> before, int from) {
        List<Phrase> subjects = new ArrayList<>();
        for (Phrase phrase : before) {
            if (!phrase.isPerson(chunks) || isGoverned(phrase, from)) {
                continue;
            }
            if (!subjects.isEmpty() && says(subjects.get(subjects.size() - 1).to(), phrase.from())) {
                subjects.clear();
            }
            subjects.add(phrase);
        }
        return subjects;
    }

    private boolean says(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunks.get(i).is(Tag.SAY) || chunks.get(i).is(Tag.HEAR)) {
                return true;
            }
        }
        return false;
    }

    /** Who speaks of an act does it only where it is to come: 他说要打我, but not 校医说是踢的. */
    private boolean does(Phrase subject, int act) {
        for (int i = act - 1; i >= subject.to(); i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.WILL)) {
                return true;
            }
            if (chunk.is(Tag.SAY) || chunk.is(Tag.HEAR)) {
                return THREATENING.contains(chunk.text());
            }
        }
        return true;
    }

    private boolean isGoverned(Phrase phrase, int from) {
        int at = phrase.from() - 1;
        while (at >= from
                && (chunks.get(at).is(Tag.LE)
                        || chunks.get(at).is(Tag.ZHE)
                        || chunks.get(at).is(Tag.GUO))) {
            at--;
        }
        if (at < from) {
            return false;
        }
        Chunk governor = chunks.get(at);
        if (governor.is(Tag.SAY)) {
            return ADDRESSED.contains(governor.text());
        }
        boolean verb = governor.is(Tag.VERB) || governor.is(Tag.ACT);
        return governor.tag().governs() || (verb && !PIVOTS.contains(governor.text()));
    }

    /** The phrase behind 对, 跟, 给. */
    private Optional<Phrase> toward(List<Phrase> before, int from) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Phrase phrase = before.get(i);
            if (phrase.from() > from && chunks.get(phrase.from() - 1).is(Tag.TO)) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    private Optional<Phrase> first(List<Phrase> phrases, int from, int to, boolean person) {
        return phrases.stream()
                .filter(phrase -> phrase.from() >= from && phrase.to() <= to)
                .filter(phrase -> phrase.isPerson(chunks) || (!person && !phrase.is(chunks, Tag.MEANS)))
                .findFirst();
    }

    private static Optional<Phrase> lastBefore(List<Phrase> phrases, int chunk) {
        return phrases.stream().filter(phrase -> phrase.to() <= chunk).reduce((first, second) -> second);
    }

    /** 打人的学生: who stands behind 的 does it. */
    private Optional<Phrase> headOfRelative(int act, int behind, List<Phrase> after) {
        boolean relative =
                behind > act && behind < chunks.size() && chunks.get(behind).is(Tag.DE);
        return relative
                ? after.stream().findFirst().filter(phrase -> phrase.from() == behind + 1 && phrase.isPerson(chunks))
                : Optional.empty();
    }

    private record Split(Phrase owner, Phrase head) {}

    /** 打|老师的那个学生: not the teacher's pupil, but a pupil who hits the teacher. */
    private Optional<Split> relative(Phrase object) {
        for (int i = object.from() + 1; i + 1 < object.to(); i++) {
            boolean points = chunks.get(i + 1).is(Tag.DET) || chunks.get(i + 1).says("人");
            if (chunks.get(i).is(Tag.DE) && points) {
                return Optional.of(new Split(
                        new Phrase(object.from(), i - 1, i, -1), new Phrase(i + 1, object.head(), object.to(), -1)));
            }
        }
        return Optional.empty();
    }

    /** 这孩子老师天天打: who is spoken of first suffers. */
    private Optional<Phrase> topic(List<Phrase> subjects) {
        Phrase first = subjects.get(subjects.size() - 2);
        Phrase second = subjects.get(subjects.size() - 1);
        return first.to() == second.from() ? Optional.of(first) : Optional.empty();
    }

    /** The subject of the clauses before, first of the sentence, then of the one before it. */
    private Optional<Phrase> carried(int clauseIndex) {
        Clause own = clauses.get(clauseIndex);
        for (int c = clauseIndex - 1; c >= Math.max(0, clauseIndex - CARRY); c--) {
            Clause clause = clauses.get(c);
            if (clause.quoted() != own.quoted() || clause.sentence() < own.sentence() - 1) {
                continue;
            }
            int from = Math.max(clause.from(), clause.to() - REACH);
            List<Phrase> subjects = subjects(Phrase.within(chunks, from, clause.to()), from);
            if (!subjects.isEmpty() && leads(subjects.get(0), clause)) {
                return Optional.of(subjects.get(0));
            }
        }
        return Optional.empty();
    }

    /** Whether the next clause goes on with this subject: not where it speaks or steps in. */
    private boolean leads(Phrase subject, Clause clause) {
        for (int i = subject.to(); i < Math.min(clause.to(), subject.to() + REACH); i++) {
            Chunk chunk = chunks.get(i);
            boolean speaks = chunk.is(Tag.SAY) && !THREATENING.contains(chunk.text());
            if (speaks || PEACE.contains(chunk.text())) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(Phrase phrase, Optional<Phrase> other) {
        return other.isPresent()
                && (other.get().from() == phrase.from() || text(other.get()).equals(text(phrase)));
    }

    private String text(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        chunks.subList(phrase.from(), phrase.to()).forEach(chunk -> text.append(chunk.text()));
        return text.toString();
    }

    private Optional<Phrase> means(int clauseIndex, int act, List<Phrase> before, List<Phrase> after) {
        for (int i = before.size() - 1; i >= 0; i--) {
            Phrase phrase = before.get(i);
            boolean held = phrase.from() > 0 && chunks.get(phrase.from() - 1).is(Tag.WITH);
            boolean thing = phrase.is(chunks, Tag.NOUN) && held;
            if (phrase.is(chunks, Tag.MEANS) || thing) {
                return Optional.of(phrase);
            }
        }
        for (Phrase phrase : after) {
            boolean counted = chunks.get(phrase.from()).is(Tag.NUMBER) && phrase.from() <= act + 3;
            if (phrase.is(chunks, Tag.MEANS) && !counted) {
                return Optional.of(phrase);
            }
        }
        Clause own = clauses.get(clauseIndex);
        for (int c : new int[] {clauseIndex - 1, clauseIndex + 1, clauseIndex - 2}) {
            if (c >= 0 && c < clauses.size() && clauses.get(c).sentence() == own.sentence()) {
                Optional<Phrase> held = held(clauses.get(c));
                if (held.isPresent()) {
                    return held;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Phrase> held(Clause clause) {
        int to = Math.min(clause.to(), clause.from() + REACH);
        return Phrase.within(chunks, clause.from(), to).stream()
                .filter(phrase -> phrase.is(chunks, Tag.MEANS))
                .findFirst();
    }

    private Optional<Phrase> place(int clauseIndex, List<Phrase> before, List<Phrase> after, Optional<Phrase> target) {
        List<Phrase> near = new ArrayList<>();
        for (int i = before.size() - 1; i >= 0; i--) {
            near.add(before.get(i));
        }
        near.addAll(after);
        Optional<Phrase> own = near.stream()
                .filter(phrase -> phrase.is(chunks, Tag.PLACE) && !isSame(phrase, target))
                .findFirst();
        if (own.isPresent()) {
            return own;
        }
        int sentence = clauses.get(clauseIndex).sentence();
        for (int c : new int[] {clauseIndex - 1, clauseIndex + 1, clauseIndex - 2, clauseIndex + 2, clauseIndex - 3}) {
            boolean inReach =
                    c >= 0 && c < clauses.size() && Math.abs(clauses.get(c).sentence() - sentence) <= 1;
            if (inReach) {
                Clause clause = clauses.get(c);
                int to = Math.min(clause.to(), clause.from() + REACH);
                Optional<Phrase> place = Phrase.within(chunks, clause.from(), to).stream()
                        .filter(phrase -> phrase.is(chunks, Tag.PLACE) && !isSame(phrase, target))
                        .findFirst();
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }
}
