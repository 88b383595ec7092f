package huxiao.analysis.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds who is spoken of before a verb, in its clause or in those before it. Pure. */
final class SubjectFinder {
    /** So many clauses back a subject may stand. */
    private static final int CARRY = 4;
    /** Verbs whose object goes on to act: 有个男的追学生, 看见他打人. */
    private static final Set<String> PIVOTS = Set.of(
            "有", "是", "看到", "看见", "见", "发现", "听到", "听见", "怕", "拍到", "担心", "希望", "目睹", "遇到", "碰到", "撞见", "知道", "觉得");
    /** Verbs of saying whose object hears it. */
    private static final Set<String> ADDRESSED = Set.of("告诉", "警告", "问", "骂", "转告", "回复", "发", "发了");
    /** Verbs of saying whose subject means to do what is said. */
    private static final Set<String> THREATENING =
            Set.of("扬言", "威胁要", "威胁说", "放话", "叫嚣", "放狠话", "撂话", "撂下话", "说要", "发誓", "嚷嚷");
    /** Who does these stands against the act of the next clause: 老师拉不住,还在打. */
    private static final Set<String> PEACE = Set.of(
            "拉不住", "拉", "拉开", "劝", "劝架", "劝开", "制止", "阻止", "求", "救", "报警", "帮", "帮忙", "赶来", "赶到", "吓", "吓得", "护", "护着");
    /** Verbs whose object is made to act, while who acts is their subject: 老师让同学互相扇. */
    static final Set<String> CAUSES = Set.of("让", "逼", "逼着", "叫", "罚", "强迫", "要求", "命令");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;

    SubjectFinder(List<Chunk> chunks, List<Clause> clauses) {
        this.chunks = chunks;
        this.clauses = clauses;
    }

    /** Persons among phrases that nothing governs, in order; those before a verb of saying only where none stands behind it. */
    List<Phrase> subjects(List<Phrase> phrases, int from) {
        List<Phrase> subjects = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (!phrase.isPerson(chunks)) {
                continue;
            }
            Optional<Phrase> free = isGoverned(phrase, from) ? headBehindDe(phrase) : Optional.of(phrase);
            int last =
                    subjects.isEmpty() ? -1 : subjects.get(subjects.size() - 1).to();
            if (free.isEmpty() || (last >= 0 && isMade(last, phrase.from()))) {
                continue;
            }
            if (last >= 0 && says(last, phrase.from())) {
                subjects.clear();
            }
            subjects.add(free.get());
        }
        return subjects;
    }

    /** Whether a verb of saying, or of hearsay, stands between. */
    boolean says(int from, int to) {
        for (int i = from; i < to; i++) {
            if (chunks.get(i).is(Tag.SAY) || chunks.get(i).is(Tag.HEAR)) {
                return true;
            }
        }
        return false;
    }

    /** Who speaks of an act does it only where it is to come: 他说要打我, but not 校医说是踢的. */
    boolean does(Phrase subject, int act) {
        for (int i = act - 1; i >= subject.to(); i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.WILL) || chunk.says("就")) {
                return true;
            }
            if (chunk.is(Tag.SAY) || chunk.is(Tag.HEAR)) {
                return THREATENING.contains(chunk.text());
            }
        }
        return true;
    }

    /** The subject of the clauses before, first of the sentence, then of the one before it. */
    Optional<Phrase> carried(int clauseIndex) {
        Clause own = clauses.get(clauseIndex);
        for (int c = clauseIndex - 1; c >= Math.max(0, clauseIndex - CARRY); c--) {
            Clause clause = clauses.get(c);
            if (clause.quoted() != own.quoted() || clause.sentence() < own.sentence() - 1) {
                continue;
            }
            int from = Math.max(clause.from(), clause.to() - Sight.REACH);
            List<Phrase> subjects = subjects(Phrase.within(chunks, from, clause.to()), from);
            if (!subjects.isEmpty() && leads(subjects.get(0), clause)) {
                return Optional.of(subjects.get(0));
            }
        }
        return Optional.empty();
    }

    /** Whether the next clause goes on with this subject: not where it speaks or steps in. */
    private boolean leads(Phrase subject, Clause clause) {
        for (int i = subject.to(); i < Math.min(clause.to(), subject.to() + Sight.REACH); i++) {
            Chunk chunk = chunks.get(i);
            boolean speaks = chunk.is(Tag.SAY) && !THREATENING.contains(chunk.text());
            if (speaks || PEACE.contains(chunk.text())) {
                return false;
            }
        }
        return true;
    }

    private boolean isGoverned(Phrase phrase, int from) {
        boolean then = phrase.to() < chunks.size() && chunks.get(phrase.to()).says("就");
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
        if (then && !governor.tag().governs()) {
            // 再来要钱|我就打 begins anew, 见|我就打 does not.
            return governor.text().endsWith("见") || !chunks.get(phrase.from()).is(Tag.FIRST);
        }
        if (governor.is(Tag.SAY)) {
            return ADDRESSED.contains(governor.text());
        }
        boolean verb = governor.is(Tag.VERB) || governor.is(Tag.ACT);
        return governor.tag().governs() || (verb && !PIVOTS.contains(governor.text()));
    }

    /** Of 戴|口罩的男人 the man, who is not what is worn. */
    private Optional<Phrase> headBehindDe(Phrase phrase) {
        Chunk governor = chunks.get(phrase.from() - 1);
        boolean verb = governor.is(Tag.VERB) || governor.is(Tag.ACT);
        for (int i = phrase.from() + 1; verb && i + 1 < phrase.to(); i++) {
            if (chunks.get(i).is(Tag.DE)) {
                return Optional.of(new Phrase(i + 1, phrase.head(), phrase.to(), -1));
            }
        }
        return Optional.empty();
    }

    private boolean isMade(int from, int to) {
        for (int i = from; i < to; i++) {
            if (CAUSES.contains(chunks.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
