package huxiao.server.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Says what has been seen of what a saved search found.
 *
 * @param until {@code foundAt} of the newest post that was seen
 */
@RequestForm
public record SeenForm(@NotNull Instant until) {}
