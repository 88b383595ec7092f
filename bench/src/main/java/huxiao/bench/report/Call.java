package huxiao.bench.report;

import huxiao.model.Level;

/**
 * What anything that looks at posts says of one.
 *
 * @param alert whether somebody should look at it
 * @param police whether police are to be told
 */
public record Call(boolean alert, boolean police) {
    private static final double HALF = 0.5;

    /** As a level says. */
    static Call of(Level level) {
        return new Call(level != Level.NONE, level.isPolice());
    }

    /** What is more likely than not, by the log-odds of danger and of danger for the police. */
    public static Call of(double danger, double police) {
        return likely(probability(danger), probability(police));
    }

    static Call likely(double danger, double police) {
        return new Call(danger >= HALF, danger >= HALF && police >= HALF);
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
