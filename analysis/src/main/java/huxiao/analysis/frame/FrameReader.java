package huxiao.analysis.frame;

import huxiao.analysis.time.SchoolDay;
import huxiao.analysis.time.TimeExpression;
import huxiao.analysis.time.TimeExpressions;
import huxiao.model.ThreatFrame.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the frame of a text by its words alone: every act in it is framed, the most dangerous one is told. Linear in the text, never
 * throws on one; immutable, thread safe.
 */
public final class FrameReader {
    /** Names this way of reading in {@link Frame#parser()}. */
    public static final String WORDS = "words";

    /** So many acts of one text are framed; more are a list of words, no account. */
    private static final int MOST_ACTS = 64;

    private static final int MOST_TIMES = 8;
    private static final Vocabulary VOCABULARY = Vocabulary.shipped();
    private static final Set<ActKind> HARMFUL =
            Set.of(ActKind.KILL, ActKind.BLAST, ActKind.HURT, ActKind.SEXUAL, ActKind.BULLY);

    private final TimeExpressions expressions;

    /** Reads times by a school's timetable. */
    public FrameReader(SchoolDay day) {
        this.expressions = new TimeExpressions(day);
    }

    /**
     * The frame of a text.
     *
     * @param said when it was published
     */
    public FrameReading read(FrameText text, Instant said) {
        return framed(text, said).reading();
    }

    /** The frame of a text with the main act's sentence parsed; for the few posts where it may decide. */
    public FrameReading refined(FrameText text, Instant said, DependencyParser parser, FrameSettings settings) {
        return DependencyRefiner.refine(framed(text, said), parser, settings);
    }

    /** The same with what it was read from, for one who refines it. */
    Framed framed(FrameText text, Instant said) {
        List<TimeExpression> times = expressions.find(text.text(), said);
        List<Chunk> cut = Chunker.chunks(text, times);
        List<Clause> clauses = Clauses.of(cut);
        List<Chunk> chunks = Clauses.armed(cut, clauses);
        Map<Integer, TimeExpression> byStart = new HashMap<>();
        times.forEach(time -> byStart.put(time.start(), time));
        RoleFinder roles = new RoleFinder(chunks, clauses);
        ModeFinder modes = new ModeFinder(chunks, clauses, new TenseFinder(chunks, clauses, byStart, said));
        Actors actors = new Actors(chunks, clauses);
        List<Account> accounts = new ArrayList<>();
        for (int c = 0; c < clauses.size(); c++) {
            for (int i = clauses.get(c).from(); i < clauses.get(c).to() && accounts.size() < MOST_ACTS; i++) {
                if (chunks.get(i).is(Tag.ACT)) {
                    Roles found = roles.of(c, i);
                    Set<Mode> how = modes.of(c, i, found);
                    accounts.add(new Account(c, i, found, how, actors.of(c, i, found, how)));
                }
            }
        }
        return new Framed(text, said, chunks, clauses, times, actors, accounts);
    }

    /** One act with its roles. */
    record Account(int clause, int act, Roles roles, Set<Mode> modes, Actors.Actor actor) {
        Account with(Roles others, Set<Mode> otherModes, Actors.Actor other) {
            return new Account(clause, act, others, otherModes, other);
        }
    }

