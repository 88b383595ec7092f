package huxiao.analysis.frame;

import huxiao.model.ThreatFrame.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Hears how an act is said to hold: denied, under a condition, asked, in other people's words, past, going on or to come. Pure. */
final class ModeFinder {
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    /** Words of a condition whose consequence begins with 就. */
    private static final Set<String> CONDITIONS = Set.of("再", "敢", "不", "谁", "不敢", "要", "没", "不给", "不还", "不服", "还敢");

    private static final Set<String> HAPPENS = Set.of("发生", "出现", "存在", "有");
    /** Words that a consequence begins with. */
    static final Set<String> THEN = Set.of("就", "便", "那就", "我就");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;
    private final TenseFinder tenses;

    ModeFinder(List<Chunk> chunks, List<Clause> clauses, TenseFinder tenses) {
        this.chunks = chunks;
        this.clauses = clauses;
        this.tenses = tenses;
    }

    Set<Mode> of(int clauseIndex, int act, Roles roles) {
        Clause clause = clauses.get(clauseIndex);
        int from = Math.max(clause.from(), act - Sight.REACH);
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        if (isNegated(from, act) || isDenied(clauseIndex, act)) {
            modes.add(Mode.NEGATED);
        }
        if (isConditional(clauseIndex, act)) {
            modes.add(Mode.CONDITIONAL);
        }
        if (isAsked(clause, act)) {
            modes.add(Mode.QUESTION);
        }
        if (clause.quoted() || isReported(clauseIndex, from, act)) {
            modes.add(Mode.QUOTED);
        }
        if (!modes.contains(Mode.NEGATED)) {
            tenses.of(clauseIndex, act, roles, modes).ifPresent(modes::add);
        }
        return modes;
    }

    /** A denial reaches the act over adverbs and phrases, but not over another verb: 不敢说他打我. */
    private boolean isNegated(int from, int act) {
        for (int i = act - 1; i >= from; i--) {
            Chunk chunk = chunks.get(i);
            switch (chunk.tag()) {
                case NOT -> {
                    return !isEmphatic(act);
                }
                case NOTNOT, IF, SAY, HEAR, QUE, WHY -> {
                    return false;
                }
                case VERB -> {
                    if (!HAPPENS.contains(chunk.text())) {
                        return false;
                    }
                }
                case ACT -> {
                    // 禁止打架斗殴 denies both.
                    if (i < act - 1) {
                        return false;
                    }
                }
                default -> {
                    if (THEN.contains(chunk.text())) {
                        return false;
                    }
                }
            }
        }
        return false;
    }

    /** 不打死你我不姓王: two denials make a vow. */
    private boolean isEmphatic(int act) {
        int end = Math.min(chunks.size(), act + 12);
        for (int i = act + 1; i < end; i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.NOT) && i + 1 < chunks.size()) {
                String next = chunks.get(i + 1).text();
                return next.startsWith("姓") || next.startsWith("罢") || next.startsWith("算") || next.startsWith("叫");
            }
        }
        return false;
    }

    private boolean isDenied(int clauseIndex, int act) {
        int sentence = clauses.get(clauseIndex).sentence();
        for (int c = clauseIndex; c < Math.min(clauses.size(), clauseIndex + 3); c++) {
            Clause clause = clauses.get(c);
            if (clause.sentence() != sentence) {
                return false;
            }
            int from = Math.max(clause.from(), c == clauseIndex ? act + 1 : clause.from());
            for (int i = from; i < Math.min(clause.to(), from + Sight.REACH); i++) {
                boolean takenBack =
                        VOCABULARY.is(Vocabulary.Quality.DENIED, chunks.get(i).text());
                if (takenBack || isDenial(i)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** 不|属实, 是|谣言, 没|这|回|事. */
    private boolean isDenial(int i) {
        StringBuilder two = new StringBuilder();
        for (int k = i; k < Math.min(chunks.size(), i + 4); k++) {
            two.append(chunks.get(k).text());
            if (VOCABULARY.is(Vocabulary.Quality.DENIED, two.toString())) {
                return !chunks.get(i).says("造谣")
                        && (i == 0 || !chunks.get(i - 1).is(Tag.NOT));
            }
        }
        return false;
    }

    private boolean isConditional(int clauseIndex, int act) {
        Clause own = clauses.get(clauseIndex);
        boolean then = false;
        for (int i = Math.max(own.from(), act - Sight.REACH); i < act; i++) {
            then |= THEN.contains(chunks.get(i).text());
        }
        for (int c = clauseIndex; c >= Math.max(0, clauseIndex - 2); c--) {
            Clause clause = clauses.get(c);
            if (clause.sentence() != own.sentence()) {
                return false;
            }
            int from = Math.max(clause.from(), c == clauseIndex ? act - Sight.REACH : clause.to() - Sight.REACH);
            int to = c == clauseIndex ? Math.min(clause.to(), act + Sight.REACH) : clause.to();
            for (int i = from; i < to; i++) {
                Chunk chunk = chunks.get(i);
                boolean habit = i > from && chunks.get(i - 1).says("一");
                boolean led = then && !habit && (c < clauseIndex || i < act) && CONDITIONS.contains(chunk.text());
                if (chunk.is(Tag.IF) || led) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isAsked(Clause clause, int act) {
        boolean asks = clause.asks();
        for (int i = Math.max(clause.from(), act - Sight.REACH); i < Math.min(clause.to(), act + Sight.REACH); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.WHY)) {
                return false;
            }
            boolean particle = chunk.is(Tag.QUE) && chunk.text().length() == 1;
            asks |= chunk.is(Tag.QUE) && (!particle || (i == clause.to() - 1 && !chunk.says("嘛") && !chunk.says("呢")));
        }
        return asks;
    }

    /** 他说明天要打我: a verb of saying before the act, the words being somebody else's than the author's. */
    private boolean isReported(int clauseIndex, int from, int act) {
        int say = -1;
        for (int i = act - 1; i >= from && say < 0; i--) {
            say = chunks.get(i).is(Tag.SAY) ? i : -1;
        }
        if (say < 0 && clauseIndex > 0) {
            Clause previous = clauses.get(clauseIndex - 1);
            boolean ends = chunks.get(previous.to() - 1).is(Tag.SAY)
                    && previous.sentence() == clauses.get(clauseIndex).sentence();
            say = ends ? previous.to() - 1 : -1;
        }
        if (say < 0) {
            return false;
        }
        for (int i = say - 1; i >= Math.max(0, say - 4) && !chunks.get(i).is(Tag.MARK); i--) {
            if (chunks.get(i).is(Tag.FIRST)) {
                boolean possessive = i + 1 < say && chunks.get(i + 1).tag().isNominal();
                return possessive;
            }
        }
        return true;
    }
}
