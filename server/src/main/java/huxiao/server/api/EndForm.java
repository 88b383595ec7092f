package huxiao.server.api;

import jakarta.validation.constraints.Min;

/**
 * Ends a saved search.
 *
 * @param revision the revision that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record EndForm(@Min(1) Integer revision) {
    public EndForm {
        revision = revision == null ? Integer.valueOf(0) : revision;
    }
}