    /** A text with all its acts. */
    record Framed(
            FrameText text,
            Instant said,
            List<Chunk> chunks,
            List<Clause> clauses,
            List<TimeExpression> times,
            Actors actors,
            List<Account> accounts) {

        /** The same with one account in the place of another. */
        Framed replacing(Account old, Account other) {
            List<Account> all = new ArrayList<>(accounts);
            all.replaceAll(account -> account.act() == old.act() ? other : account);
            return new Framed(text, said, chunks, clauses, times, actors, all);
        }

        FrameReading reading() {
            return main().map(account -> new FrameReading(frame(account), staffAccused()))
                    .orElse(FrameReading.NONE);
        }

        /** The most dangerous act, the first of equals. */
        Optional<Account> main() {
            Account best = null;
            double most = 0;
            for (Account account : accounts) {
                double danger = danger(account);
                if (best == null || danger > most) {
                    best = account;
                    most = danger;
                }
            }
            return Optional.ofNullable(best);
        }

        private double danger(Account account) {
            ActKind kind = chunks.get(account.act()).act().orElseThrow();
            Roles roles = account.roles();
            double danger = kind.weight();
            danger += roles.target().isPresent() ? 0.6 : 0;
            danger += roles.actor().isPresent() ? 0.4 : 0;
            danger += roles.means().isPresent() && kind.isViolence() ? 0.5 : 0;
            danger += account.actor().staff() ? 0.4 : 0;
            for (Mode mode : account.modes()) {
                danger += switch (mode) {
                    case NEGATED -> -2.5;
                    case QUESTION -> -0.6;
                    case CONDITIONAL -> -0.2;
                    case QUOTED, PAST -> 0;
                    case ONGOING -> 0.5;
                    case FUTURE -> 0.3;
                };
            }
            return danger;
        }

        private Optional<Range> staffAccused() {
            for (Account account : accounts) {
                ActKind kind = chunks.get(account.act()).act().orElseThrow();
                boolean said = !account.modes().contains(Mode.NEGATED)
                        && !account.modes().contains(Mode.CONDITIONAL);
                if (account.actor().staff() && HARMFUL.contains(kind) && said) {
                    Chunk act = chunks.get(account.act());
                    Range actor = account.actor().range();
                    return Optional.of(
                            new Range(Math.min(actor.start(), act.start()), Math.max(actor.end(), act.end())));
                }
            }
            return Optional.empty();
        }

        Frame frame(Account account) {
            Chunk act = chunks.get(account.act());
            Roles roles = account.roles();
            int end = act.end();
            for (int i = account.act() + 1; i < chunks.size(); i++) {
                if (!VOCABULARY.is(Vocabulary.Quality.RESULT, chunks.get(i).text())) {
                    break;
                }
                end = chunks.get(i).end();
            }
            return new Frame(
                    account.actor().range(),
                    account.actor().person(),
                    account.actor().staff(),
                    new Range(act.start(), end),
                    act.act().orElseThrow().wireName(),
                    range(roles.means()),
                    range(roles.target()),
                    range(roles.place()),
                    near(account),
                    account.modes(),
                    WORDS);
        }

        private Range range(Optional<Phrase> phrase) {
            return phrase.map(found -> found.range(chunks)).orElse(Range.NOWHERE);
        }

        /** The times of the act's sentence; where it has none, those of the sentences beside it. */
        private List<TimeExpression> near(Account account) {
            int sentence = clauses.get(account.clause()).sentence();
            for (int away = 0; away <= 1; away++) {
                List<TimeExpression> found = new ArrayList<>();
                for (TimeExpression time : times) {
                    if (found.size() < MOST_TIMES && Math.abs(sentenceAt(time.start()) - sentence) <= away) {
                        found.add(placed(time, account.modes()));
                    }
                }
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }

        private int sentenceAt(int unit) {
            int low = 0;
            int high = clauses.size() - 1;
            while (low < high) {
                int middle = (low + high + 1) / 2;
                if (chunks.get(clauses.get(middle).from()).start() <= unit) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return clauses.get(low).sentence();
        }

        /** Moves hours that name no day, or only a day of the week, to where the tense puts them: what has been done lies behind. */
        private TimeExpression placed(TimeExpression time, Set<Mode> modes) {
            if (modes.contains(Mode.FUTURE) && time.floating() && !time.to().isAfter(said)) {
                return time.later(1);
            }
            if (!modes.contains(Mode.PAST) || !time.from().isAfter(said)) {
                return time;
            }
            if (time.floating()) {
                return time.later(-1);
            }
            String words = text.text().substring(time.start(), time.end());
            boolean weekday = words.startsWith("周") || words.startsWith("星期") || words.startsWith("礼拜");
            return weekday ? time.later(-7) : time;
        }
    }
}
