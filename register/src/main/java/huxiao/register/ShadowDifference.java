package huxiao.register;

import java.time.Instant;
import java.util.Objects;

/**
 * A post whose level another model would have changed.
 *
 * @param judgement what both models say
 * @param firstSeen when the difference was first met
 */
public record ShadowDifference(ShadowJudgement judgement, Instant firstSeen) {
    public ShadowDifference {
        Objects.requireNonNull(judgement, "judgement");
        Objects.requireNonNull(firstSeen, "firstSeen");
    }

    /** Whether police would be told, and are not. */
    public boolean isNewPolice() {
        return judgement.after().isPolice() && !judgement.before().isPolice();
    }

    /** Whether police are told, and would not be. */
    public boolean isLostPolice() {
        return judgement.before().isPolice() && !judgement.after().isPolice();
    }
}
