package huxiao.server.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * Takes an alert out of the one it was merged into.
 *
 * @param note the reason, may be left out
 * @param revision the revision of the merged alert that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record UnmergeForm(
        @Size(max = 2000) String note, @Min(1) Integer revision) {
    public UnmergeForm {
        revision = revision == null ? Integer.valueOf(0) : revision;
    }
}
