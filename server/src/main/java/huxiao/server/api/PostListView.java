package huxiao.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import huxiao.index.Cursor;
import huxiao.index.Facets;
import huxiao.index.SearchContext;
import huxiao.index.SearchResult;
import huxiao.server.web.access.PostFacet;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A page of posts, with the counts that were asked for.
 *
 * @param items the page
 * @param total how many posts match on all pages
 * @param next cursor of the page behind, to be given as {@code after}; empty on the last
 * @param facets by name of facet, how many of all matching posts have each value; left out when not asked for
 * @param histogram how many of all matching posts lie in each stretch of the calendar that has any, earliest first; left out when
 *     not asked for
 */
@Schema(name = "PostList")
record PostListView(
        List<PostView> items,
        long total,
        String next,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<Count>> facets,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<Stretch>> histogram) {
    PostListView {
        items = List.copyOf(items);
    }

    /** Posts of one value. */
    @Schema(name = "FacetCount")
    record Count(String value, long count) {}

    /** Posts of one stretch of the calendar, which begins at {@code start} in China. */
    @Schema(name = "HistogramCount")
    record Stretch(OffsetDateTime start, long count) {}

    static PostListView of(SearchResult result, Set<PostFacet> asked, boolean histogram) {
        return new PostListView(
                result.hits().stream().map(PostView::of).toList(),
                result.total(),
                result.next().map(Cursor::encode).orElse(""),
                counts(result.facets(), asked),
                histogram ? Optional.of(stretches(result.facets())) : Optional.empty());
    }

    private static Map<String, List<Count>> counts(Facets facets, Set<PostFacet> asked) {
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        for (PostFacet facet : asked) {
            List<Count> values = facet.counts(facets).entrySet().stream()
                    .map(value -> new Count(value.getKey(), value.getValue()))
                    .toList();
            counts.put(facet.wireName(), values);
        }
        return counts;
    }

    private static List<Stretch> stretches(Facets facets) {
        return facets.histogram().entrySet().stream()
                .map(bucket ->
                        new Stretch(bucket.getKey().atZone(SearchContext.CHINA).toOffsetDateTime(), bucket.getValue()))
                .toList();
    }
}
