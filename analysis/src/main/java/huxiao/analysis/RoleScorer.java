package huxiao.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How likely each school that a post of danger names is one where the danger is or heads, or whose pupils or staff are in it: a
 * log-linear model over {@link RoleFeature}s. Landmarks, the author's own school and comparisons fall behind. Pure functions.
 */
final class RoleScorer {
    /** How far around a name is looked, units. */
    private static final int REACH = 20;

    /** Between two names of which the same is said; a comma may part two statements. */
    private static final Pattern JOINT = Pattern.compile("[、和与跟及/]?|还有|以及");

    private static final String CUTS = "，。！？,.!?;；\n：:";
    /** Stands for another name in what is looked at. */
    private static final char OTHER = '@';

    private RoleScorer() {}

    /** One probability for each mention, 0…1; at least one is above one half, since a danger is somewhere. */
    static double[] concerned(String text, List<Mention> mentions, List<Automaton.Cue> cues) {
        double[] scores = new double[mentions.size()];
        double best = Double.NEGATIVE_INFINITY;
        List<Automaton.Cue> danger =
                cues.stream().filter(cue -> cue.group().isDanger()).toList();
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(text, mentions, i, danger);
            best = Math.max(best, scores[i]);
        }
        shareInLists(text, mentions, scores);
        double lift = Math.max(0, 1 - best);
        double[] probabilities = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Judge.probability(scores[i] + lift);
        }
        return probabilities;
    }

    /** What holds of one name of a list holds of all: 一中和二中的学生打起来了. */
    private static void shareInLists(String text, List<Mention> mentions, double[] scores) {
        int first = 0;
        for (int i = 1; i <= scores.length; i++) {
            boolean joined = i < scores.length
                    && JOINT.matcher(text.substring(
                                    mentions.get(i - 1).end(),
                                    Math.min(mentions.get(i).start(), mentions.get(i - 1).end() + REACH)))
                            .matches();
            if (!joined) {
                double best = Arrays.stream(scores, first, i).max().orElseThrow();
                Arrays.fill(scores, first, i, best);
                first = i;
            }
        }
    }

    private static double score(String text, List<Mention> mentions, int at, List<Automaton.Cue> danger) {
        Mention mention = mentions.get(at);
        String before = before(text, mentions, at);
        String after = after(text, mentions, at);
        double score = 0;
        for (RoleFeature feature : RoleFeature.values()) {
            if (feature.holds(before, after)) {
                score += feature.weight();
            }
        }
        int next = at + 1 < mentions.size() ? mentions.get(at + 1).start() : text.length();
        int clause = clauseEnd(text, mention.end());
        int firstDanger = firstStart(danger, mention.end());
        if (firstDanger < Math.min(clause, next)) {
            score += RoleFeature.DANGER_FOLLOWS.weight();
        } else if (firstDanger >= next && next < text.length()) {
            score += RoleFeature.DANGER_ELSEWHERE.weight();
        }
        return score;
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

    private static int clauseEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (CUTS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    /** Start of the first cue at or behind a unit; cues are in order. */
    private static int firstStart(List<Automaton.Cue> cues, int from) {
        int low = 0;
        int high = cues.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cues.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < cues.size() ? cues.get(low).start() : Integer.MAX_VALUE;
    }
}
