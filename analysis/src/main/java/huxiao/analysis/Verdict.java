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
    /** From this probability of criticism on the models alone do not tell the police. */
    private static final double CRITICISM = 0.5;

    static Verdict of(Odds odds, Stance stance, List<Ruling> rulings, AnalysisSettings settings) {
        Level level = byModels(odds, stance, settings);
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
        return new Verdict(level, decisive, shift(level, odds.danger(), decisive, settings));
    }

    /** Whether a level hangs on little: its probability lies within the margin of its threshold. */
    static boolean isNear(Odds odds, AnalysisSettings settings) {
        double margin = settings.frame().margin();
        return Math.abs(odds.probability(Level.BLUE) - settings.blue()) <= margin
                || Math.abs(odds.probability(Level.YELLOW) - settings.yellow()) <= margin
                || Math.abs(odds.probability(Level.ORANGE) - settings.orange()) <= margin
                || Math.abs(odds.probability(Level.RED) - settings.red()) <= margin;
    }

    private static double shift(Level level, double score, Optional<Ruling> decisive, AnalysisSettings settings) {
        double threshold = Judge.logOdds(settings.blue());
        if (decisive.isEmpty()) {
            return 0;
        }
        return level == Level.NONE ? Math.min(0, threshold - CLEAR - score) : Math.max(0, threshold + CLEAR - score);
    }

    private static Level byModels(Odds odds, Stance stance, AnalysisSettings settings) {
        if (odds.probability(Level.BLUE) < settings.blue()) {
            return Level.NONE;
        }
        if (odds.probability(Level.YELLOW) < settings.yellow()) {
            return Level.BLUE;
        }
        // A view or a complaint never reaches the police by the models alone.
        boolean view = stance == Stance.OPINION || Judge.probability(odds.criticism()) >= CRITICISM;
        if (view || odds.probability(Level.ORANGE) < settings.orange()) {
            return Level.YELLOW;
        }
        return odds.probability(Level.RED) < settings.red() ? Level.ORANGE : Level.RED;
    }
}
