package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the documents of a post in indices where it does not belong (any more): its page may claim another month than before, and
 * nothing but this search leads from one index to another. A search sees what was refreshed; what this process has written since is
 * kept in mind here. So one post must be written by one process at a time, as it is in a stream keyed by post.
 */
final class Copies {
    /** So many writes are kept in mind before a refresh is asked for. */
    private static final int MAX_UNREFRESHED = 50_000;

    private static final int MAX_FOUND = 10_000;

    private final Connection connection;
    private final Layout layout;
    private final Object refreshing = new Object();
    private Map<String, Set<String>> written = new HashMap<>();
    private Map<String, Set<String>> beingRefreshed = new HashMap<>();

    Copies(Connection connection, Layout layout) {
        this.connection = connection;
        this.layout = layout;
    }

    /**
     * Where a document lies.
     *
     * @param index name of the index
     * @param documentId its {@code _id}
     */
    record Place(String index, String documentId) {}

    /** Keeps in mind that posts, by id, have been written to indices, whether or not the server acknowledged it. */
    void written(Map<String, String> homes) {
        boolean full;
        synchronized (this) {
            homes.forEach((id, index) ->
                    written.computeIfAbsent(id, none -> new LinkedHashSet<>()).add(index));
            full = written.size() > MAX_UNREFRESHED;
        }
        if (full) {
            refresh();
        }
    }

    /** Makes findable all that was written. */
    void refresh() {
        synchronized (refreshing) {
            synchronized (this) {
                // after a refresh that failed both are still to come
                written.forEach((id, indices) -> beingRefreshed
                        .computeIfAbsent(id, none -> new LinkedHashSet<>())
                        .addAll(indices));
                written = new HashMap<>();
            }
            connection.patiently(
                    () -> connection.client().indices().refresh(refresh -> refresh.index(layout.everyIndex())));
            synchronized (this) {
                beingRefreshed = new HashMap<>();
            }
        }
    }

    /** The documents of posts outside the index in which each belongs. */
    Set<Place> outside(Map<String, String> homes) {
        Map<String, String> homeOf = new HashMap<>();
        homes.forEach((id, home) -> homeOf.put(ElasticsearchDocument.id(id), home));
        Set<Place> places = inMind(homes);
        // one question for all months: a batch from the stream lies in one or two, one of a rebuilding in many
        search(homes.keySet()).stream()
                .filter(place -> !place.index().equals(homeOf.get(place.documentId())))
                .forEach(places::add);
        return places;
    }

    /** The documents of posts, wherever they lie, of whatever process. */
    Set<Place> everywhere(Collection<String> ids) {
        refresh();
        return Set.copyOf(search(ids));
    }

    private synchronized Set<Place> inMind(Map<String, String> homes) {
        Set<Place> places = new LinkedHashSet<>();
        homes.forEach((id, home) -> {
            for (Map<String, Set<String>> writes : List.of(written, beingRefreshed)) {
                writes.getOrDefault(id, Set.of()).stream()
                        .filter(index -> !index.equals(home))
                        .forEach(index -> places.add(new Place(index, ElasticsearchDocument.id(id))));
            }
        });
        return places;
    }

    private List<Place> search(Collection<String> ids) {
        List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
        SearchResponse<Void> found = connection.patiently(() -> connection
                .client()
                .search(
                        search -> search.index(layout.everyIndex())
                                .query(Clauses.terms(Fields.ID, values))
                                .source(source -> source.fetch(false))
                                .allowPartialSearchResults(false)
                                .sort(by -> by.doc(order -> order))
                                .trackTotalHits(total -> total.enabled(false))
                                .size(MAX_FOUND),
                        Void.class));
        return found.hits().hits().stream().map(Copies::place).toList();
    }

    private static Place place(Hit<Void> hit) {
        return new Place(hit.index(), hit.id());
    }
}
