package huxiao.index;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of what was found.
 *
 * @param total how many posts match in all, exact, whatever the page
 * @param hits the page, newest first, then by id
 * @param next where the next page starts; empty when this page is the last
 * @param facets counts over all matching posts; those not asked for are empty
 */
public record SearchResult(long total, List<Hit> hits, Optional<Cursor> next, Facets facets) {
    public SearchResult {
        hits = List.copyOf(hits);
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(facets, "facets");
    }
}
