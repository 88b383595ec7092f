package huxiao.index.saved;

import huxiao.index.query.Query;
import java.util.Objects;

/**
 * A search that is kept.
 *
 * @param id under which it is replaced and removed
 * @param query what it finds
 */
public record SavedSearch(String id, Query query) {
    public SavedSearch {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(query, "query");
    }
}
