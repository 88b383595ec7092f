package huxiao.register;

import huxiao.model.Level;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How a model that is not switched on compares, over what the register still holds.
 *
 * @param model its name
 * @param judged versions of posts that both models judged
 * @param since when the first of them was met
 * @param until when the last of them was met
 * @param moves how often which level became which, the most urgent new level first
 */
public record ShadowSummary(String model, long judged, Instant since, Instant until, List<Move> moves) {
    public ShadowSummary {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        moves = List.copyOf(moves);
    }

    /** How many differ in the level. */
    public long differing() {
        return moves.stream().mapToLong(Move::posts).sum();
    }

    /** How many police would be told of, and are not. */
    public long newPolice() {
        return moves.stream()
                .filter(move -> move.after().isPolice() && !move.before().isPolice())
                .mapToLong(Move::posts)
                .sum();
    }

    /** How many police are told of, and would not be. */
    public long lostPolice() {
        return moves.stream()
                .filter(move -> move.before().isPolice() && !move.after().isPolice())
                .mapToLong(Move::posts)
                .sum();
    }

    /**
     * Posts of one level that would have another.
     *
     * @param before the level that holds
     * @param after the level that the other model would give
     * @param posts how many
     */
    public record Move(Level before, Level after, long posts) {}
}
