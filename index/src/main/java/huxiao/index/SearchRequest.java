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
 * @param facets whether to count by level, category, school, stance, district, source, hour of the week and status
 * @param histogram the stretch of the calendar by which to count, on the clocks of {@link SearchContext#zone()}; empty to count by
 *     none
 */
public record SearchRequest(
        Query query, int limit, Optional<Cursor> after, boolean facets, Optional<CalendarUnit> histogram) {
    public SearchRequest {
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(histogram, "histogram");
        if (limit < 0) {
            throw new IllegalArgumentException("a limit is 0 or more, found " + limit);
        }
    }

    /** The first page, without facets. */
    public static SearchRequest first(Query query, int limit) {
        return new SearchRequest(query, limit, Optional.empty(), false, Optional.empty());
    }

    /** The same of another query. */
    public SearchRequest of(Query other) {
        return new SearchRequest(other, limit, after, facets, histogram);
    }

    /** The same from a cursor on. */
    public SearchRequest after(Cursor cursor) {
        return new SearchRequest(query, limit, Optional.of(cursor), facets, histogram);
    }

    /** The same with facets. */
    public SearchRequest withFacets() {
        return new SearchRequest(query, limit, after, true, histogram);
    }

    /** The same with counts by a stretch of the calendar. */
    public SearchRequest withHistogram(CalendarUnit unit) {
        return new SearchRequest(query, limit, after, facets, Optional.of(unit));
    }

    /** Whether anything is counted but the total. */
    public boolean counts() {
        return facets || histogram.isPresent();
    }
}
