package huxiao.analysis;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of the schools that a text names its words of danger belong to: the nearest one before in the same clause, else the next
 * in the same clause, else the last one named before, else the first. Immutable.
 */
final class DangerClauses {
    private static final String CUTS = "，。！？,.!?;；\n：:";
    /** A clause of a few characters that only says who, such as 三中的几个大的, goes with the next. */
    private static final int SHORT_CLAUSE = 5;

    private final BitSet owners = new BitSet();
    private final BitSet inClause = new BitSet();

    /**
     * Shares out the words of danger.
     *
     * @param mentions in order, not overlapping, at least one
     * @param cues in order
     * @param excused mentions that own none while another can: a landmark, the author's own school
     */
    DangerClauses(String text, List<Mention> mentions, List<Automaton.Cue> cues, BitSet excused) {
        int[] clause = clauses(text);
        List<Integer> able = IntStream.range(0, mentions.size())
                .filter(i -> !excused.get(i) || excused.cardinality() == mentions.size())
                .boxed()
                .toList();
        BitSet dangerous = new BitSet();
        int next = 0;
        for (Automaton.Cue cue : cues) {
            while (next < able.size() && mentions.get(able.get(next)).end() <= cue.start()) {
                next++;
            }
            if (cue.group().isDanger() && !isWithinMention(cue, mentions, able, next)) {
                dangerous.set(clause[cue.start()]);
                owners.set(able.get(owner(clause, mentions, able, clause[cue.start()], next)));
            }
        }
        if (owners.isEmpty()) {
            // Danger in words that the lexicon does not know: what is told comes last, behind landmarks.
            int last = able.get(able.size() - 1);
            owners.set(last);
            dangerous.set(clause[mentions.get(last).end() - 1]);
        }
        for (int i = 0; i < mentions.size(); i++) {
            int at = clause[mentions.get(i).end() - 1];
            inClause.set(
                    i,
                    dangerous.get(at)
                            || (dangerous.get(at + 1)
                                    && isShort(clause, mentions.get(i).end(), at)));
        }
    }

    private static boolean isWithinMention(Automaton.Cue cue, List<Mention> mentions, List<Integer> able, int next) {
        return next < able.size() && mentions.get(able.get(next)).start() < cue.end();
    }

    /** Of the able mentions, {@code next} being the first behind the word, the one that owns a word in clause {@code at}. */
    private static int owner(int[] clause, List<Mention> mentions, List<Integer> able, int at, int next) {
        boolean before = next > 0;
        boolean beforeInClause =
                before && clause[mentions.get(able.get(next - 1)).end() - 1] == at;
        boolean afterInClause =
                next < able.size() && clause[mentions.get(able.get(next)).start()] == at;
        return beforeInClause || (before && !afterInClause) ? next - 1 : next;
    }

    /** The number of the clause that each unit lies in. */
    private static int[] clauses(String text) {
        int[] clause = new int[text.length()];
        int at = 0;
        for (int i = 0; i < clause.length; i++) {
            clause[i] = at;
            at += CUTS.indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return clause;
    }

    private static boolean isShort(int[] clause, int from, int at) {
        return from + SHORT_CLAUSE >= clause.length || clause[from + SHORT_CLAUSE] != at;
    }

    /** Whether a word of danger belongs to a mention. */
    boolean belongsTo(int mention) {
        return owners.get(mention);
    }

    /** Whether a word of danger stands in the clause of a mention, whichever school it belongs to. */
    boolean isInClauseOf(int mention) {
        return inClause.get(mention);
    }
}
