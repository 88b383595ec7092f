package huxiao.index;

import huxiao.index.query.Query;
import java.util.Objects;
import java.util.Optional;

/**
 * One page to be searched.
 *
 * @param query what to find
 * @param limit at most so many hits, 0 for the total and facets alone
 * @param after where the page before ended; empty for the first page
 * @param facets whether to count by level, category and school
 */
public record SearchRequest(Query query, int limit, Optional<Cursor> after, boolean facets) {
    public SearchRequest {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(after, "after");
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is 0 or more, found " + limit);
        }
    }

    /** The first page, without facets. */
    public static SearchRequest first(Query query, int limit) {
        return new SearchRequest(query, limit, Optional.empty(), false);
    }

    /** The same from a cursor on. */
    public SearchRequest after(Cursor cursor) {
        return new SearchRequest(query, limit, Optional.of(cursor), facets);
    }

    /** The same with facets. */
    public SearchRequest withFacets() {
        return new SearchRequest(query, limit, after, true);
    }
}
