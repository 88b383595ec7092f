package huxiao.model;

import java.util.List;
import java.util.Objects;

/**
 * What a judgement rests on beside its reasons.
 *
 * @param changes where the text was read otherwise than it is written, in order of appearance
 * @param frame who does what to whom
 * @param counterfactuals what would change the level, the shortest stretch first
 * @param nearby links derived from a place near a school, likeliest first
 */
public record Insight(
        List<Change> changes, ThreatFrame frame, List<Counterfactual> counterfactuals, List<SchoolLink> nearby) {
    /** Nothing more to say. */
    public static final Insight NONE = new Insight(List.of(), ThreatFrame.NONE, List.of(), List.of());

    public Insight {
        Objects.requireNonNull(frame, "frame");
        changes = List.copyOf(changes);
        counterfactuals = List.copyOf(counterfactuals);
        nearby = List.copyOf(nearby);
    }
}
