package huxiao.server.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Joins an alert into another that tells of the same event.
 *
 * @param into id of the other alert
 * @param note the reason, may be left out
 * @param revision the revision of the joined one that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record MergeForm(
        @NotBlank @Size(max = 64) String into,
        @Size(max = 2000) String note,
        @Min(1) Integer revision) {
    public MergeForm {
        revision = revision == null ? Integer.valueOf(0) : revision;
    }
}
