package huxiao.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How likely each school that a post of danger names is one where the danger is or heads, or whose pupils or staff are in it: a
 * log-linear model over {@link RoleFeature}s. Landmarks, the author's own school and comparisons fall behind. Pure functions.
 */
final class RoleScorer {
    /** How far around a name is looked, units. */
    private static final int REACH = 20;
    /** A school of which this much is said, words of danger left aside, does not own them. */
    private static final double EXCUSED = -1.8;

    /** Between two names of which the same is said; a comma may part two statements. */
    private static final Pattern JOINT = Pattern.compile("[、和与跟及/]?|还有|以及");

    private static final Pattern BOTH =
            Pattern.compile("两边|双方|两(?:个|所)?(?:学校|校)(?:都|的学生|之间)|互相|互殴|对砸|对打|都有(?:人|孩子|学生)受?伤");
    /** Stands for another name in what is looked at. */
    private static final char OTHER = '@';

    private RoleScorer() {}

    /** One probability for each mention, 0…1; at least one is above one half, since a danger is somewhere. */
    static double[] concerned(String text, List<Mention> mentions, List<Automaton.Cue> cues) {
        double[] scores = new double[mentions.size()];
        BitSet excused = new BitSet();
        BitSet people = new BitSet();
        for (int i = 0; i < scores.length; i++) {
            String before = before(text, mentions, i);
            String after = after(text, mentions, i);
            for (RoleFeature feature : RoleFeature.values()) {
                if (feature.holds(before, after)) {
                    scores[i] += feature.weight();
                }
            }
            excused.set(i, scores[i] <= EXCUSED);
            people.set(i, RoleFeature.PEOPLE.holds(before, after));
        }
        DangerClauses danger = new DangerClauses(text, mentions, cues, excused);
        boolean both = BOTH.matcher(text).find();
        for (int i = 0; i < scores.length; i++) {
            scores[i] += (danger.belongsTo(i) ? RoleFeature.DANGER : RoleFeature.NO_DANGER).weight();
            scores[i] += people.get(i) && danger.isInClauseOf(i) ? RoleFeature.PEOPLE_IN_DANGER.weight() : 0;
            scores[i] += both ? RoleFeature.BOTH.weight() : 0;
        }
        shareInLists(text, mentions, scores);
        double lift = Math.max(0, 1 - Arrays.stream(scores).max().orElse(0));
        return Arrays.stream(scores)
                .map(score -> Judge.probability(score + lift))
                .toArray();
    }

    /** What holds of one name of a list holds of all: 一中和二中的学生打起来了. */
    private static void shareInLists(String text, List<Mention> mentions, double[] scores) {
        int first = 0;
        for (int i = 1; i <= scores.length; i++) {
            boolean joined = i < scores.length
                    && JOINT.matcher(text.substring(
                                    mentions.get(i - 1).end(),
                                    Math.min(
                                            mentions.get(i).start(),
                                            mentions.get(i - 1).end() + REACH)))
                            .matches();
            if (!joined) {
                double best = Arrays.stream(scores, first, i).max().orElseThrow();
                Arrays.fill(scores, first, i, best);
                first = i;
            }
        }
    }

    private static String before(String text, List<Mention> mentions, int at) {
        int start = mentions.get(at).start();
        int from = Math.max(0, start - REACH);
        if (at > 0 && mentions.get(at - 1).end() > from) {
            from = mentions.get(at - 1).end();
            return OTHER + text.substring(from, start);
        }
        return text.substring(from, start);
    }

    private static String after(String text, List<Mention> mentions, int at) {
        int end = mentions.get(at).end();
        int to = Math.min(text.length(), end + REACH);
        if (at + 1 < mentions.size() && mentions.get(at + 1).start() < to) {
            return text.substring(end, mentions.get(at + 1).start()) + OTHER;
        }
        return text.substring(end, to);
    }
}
