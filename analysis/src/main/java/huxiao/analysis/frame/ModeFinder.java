package huxiao.analysis.frame;

import huxiao.analysis.time.TimeExpression;
import huxiao.model.ThreatFrame.Mode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hears how an act is said to hold: denied, under a condition, asked, in other people's words, past, going on or to come. Pure. */
final class ModeFinder {
    private static final int REACH = 40;
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    /** Words of a condition whose consequence begins with 就. */
    private static final Set<String> CONDITIONS = Set.of("再", "敢", "不", "谁", "不敢", "要", "没", "不给", "不还", "不服", "还敢");

    private static final Set<String> HAPPENS = Set.of("发生", "出现", "存在", "有");
    private static final Set<String> NEARLY = Set.of("差点", "险些", "差一点", "几乎");
    private static final Set<String> SHORTLY = Set.of("马上", "立刻", "立马", "待会", "待会儿", "等会", "等会儿", "一会儿");

    private static final Set<String> AT_PRESENT = Set.of("现在", "此时此刻", "此刻", "此时", "这会儿", "眼下", "目前");
    private static final Set<String> THEN = Set.of("就", "便", "那就", "我就");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;
    private final Map<Integer, TimeExpression> times;
    private final Instant said;

    ModeFinder(List<Chunk> chunks, List<Clause> clauses, Map<Integer, TimeExpression> times, Instant said) {
        this.chunks = chunks;
        this.clauses = clauses;
        this.times = times;
        this.said = said;
    }

    Set<Mode> of(int clauseIndex, int act, Roles roles) {
        Clause clause = clauses.get(clauseIndex);
        int from = Math.max(clause.from(), act - REACH);
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
            tense(clauseIndex, from, act, roles, modes);
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
            for (int i = from; i < Math.min(clause.to(), from + REACH); i++) {
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
        for (int i = Math.max(own.from(), act - REACH); i < act; i++) {
            then |= THEN.contains(chunks.get(i).text());
        }
        for (int c = clauseIndex; c >= Math.max(0, clauseIndex - 2); c--) {
            Clause clause = clauses.get(c);
            if (clause.sentence() != own.sentence()) {
                return false;
            }
            int from = Math.max(clause.from(), c == clauseIndex ? act - REACH : clause.to() - REACH);
            int to = c == clauseIndex ? Math.min(clause.to(), act + REACH) : clause.to();
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
        for (int i = Math.max(clause.from(), act - REACH); i < Math.min(clause.to(), act + REACH); i++) {
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

    private void tense(int clauseIndex, int from, int act, Roles roles, Set<Mode> modes) {
        Clause clause = clauses.get(clauseIndex);
        Chunk did = chunks.get(act);
        boolean will = false;
        boolean going = false;
        boolean done = roles.passive();
        for (int i = act - 1; i >= from; i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.SAY) || chunk.is(Tag.HEAR)) {
                will |= chunk.text().endsWith("要");
                break;
            }
            will |= chunk.is(Tag.WILL) && !(i > 0 && chunks.get(i - 1).is(Tag.NOT) && chunk.says("敢"));
            done |= chunk.is(Tag.DONE);
            if (NEARLY.contains(chunk.text())) {
                return;
            }
            Chunk next = chunks.get(i + 1);
            boolean progressive = chunk.is(Tag.AT) && (i + 1 == act || next.is(Tag.WITH) || next.is(Tag.BA));
            going |= chunk.is(Tag.NOW)
                    || progressive
                    || (chunk.is(Tag.WITH)
                            && (chunk.text().endsWith("着") || chunk.text().endsWith("著")));
        }
        boolean over = did.text().endsWith("了");
        for (int i = act + 1; i < Math.min(clause.to(), act + 4); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.LE) || chunk.is(Tag.GUO)) {
                over = true;
                break;
            }
            going |= chunk.is(Tag.ZHE) && i == act + 1;
            going |= chunk.text().startsWith("起来");
            if (!chunk.is(Tag.ZHE)
                    && !chunk.is(Tag.ALL)
                    && !chunk.is(Tag.VERB)
                    && !chunk.is(Tag.TOWARDS)
                    && !chunk.is(Tag.AT)) {
                break;
            }
        }
        going |= did.text().contains("起来");
        Optional<Mode> bySigns = bySigns(will, going, done, over);
        Optional<Mode> byTime = byTime(clauseIndex, act);
        boolean unreal = modes.contains(Mode.CONDITIONAL) && isConsequence(clauseIndex, act);
        if (bySigns.equals(Optional.of(Mode.FUTURE)) || unreal) {
            modes.add(Mode.FUTURE);
        } else if (bySigns.equals(Optional.of(Mode.ONGOING)) && !byTime.equals(Optional.of(Mode.PAST))) {
            modes.add(Mode.ONGOING);
        } else if (byTime.isPresent() && !(byTime.get() == Mode.FUTURE && over)) {
            modes.add(byTime.get());
        } else if (bySigns.isPresent()) {
            modes.add(bySigns.get());
        } else if (!modes.contains(Mode.QUESTION) && isAhead(clauseIndex, act, roles)) {
            modes.add(Mode.FUTURE);
        }
    }

