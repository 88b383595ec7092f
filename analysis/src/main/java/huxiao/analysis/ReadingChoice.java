package huxiao.analysis;

import huxiao.model.Assessment;
import huxiao.model.Level;

/** Decides whether a post is to be judged by what may be hidden in it rather than by what is written. Pure. */
final class ReadingChoice {
    /** Log-odds of danger above the threshold that a reading has to show for each unit of cost beyond {@link #SURE}. */
    private static final double MARGIN = 0.4;
    /** Up to this cost nobody would read it otherwise: parts, pictures and spelt words inside Chinese. */
    private static final double SURE = 0.5;

    private ReadingChoice() {}

    /**
     * Whether another reading's judgement counts.
     *
     * @param held the judgement held so far
     * @param other that of the other reading
     * @param threshold from these log-odds on there is danger
     * @param cost how far-fetched the other reading is
     */
    static boolean prefers(Assessment held, Assessment other, double threshold, double cost) {
        return other.level() != Level.NONE
                && other.level().isAtLeast(held.level())
                && (cost <= SURE || other.score() > held.score())
                && other.score() >= threshold + MARGIN * Math.max(0, cost - SURE);
    }
}
