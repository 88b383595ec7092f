package huxiao.index;

import java.time.Duration;
import java.util.Objects;

/**
 * What {@link PostIndex#expunge()} did, in figures that prove it to whoever answers for data protection.
 *
 * @param before documents, deleted or replaced, whose text the index's files still held when it began
 * @param after how many the files hold now; 0 unless posts were deleted or replaced meanwhile, or time was up
 * @param rewritten size of the parts of the index that held them and were written anew without them, bytes
 * @param held whether a search that had begun before was still reading the old files; they go when it ends
 * @param took from beginning to end
 */
public record Expunged(long before, long after, long rewritten, boolean held, Duration took) {
    public Expunged {
        Objects.requireNonNull(took, "took");
        if (before < 0 || after < 0 || rewritten < 0 || took.isNegative()) {
            throw new IllegalArgumentException(
                    "counts, bytes and time from 0, found " + before + ", " + after + ", " + rewritten + ", " + took);
        }
    }

    /** Whether no text of a deleted or replaced post is left. */
    public boolean isComplete() {
        return after == 0 && !held;
    }
}
