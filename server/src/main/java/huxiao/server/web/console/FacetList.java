package huxiao.server.web.console;

import huxiao.index.Facets;
import huxiao.server.web.access.PostFacet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a facet beside the posts that were found.
 *
 * @param name of the facet in the message bundles
 * @param values the chosen one, or all that the posts have
 */
record FacetList(String name, List<Value> values) {
    /** So many values are seen at once; the rest is folded away. */
    private static final int SHOWN = 8;

    private static final List<PostFacet> LISTED = List.of(
            PostFacet.LEVEL,
            PostFacet.STATUS,
            PostFacet.CATEGORY,
            PostFacet.STANCE,
            PostFacet.SCHOOL,
            PostFacet.DISTRICT,
            PostFacet.SOURCE);

    FacetList {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param label in the reader's language
     * @param count how many posts have it
     * @param query what to search for to see just them, or to see the others again where it is chosen; empty when that is too long
     * @param chosen whether the query asks for it
     */
    record Value(String label, long count, Optional<String> query, boolean chosen) {}

    /** The facets that have values, in the order in which they are shown. */
    static List<FacetList> of(Facets facets, Narrowing narrowing, PageText text) {
        return LISTED.stream()
                .map(facet -> of(facet, facets, narrowing, text))
                .filter(list -> !list.values.isEmpty())
                .toList();
    }

    private static FacetList of(PostFacet facet, Facets facets, Narrowing narrowing, PageText text) {
        List<Value> values = new ArrayList<>();
        for (Map.Entry<String, Long> value : facet.counts(facets).entrySet()) {
            boolean chosen = narrowing.has(facet.clause(value.getKey()));
            Optional<String> query = chosen
                    ? Optional.of(narrowing.without(facet.clause(value.getKey())))
                    : narrowing.with(facet.clause(value.getKey()));
            values.add(new Value(label(facet, value.getKey(), text), value.getValue(), query, chosen));
        }
        return new FacetList(facet.wireName(), values);
    }

    private static String label(PostFacet facet, String value, PageText text) {
        return switch (facet) {
            case LEVEL, STATUS, CATEGORY, STANCE -> text.of(facet.wireName() + "." + value);
            case SCHOOL -> text.school(value);
            case DISTRICT, SOURCE, HOUR_OF_WEEK -> value;
        };
    }

    /** What is seen at once. */
    public List<Value> first() {
        return values.subList(0, Math.min(SHOWN, values.size()));
    }

    /** What is folded away. */
    public List<Value> rest() {
        return values.subList(first().size(), values.size());
    }
}
