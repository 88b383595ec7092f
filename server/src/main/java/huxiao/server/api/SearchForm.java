package huxiao.server.api;

import huxiao.register.SearchDraft;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A search to be saved.
 *
 * @param name what to call it
 * @param query in the query language
 * @param announced whether what it finds is announced in the console; true when left out
 */
@RequestForm
public record SearchForm(
        @NotBlank @Size(max = SearchDraft.MAX_NAME) String name,
        @NotBlank @Size(max = SearchDraft.MAX_QUERY) String query,
        Boolean announced) {
    public SearchForm {
        announced = announced == null ? Boolean.TRUE : announced;
    }

    /** What the register takes. */
    public SearchDraft draft() {
        return new SearchDraft(name.strip(), query.strip(), announced);
    }
}
