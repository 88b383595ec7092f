package huxiao.register;

import java.time.Instant;
import java.util.Objects;

/**
 * A post that a saved search found, as its owner is shown it; its words are in the index.
 *
 * @param postId the post
 * @param foundAt when it was first found
 * @param unseen whether its owner has not seen it yet
 */
public record FoundPost(String postId, Instant foundAt, boolean unseen) {
    public FoundPost {
        Objects.requireNonNull(postId, "postId");
        Objects.requireNonNull(foundAt, "foundAt");
    }
}
