package huxiao.analysis;

import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.List;
import java.util.Optional;

/**
 * The level, and what the rules added to the score of danger so that score and level agree.
 *
 * @param level how urgent
 * @param decisive the ruling that moved the level, where one did
 * @param shift what that ruling added to the score, log-odds; 0 without one
 */
record Verdict(Level level, Optional<Ruling> decisive, double shift) {
    /** How far beyond the threshold a ruling moves the score. */
    private static final double CLEAR = 1;
    /** How much surer the model must be of danger where it takes the author to be telling a view, a joke or a story. */
    private static final double AGAINST_STANCE = 1.2;

    static Verdict of(double[] scores, Stance stance, List<Ruling> rulings, AnalysisSettings settings) {
        Level level = byModel(scores, stance, settings);
        Optional<Ruling> decisive = Optional.empty();
        for (Ruling ruling : rulings) {
            if (!level.isAtLeast(ruling.floor())) {
                level = ruling.floor();
                decisive = Optional.of(ruling);
            }
        }
        for (Ruling ruling : rulings) {
            if (!ruling.cap().isAtLeast(level)) {
                level = ruling.cap();
                decisive = Optional.of(ruling);
            }
        }
        return new Verdict(level, decisive, shift(level, scores[Head.of(Level.BLUE)], decisive, settings));
    }

    /** Whether a level hangs on little: its probability lies within the margin of its threshold. */
    static boolean isNear(double[] scores, AnalysisSettings settings) {
        double danger = Judge.probability(scores[Head.of(Level.BLUE)]);
        double margin = settings.frame().margin();
        return Math.abs(danger - settings.blue()) <= margin
                || Math.abs(danger * Judge.probability(scores[Head.of(Level.YELLOW)]) - settings.yellow()) <= margin
                || Math.abs(danger * Judge.probability(scores[Head.of(Level.ORANGE)]) - settings.orange()) <= margin
                || Math.abs(danger * Judge.probability(scores[Head.of(Level.RED)]) - settings.red()) <= margin;
    }

    private static double shift(Level level, double score, Optional<Ruling> decisive, AnalysisSettings settings) {
        double threshold = Judge.logOdds(settings.blue());
        if (decisive.isEmpty()) {
            return 0;
        }
        return level == Level.NONE ? Math.min(0, threshold - CLEAR - score) : Math.max(0, threshold + CLEAR - score);
    }

    private static Level byModel(double[] scores, Stance stance, AnalysisSettings settings) {
        double margin =
                switch (stance) {
                    case OPINION, HYPERBOLE, FICTION, DRILL -> AGAINST_STANCE;
                    case INTENT, HELP, WITNESS, REPORT -> 0;
                };
        double danger = Judge.probability(scores[Head.of(Level.BLUE)] - margin);
        if (danger < settings.blue()) {
            return Level.NONE;
        }
        if (danger * Judge.probability(scores[Head.of(Level.YELLOW)]) < settings.yellow()) {
            return Level.BLUE;
        }
        // A view or a complaint never reaches the police by the model alone.
        if (stance == Stance.OPINION || danger * Judge.probability(scores[Head.of(Level.ORANGE)]) < settings.orange()) {
            return Level.YELLOW;
        }
        return danger * Judge.probability(scores[Head.of(Level.RED)]) < settings.red() ? Level.ORANGE : Level.RED;
    }
}
