package huxiao.analysis.frame;

import java.util.Objects;
import java.util.Optional;

/**
 * What the frames of a text say together.
 *
 * @param frame of the most dangerous clause
 * @param staffAccused where any clause says, undenied, that staff of the school harmed somebody: from who does it to what is done
 */
public record FrameReading(Frame frame, Optional<Range> staffAccused) {
    /** Nothing is done. */
    public static final FrameReading NONE = new FrameReading(Frame.NONE, Optional.empty());

    public FrameReading {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(staffAccused, "staffAccused");
    }
}
