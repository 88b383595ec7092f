package huxiao.server.api;

import huxiao.register.SearchDraft;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A saved search as it shall be from now on; every member is replaced.
 *
 * @param name what to call it
 * @param query in the query language
 * @param announced whether what it finds is announced in the console
 * @param revision the revision that was read; may be left out where If-Match says it, and is then 0
 */
@RequestForm
public record SearchUpdate(
        @NotBlank @Size(max = SearchDraft.MAX_NAME) String name,
        @NotBlank @Size(max = SearchDraft.MAX_QUERY) String query,
        @NotNull Boolean announced,
        @Min(1) Integer revision) {
    public SearchUpdate {
        revision = revision == null ? Integer.valueOf(0) : revision;
    }

    /** What the register takes. */
    public SearchDraft draft() {
        return new SearchDraft(name.strip(), query.strip(), announced);
    }
}
