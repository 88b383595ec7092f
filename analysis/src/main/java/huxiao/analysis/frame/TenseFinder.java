package huxiao.analysis.frame;

import huxiao.analysis.time.TimeExpression;
import huxiao.model.ThreatFrame.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether an act lies behind, is going on or is to come: by aspect and will, words of time, and what threats are by nature. Pure. */
final class TenseFinder {
    /** What stands behind an act before 了 or 过 at most: 打|起来|了. */
    private static final int ASPECT_REACH = 4;

    private static final Set<String> NEARLY = Set.of("差点", "险些", "差一点", "几乎");
    private static final Set<String> SHORTLY = Set.of("马上", "立刻", "立马", "待会", "待会儿", "等会", "等会儿", "一会儿");
    private static final Set<String> AT_PRESENT = Set.of("现在", "此时此刻", "此刻", "此时", "这会儿", "眼下", "目前");

    private final List<Chunk> chunks;
    private final List<Clause> clauses;
    private final Map<Integer, TimeExpression> times;
    private final Instant said;

    /** Tenses in one text, with its words of time by their first unit. */
    TenseFinder(List<Chunk> chunks, List<Clause> clauses, Map<Integer, TimeExpression> times, Instant said) {
        this.chunks = chunks;
        this.clauses = clauses;
        this.times = times;
        this.said = said;
    }

    /** The tense of an act of which other modes are known already; empty where nothing tells. */
    Optional<Mode> of(int clauseIndex, int act, Roles roles, Set<Mode> others) {
        Clause clause = clauses.get(clauseIndex);
        int from = Math.max(clause.from(), act - Sight.REACH);
        boolean will = false;
        boolean going = chunks.get(act).text().contains("起来");
        boolean done = roles.passive();
        for (int i = act - 1; i >= from; i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Tag.SAY) || chunk.is(Tag.HEAR)) {
                will |= chunk.text().endsWith("要");
                break;
            }
            if (NEARLY.contains(chunk.text())) {
                return Optional.empty();
            }
            will |= chunk.is(Tag.WILL) && !(i > 0 && chunks.get(i - 1).is(Tag.NOT) && chunk.says("敢"));
            done |= chunk.is(Tag.DONE);
            going |= isProgressive(i, act);
        }
        boolean over = chunks.get(act).text().endsWith("了");
        for (int i = act + 1; i < Math.min(clause.to(), act + ASPECT_REACH) && !over && mayPart(chunks.get(i)); i++) {
            over = chunks.get(i).is(Tag.LE) || chunks.get(i).is(Tag.GUO);
            going |= (chunks.get(i).is(Tag.ZHE) && i == act + 1)
                    || chunks.get(i).text().startsWith("起来");
        }
        if (will || (others.contains(Mode.CONDITIONAL) && isConsequence(clauseIndex, act))) {
            return Optional.of(Mode.FUTURE);
        }
        Optional<Mode> byTime = byTime(clauseIndex, act);
        boolean past = byTime.filter(mode -> mode == Mode.PAST).isPresent();
        if (going && !past) {
            return Optional.of(Mode.ONGOING);
        }
        // 周五打了我: what is done lies behind, so that the Friday gone is meant.
        boolean gone = over && byTime.filter(mode -> mode == Mode.FUTURE).isPresent();
        if (byTime.isPresent() && !gone) {
            return byTime;
        }
        if (going || done || over) {
            return Optional.of(going ? Mode.ONGOING : Mode.PAST);
        }
        boolean ahead = !others.contains(Mode.QUESTION) && isAhead(clauseIndex, act, roles);
        return ahead ? Optional.of(Mode.FUTURE) : Optional.empty();
    }

    /** 正在, 拿着刀, and 在 before the verb or its means. */
    private boolean isProgressive(int i, int act) {
        Chunk chunk = chunks.get(i);
        Chunk next = chunks.get(i + 1);
        boolean holding = chunk.is(Tag.WITH)
                && (chunk.text().endsWith("着") || chunk.text().endsWith("著"));
        boolean at = chunk.is(Tag.AT) && (i + 1 == act || next.is(Tag.WITH) || next.is(Tag.BA));
        return chunk.is(Tag.NOW) || holding || at;
    }

    private static boolean mayPart(Chunk chunk) {
        return switch (chunk.tag()) {
            case LE, GUO, ZHE, ALL, VERB, TOWARDS, AT -> true;
            default -> false;
        };
    }

    /** Whether the act follows from the condition and is not the condition itself. */
    private boolean isConsequence(int clauseIndex, int act) {
        Clause clause = clauses.get(clauseIndex);
        for (int i = act - 1; i >= Math.max(clause.from(), act - Sight.REACH); i--) {
            if (ModeFinder.THEN.contains(chunks.get(i).text())) {
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
        for (int i = Math.max(clause.from(), act - Sight.REACH); i < Math.min(clause.to(), act + Sight.REACH); i++) {
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

    /** What the nearest words of time before the act say, in its clause or the one before it. */
    private Optional<Mode> byTime(int clauseIndex, int act) {
        Clause own = clauses.get(clauseIndex);
        for (int c = clauseIndex; c >= Math.max(0, clauseIndex - 1); c--) {
            Clause clause = clauses.get(c);
            int to = c == clauseIndex ? act : clause.to();
            if (clause.sentence() != own.sentence() || clause.quoted() != own.quoted()) {
                break;
            }
            for (int i = to - 1; i >= Math.max(clause.from(), to - Sight.REACH); i--) {
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
