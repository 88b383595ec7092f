package huxiao.analysis;

import huxiao.model.Cloak;
import java.util.List;

/**
 * One way to read a text.
 *
 * @param normalised the text as read, with the way back to the author's characters
 * @param substitutions what was read otherwise than written, in order; empty for the base reading
 * @param cost how far-fetched its least likely hidden word is: 0 for the base reading, about 0.4 for a picture or a spelt word, 1 for a
 *     homophone. That several words are hidden makes none of them less likely
 */
record RankedReading(Normalised normalised, List<Substitution> substitutions, double cost) {
    /** The author's units {@code start} to {@code end} read as something else. */
    record Substitution(int start, int end, String read, Cloak trick) {}

    RankedReading {
        substitutions = List.copyOf(substitutions);
    }

    static RankedReading base(Normalised normalised) {
        return new RankedReading(normalised, List.of(), 0);
    }
}