    /** Whether the act follows from the condition and is not the condition itself. */
    private boolean isConsequence(int clauseIndex, int act) {
        Clause clause = clauses.get(clauseIndex);
        for (int i = act - 1; i >= Math.max(clause.from(), act - REACH); i--) {
            if (THEN.contains(chunks.get(i).text())) {
                return true;
            }
            if (chunks.get(i).is(Tag.IF)) {
                return false;
            }
        }
        return true;
    }

    /** What a threat, a vow or a call speaks of is to come, though no word says so. */
    private boolean isAhead(int clauseIndex, int act, Roles roles) {
        ActKind kind = chunks.get(act).act().orElseThrow();
        if (kind.isAhead()) {
            return true;
        }
        Clause clause = clauses.get(clauseIndex);
        for (int i = clause.from(); i < clause.to() && i < act + REACH; i++) {
            if (chunks.get(i).is(Tag.WHY) || chunks.get(i).is(Tag.NOTNOT)) {
                return false;
            }
        }
        boolean addressed = roles.actor()
                .filter(actor -> chunks.get(actor.from()).is(Tag.SECOND) && actor.isPronoun(chunks))
                .isPresent();
        if (addressed && (kind.isViolence() || kind == ActKind.MOVE)) {
            return true;
        }
        boolean own = roles.actor()
                .filter(actor -> chunks.get(actor.from()).is(Tag.FIRST) && actor.isPronoun(chunks))
                .isPresent();
        boolean dropped =
                roles.actor().isEmpty() && !roles.passive() && roles.target().isPresent() && kind != ActKind.HURT;
        return kind.isViolence() && (own || dropped);
    }

    private static Optional<Mode> bySigns(boolean will, boolean going, boolean done, boolean over) {
        if (will || going) {
            return Optional.of(will ? Mode.FUTURE : Mode.ONGOING);
        }
        return done || over ? Optional.of(Mode.PAST) : Optional.empty();
    }

    /** What the nearest words of time before the act say, in its clause or the one before it. */
    private Optional<Mode> byTime(int clauseIndex, int act) {
        Clause own = clauses.get(clauseIndex);
        for (int c = clauseIndex; c >= Math.max(0, clauseIndex - 1); c--) {
            Clause clause = clauses.get(c);
            int to = c == clauseIndex ? act : clause.to();
            if (clause.sentence() != own.sentence() || clause.quoted() != own.quoted()) {
                break;
            }
            for (int i = to - 1; i >= Math.max(clause.from(), to - REACH); i--) {
                if (chunks.get(i).is(Tag.SAY)) {
                    return Optional.empty();
                }
                Optional<Mode> mode = chunks.get(i).is(Tag.TIME) ? when(chunks.get(i)) : Optional.empty();
                if (mode.isPresent()) {
                    return mode;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Mode> when(Chunk words) {
        TimeExpression time = times.get(words.start());
        if (time == null) {
            return Optional.empty();
        }
        boolean dated = !time.floating();
        if ((dated && time.from().isAfter(said)) || SHORTLY.contains(words.text())) {
            return Optional.of(Mode.FUTURE);
        }
        if (AT_PRESENT.contains(words.text())) {
            return Optional.of(Mode.ONGOING);
        }
        // Hours without a day may be any day's.
        return dated && !time.to().isAfter(said) ? Optional.of(Mode.PAST) : Optional.empty();
    }
}
