package huxiao.server.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A person's verdict on an alert.
 *
 * @param verdict verified, rejected or closed
 * @param note the reason, may be left out
 * @param revision the revision that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record DecisionForm(
        @NotNull Verdict verdict,
        @Size(max = 2000) String note,
        @Min(1) Integer revision) {
    public DecisionForm {
        revision = revision == null ? Integer.valueOf(0) : revision;
    }
}
