package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import huxiao.index.AlertState;
import huxiao.index.Expunged;
import huxiao.index.IndexMissingException;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.RefusedPostsException;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SimilarPost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index on an Elasticsearch server, one document for each post id. Any number of threads and processes may search; any number of
 * threads may write, and any number of processes as long as each post is written by one of them at a time.
 *
 * <p>A write waits, without limit and ended by an interrupt, while the server is away, busy or full; what it returns from is durable
 * (the server's log is forced to disk before each answer), so that {@link #commit()} has nothing to do. A search does not wait: it
 * throws an {@link java.io.UncheckedIOException} when no node answers. {@link #get} and {@link #count} see what a search sees.
 */
public final class ElasticsearchIndex implements PostIndex {
    /** So many alerts are looked for in one search. */
    private static final int ALERTS = 100;

    /** So many posts are held against other writes at a time. */
    private static final int SLICE = 1_000;

    private static final List<SortOptions> BY_TIME =
            List.of(SortOptions.of(by -> by.field(time -> time.field(Fields.TIME))));

    private final Connection connection;
    private final Layout layout;
    private final SearchContext context;
    private final ElasticsearchSearch search;
    private final BulkWriter writer;
    private final Copies copies;
    private final KnownAlerts alerts;
    private final Duration searchTimeout;
    private final InFlight inFlight = new InFlight();

    private ElasticsearchIndex(ElasticsearchSettings server, SearchContext context, IndexSettings settings) {
        this.connection = new Connection(server);
        this.layout = new Layout(connection, server.prefix(), settings.maxStale());
        this.context = context;
        this.search = new ElasticsearchSearch(connection, layout, context, settings);
        this.writer = new BulkWriter(connection, layout.alias());
        this.copies = new Copies(connection, layout);
        this.alerts = new KnownAlerts(connection, layout, context.clock());
        this.searchTimeout = settings.searchTimeout();
    }

    /**
     * Opens the index of a prefix to write and search; a new prefix becomes an empty one. Waits while the server is away.
     *
     * @param settings {@link IndexSettings#maxStale()} counts as at least 100 ms; the write buffer is the server's own matter
     * @throws IllegalStateException when it was written in another format and must be rebuilt
     * @throws java.io.UncheckedIOException when the server refuses, or the thread is interrupted
     */
    public static ElasticsearchIndex open(ElasticsearchSettings server, SearchContext context, IndexSettings settings) {
        ElasticsearchIndex index = new ElasticsearchIndex(server, context, settings);
        try {
            index.layout.open(context.clock().instant());
            // what another process wrote and nobody has refreshed
            index.copies.refresh();
            return index;
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /**
     * Opens the index of a prefix to search, beside those who write. Asks once.
     *
     * @throws IndexMissingException when nobody has written under this prefix
     * @throws IllegalStateException when it was written in another format
     * @throws huxiao.index.IndexUnavailableException when the server does not answer
     */
    public static PostSearch openReadOnly(ElasticsearchSettings server, SearchContext context, IndexSettings settings) {
        ElasticsearchIndex index = new ElasticsearchIndex(server, context, settings);
        try {
            if (!index.layout.isThere()) {
                throw new IndexMissingException(server.urls() + " under the prefix " + server.prefix());
            }
            return index;
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws RefusedPostsException when the server will never take some of them; all others have been written
     * @throws java.io.UncheckedIOException when the server refuses writes for good, or the thread is interrupted; some of the posts
     *     may have been written
     */
    @Override
    public void put(List<IndexedPost> posts) {
        Map<String, IndexedPost> last = new LinkedHashMap<>();
        for (IndexedPost post : posts) {
            last.remove(post.post().id());
            last.put(post.post().id(), post);
        }
        Map<String, String> refused = new LinkedHashMap<>();
        for (List<IndexedPost> slice : slices(last.values())) {
            refused.putAll(putSlice(slice));
        }
        if (!refused.isEmpty()) {
            throw new RefusedPostsException(refused, last.size() - (long) refused.size());
        }
    }

    private Map<String, String> putSlice(List<IndexedPost> posts) {
        Map<String, String> homes = homes(posts);
        alerts.learn(states(posts));
        return inFlight.write(Set.copyOf(homes.keySet()), () -> putHeld(posts, homes));
    }

    private static List<AlertState> states(List<IndexedPost> posts) {
        return posts.stream().flatMap(post -> post.alertState().stream()).toList();
    }

    /** Of posts that nobody else writes meanwhile. */
    private Map<String, String> putHeld(List<IndexedPost> posts, Map<String, String> homes) {
        List<IndexedPost> written = alerts.applied(posts);
        Map<String, String> refused = putApplied(written, homes);
        // A state that another process learns meanwhile, and whose search may have missed these posts, is known now.
        for (List<IndexedPost> newer = alerts.applied(written);
                !newer.equals(written);
                newer = alerts.applied(written)) {
            written = newer;
            refused = putApplied(written, homes);
        }
        return refused;
    }

    private Map<String, String> putApplied(List<IndexedPost> posts, Map<String, String> homes) {
        new HashSet<>(homes.values()).forEach(layout::makeReady);
        BulkWriter.Outcome outcome;
        try {
            outcome = writer.write(writes(posts, homes));
        } finally {
            copies.written(homes);
        }
        Map<String, String> accepted = new HashMap<>(homes);
        accepted.keySet().removeAll(outcome.refused().keySet());
        writer.write(deletes(copies.outside(accepted)));
        return outcome.refused();
    }

    @Override
    public long putAbsent(List<IndexedPost> posts) {
        Map<String, IndexedPost> first = new LinkedHashMap<>();
        posts.forEach(post -> first.putIfAbsent(post.post().id(), post));
        Map<String, String> refused = new LinkedHashMap<>();
        long written = 0;
        for (List<IndexedPost> slice : slices(first.values())) {
            Map<String, String> homes = homes(slice);
            written += inFlight.write(Set.copyOf(homes.keySet()), () -> {
                Set<String> there = copies.everywhere(homes.keySet()).stream()
                        .map(Copies.Place::documentId)
                        .collect(Collectors.toSet());
                List<IndexedPost> absent = slice.stream()
                        .filter(post -> !there.contains(
                                ElasticsearchDocument.id(post.post().id())))
                        .toList();
                Map<String, String> faults = putHeld(absent, homes(absent));
                refused.putAll(faults);
                return (long) absent.size() - faults.size();
            });
        }
        if (!refused.isEmpty()) {
            throw new RefusedPostsException(refused, written);
        }
        return written;
    }

    private Map<String, String> homes(List<IndexedPost> posts) {
        Map<String, String> homes = new HashMap<>();
        posts.forEach(
                post -> homes.put(post.post().id(), layout.index(post.post().publishedAt())));
        return homes;
    }

    @Override
    public void mark(Collection<AlertState> states) {
        // What puts a post at the same time looks at the states after writing it, as this looks for posts after writing
        // the states.
        alerts.learn(states);
        if (!states.isEmpty()) {
            copies.refresh();
        }
        rewrite(slices(states, ALERTS).stream().map(ElasticsearchIndex::behind).toList(), UnaryOperator.identity());
    }

    @Override
    public void move(Map<String, AlertState> posts) {
        alerts.learn(posts.values());
        if (!posts.isEmpty()) {
            copies.refresh();
        }
        rewrite(
                slices(posts.keySet(), ALERTS).stream()
                        .map(ids -> Clauses.any(ids.stream()
                                .map(id -> Clauses.all(List.of(
                                        Clauses.term(Fields.ID, id),
                                        Clauses.not(Clauses.term(
                                                Fields.ALERT, posts.get(id).alertId())))))
                                .toList()))
                        .toList(),
                post -> post.in(posts.get(post.post().id())));
    }

    private void rewrite(List<Query> found, UnaryOperator<IndexedPost> change) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (Query query : found) {
            try (Snapshot snapshot = Snapshot.open(connection, layout.alias())) {
                refused.putAll(rewrite(snapshot.find(query, BY_TIME, true).iterator(), change));
            }
        }
        if (!refused.isEmpty()) {
            throw new RefusedPostsException(refused, 0);
        }
    }

    private static Query behind(List<AlertState> states) {
        return Clauses.any(states.stream()
                .map(state -> Clauses.all(List.of(
                        Clauses.term(Fields.ALERT, state.alertId()),
                        Clauses.between(Fields.REVISION, 0, state.revision() - 1L))))
                .toList());
    }

    private Map<String, String> rewrite(Iterator<Hit<Stored>> found, UnaryOperator<IndexedPost> change) {
        Map<String, String> refused = new LinkedHashMap<>();
        List<Hit<Stored>> some = new ArrayList<>();
        while (found.hasNext()) {
            some.add(found.next());
            if (some.size() == SLICE || !found.hasNext()) {
                List<IndexedPost> newest = alerts.applied(some.stream()
                        .map(hit -> change.apply(hit.source().post()))
                        .toList());
                List<BulkWriter.Write> writes = new ArrayList<>();
                for (int i = 0; i < newest.size(); i++) {
                    writes.add(unlessWrittenSince(some.get(i), newest.get(i)));
                }
                refused.putAll(writer.write(writes.iterator()).refused());
                some.clear();
            }
        }
        return refused;
    }

    /** Writes a document that was found anew, but not over a newer one that has been written meanwhile. */
    private BulkWriter.Write unlessWrittenSince(Hit<Stored> found, IndexedPost post) {
        byte[] document = ElasticsearchDocument.of(post, context);
        BulkOperation operation = BulkOperation.of(bulk -> bulk.index(write -> write.index(found.index())
                .id(found.id())
                .ifSeqNo(found.seqNo())
                .ifPrimaryTerm(found.primaryTerm())
                .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
        return new BulkWriter.Write(post.post().id(), operation, document.length);
    }

    @Override
    public void delete(Collection<String> postIds) {
        for (List<String> slice : slices(new HashSet<>(postIds))) {
            inFlight.write(Set.copyOf(slice), () -> writer.write(deletes(copies.everywhere(slice))));
        }
    }

    @Override
    public long deleteOlderThan(Instant postsBefore, Instant alertsBefore) {
        Query old = Clauses.any(List.of(collectedBefore(postsBefore, false), collectedBefore(alertsBefore, true)));
        copies.refresh();
        try (Snapshot snapshot = Snapshot.open(connection, layout.alias())) {
            Iterator<BulkWriter.Write> deletes = snapshot.find(old, BY_TIME, false)
                    .map(ElasticsearchIndex::unlessWrittenSince)
                    .iterator();
            long changed = writer.write(deletes).changed();
            alerts.forgetToldBefore(IndexedPost.millis(alertsBefore));
            return changed;
        }
    }

    @Override
    public boolean isReady() {
        return !connection.waits().any() && search.answers();
    }

    /** Every write was durable when it returned. */
    @Override
    public void commit() {}

    @Override
    public void refresh() {
        copies.refresh();
    }

    @Override
    public Expunged expunge() {
        return new Expunging(connection, layout, copies, searchTimeout).run();
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return search.search(request);
    }

    @Override
    public Stream<huxiao.index.Hit> stream(huxiao.index.query.Query query) {
        return search.stream(query);
    }

    @Override
    public List<SimilarPost> similar(IndexedPost post, huxiao.index.query.Query within, int limit) {
        return search.similar(post, within, limit);
    }

    @Override
    public Optional<IndexedPost> get(String postId) {
        return search.get(postId);
    }

    @Override
    public long count() {
        return search.count();
    }

    @Override
    public void close() {
        connection.close();
    }

    private Iterator<BulkWriter.Write> writes(List<IndexedPost> posts, Map<String, String> homes) {
        return posts.stream()
                .map(post -> write(post, homes.get(post.post().id())))
                .iterator();
    }

    private BulkWriter.Write write(IndexedPost post, String index) {
        String id = post.post().id();
        byte[] document = ElasticsearchDocument.of(post, context);
        BulkOperation operation = BulkOperation.of(bulk -> bulk.index(write -> write.index(index)
                .id(ElasticsearchDocument.id(id))
                .document(BinaryData.of(document, ContentType.APPLICATION_JSON))));
        return new BulkWriter.Write(id, operation, document.length);
    }

    private static Iterator<BulkWriter.Write> deletes(Set<Copies.Place> places) {
        return places.stream()
                .map(place -> new BulkWriter.Write(
                        place.documentId(),
                        BulkOperation.of(bulk -> bulk.delete(
                                delete -> delete.index(place.index()).id(place.documentId()))),
                        place.documentId().length()))
                .iterator();
    }

    /** Deletes a document that was found, but not a newer version that has been written meanwhile. */
    static BulkWriter.Write unlessWrittenSince(Hit<Stored> found) {
        return new BulkWriter.Write(
                found.id(),
                BulkOperation.of(bulk -> bulk.delete(delete -> delete.index(found.index())
                        .id(found.id())
                        .ifSeqNo(found.seqNo())
                        .ifPrimaryTerm(found.primaryTerm()))),
                found.id().length());
    }

    private static Query collectedBefore(Instant before, boolean alerted) {
        long millis = IndexedPost.millis(before);
        long last = millis == Long.MIN_VALUE ? Long.MIN_VALUE : millis - 1;
        return Clauses.all(List.of(
                Clauses.between(Fields.COLLECTED, Long.MIN_VALUE, last), Clauses.term(Fields.ALERTED, alerted)));
    }

    private static <T> List<List<T>> slices(Collection<T> all) {
        return slices(all, SLICE);
    }

    private static <T> List<List<T>> slices(Collection<T> all, int size) {
        List<List<T>> slices = new ArrayList<>();
        List<T> list = List.copyOf(all);
        for (int from = 0; from < list.size(); from += size) {
            slices.add(list.subList(from, Math.min(list.size(), from + size)));
        }
        return slices;
    }
}
