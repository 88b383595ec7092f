package huxiao.server.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * Says that a hazard is remedied.
 *
 * @param note what was done, may be left out
 * @param revision the revision that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record CloseForm(
        @Size(max = 2000) String note, @Min(1) Integer revision) {
    public CloseForm {
        revision = revision == null ? Integer.valueOf(0) : revision;
    }
}
