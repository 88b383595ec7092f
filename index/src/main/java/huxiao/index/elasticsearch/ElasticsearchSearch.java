package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import huxiao.index.Cursor;
import huxiao.index.Districts;
import huxiao.index.Facets;
import huxiao.index.Hit;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SearchTimeoutException;
import huxiao.index.SimilarPost;
import huxiao.index.query.Needles;
import huxiao.index.query.Query;
import huxiao.index.text.Highlighter;
import huxiao.model.Likeness;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches all months through their alias. Asks once: that a server does not answer is told to whoever searches. */
final class ElasticsearchSearch implements PostSearch {
    private static final Logger log = LoggerFactory.getLogger(ElasticsearchSearch.class);

    /** Newest first, then by id; Elasticsearch compares keywords by their UTF-8 bytes, which is the order of code points. */
    private static final List<SortOptions> ORDER = List.of(
            SortOptions.of(by -> by.field(time -> time.field(Fields.TIME).order(SortOrder.Desc))),
            SortOptions.of(by -> by.field(id -> id.field(Fields.ID).order(SortOrder.Asc))));

    /** After its own time is up, the server has so long to say it. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** A server that says nothing for so long is away. */
    private static final Duration LIFE_SIGN = Duration.ofSeconds(5);

    private static final int LARGEST_PAGE = 1_000;

    /** With fewer, the walk through the graph of neighbours stops early and misses some. */
    private static final int LEAST_NEIGHBOURS = 100;

    private final Connection connection;
    private final Layout layout;
    private final SearchContext context;
    private final Duration timeout;
    private final ElasticsearchClient client;

    /** The caller owns the connection. */
    ElasticsearchSearch(Connection connection, Layout layout, SearchContext context, IndexSettings settings) {
        this.connection = connection;
        this.layout = layout;
        this.context = context;
        this.timeout = settings.searchTimeout();
        this.client = connection.client(timeout.plus(GRACE));
    }

    /** Whether the smallest search is answered. */
    boolean answers() {
        try {
            connection
                    .client(LIFE_SIGN)
                    .search(
                            search -> search.index(layout.alias())
                                    .size(0)
                                    .trackTotalHits(count -> count.enabled(false))
                                    .terminateAfter(1L),
                            Void.class);
            return true;
        } catch (IOException | ElasticsearchException e) {
            log.debug("Elasticsearch does not answer", e);
            return false;
        } catch (RuntimeException e) {
            throw Connection.unlessInterrupted(e);
        }
    }

    @Override
    public SearchResult search(SearchRequest request) {
        // one more than asked for tells whether a page follows
        long wanted = request.limit() == 0 ? 0 : request.limit() + 1L;
        PageSize size = new PageSize(LARGEST_PAGE, LARGEST_PAGE);
        List<FieldValue> start = request.after().map(ElasticsearchSearch::place).orElse(List.of());
        FacetCounts counts = new FacetCounts(
                request, new Districts(context.schools()), district -> compile(new Query.InDistrict(district)));
        SearchResponse<Stored> first = page(request.query(), wanted, size, start, counts.asked());
        List<IndexedPost> found = new ArrayList<>(posts(first));
        SearchResponse<Stored> last = first;
        while (found.size() < wanted && !last.hits().hits().isEmpty()) {
            List<FieldValue> after =
                    last.hits().hits().get(last.hits().hits().size() - 1).sort();
            last = page(request.query(), wanted - found.size(), size, after, Map.of());
            found.addAll(posts(last));
        }
        Facets facets = request.counts() ? counts.of(first.aggregations()) : Facets.NONE;
        return result(request, first, found, facets, highlighter(request.query()));
    }

    @Override
    public Stream<Hit> stream(Query query) {
        Snapshot snapshot = Snapshot.open(connection, layout.alias());
        Highlighter highlighter = highlighter(query);
        return snapshot.find(compile(query), ORDER, true)
                .map(found -> hit(found.source().post(), highlighter))
                .onClose(snapshot::close);
    }

    @Override
    public List<SimilarPost> similar(IndexedPost post, Query within, int limit) {
        List<IndexedPost> candidates = new ArrayList<>();
        List<String> bands = SimilarPost.bands(post.likeness());
        if (!bands.isEmpty()) {
            candidates.addAll(posts(asked(
                    search -> search.query(Clauses.all(List.of(Clauses.anyOf(Fields.BAND, bands), compile(within))))
                            .sort(ORDER)
                            .size(SimilarPost.MOST_COPIES))));
        }
        if (post.likeness().isRead()) {
            List<Float> numbers = new ArrayList<>(Likeness.DIMENSIONS);
            for (byte number : post.likeness().numbers()) {
                numbers.add((float) number);
            }
            // the post itself is the nearest of all
            candidates.addAll(posts(asked(search -> search.knn(near -> near.field(Fields.VECTOR)
                            .queryVector(numbers)
                            .k(limit + 1)
                            .numCandidates(Math.max(LEAST_NEIGHBOURS, limit + 1))
                            .filter(compile(within)))
                    .size(limit + 1))));
        }
        return SimilarPost.nearest(post, candidates, limit);
    }

    private SearchResponse<Stored> asked(
            UnaryOperator<co.elastic.clients.elasticsearch.core.SearchRequest.Builder> what) {
        SearchResponse<Stored> response = timed(() -> client.search(
                search -> what.apply(search.index(layout.alias())
                        .timeout(timeout.toNanos() + "nanos")
                        .allowPartialSearchResults(false)),
                Stored.class));
        if (response.timedOut()) {
            throw new SearchTimeoutException(timeout);
        }
        return response;
    }

    @Override
    public Optional<IndexedPost> get(String postId) {
        SearchResponse<Stored> found = timed(() -> client.search(
                search -> search.index(layout.alias())
                        .query(Clauses.all(List.of(Clauses.term(Fields.ID, postId))))
                        .allowPartialSearchResults(false)
                        .size(1),
                Stored.class));
        return posts(found).stream().findFirst();
    }

    @Override
    public long count() {
        return timed(() -> client.count(count -> count.index(layout.alias())).count());
    }

    @Override
    public void close() {
        // holds nothing of its own
    }

    private SearchResponse<Stored> page(
            Query query, long wanted, PageSize size, List<FieldValue> after, Map<String, Aggregation> counts) {
        SearchResponse<Stored> response = timed(() -> size.ask(
                wanted,
                documents -> client.search(
                        search -> {
                            search.index(layout.alias())
                                    .query(compile(query))
                                    .sort(ORDER)
                                    .size(documents)
                                    .trackTotalHits(total -> total.enabled(true))
                                    .timeout(timeout.toNanos() + "nanos")
                                    .allowPartialSearchResults(false);
                            if (!after.isEmpty()) {
                                search.searchAfter(after);
                            }
                            return search.aggregations(counts);
                        },
                        Stored.class)));
        if (response.timedOut()) {
            throw new SearchTimeoutException(timeout);
        }
        return response;
    }

    private static SearchResult result(
            SearchRequest request,
            SearchResponse<Stored> answer,
            List<IndexedPost> found,
            Facets facets,
            Highlighter highlighter) {
        List<Hit> hits = found.stream()
                .limit(request.limit())
                .map(post -> hit(post, highlighter))
                .toList();
        Optional<Cursor> next = found.size() > hits.size()
                ? Optional.of(Cursor.at(hits.get(hits.size() - 1).indexed()))
                : Optional.empty();
        return new SearchResult(answer.hits().total().value(), hits, next, facets);
    }

    private co.elastic.clients.elasticsearch._types.query_dsl.Query compile(Query query) {
        return QueryCompiler.compile(query, context, connection.mapper());
    }

    private Highlighter highlighter(Query query) {
        return new Highlighter(context.segmenter(), Needles.of(query, context.segmenter()));
    }

    private static Hit hit(IndexedPost post, Highlighter highlighter) {
        return new Hit(post, post.marks(highlighter));
    }

    private static List<IndexedPost> posts(SearchResponse<Stored> response) {
        return response.hits().hits().stream().map(hit -> hit.source().post()).toList();
    }

    private static List<FieldValue> place(Cursor cursor) {
        return List.of(FieldValue.of(cursor.time()), FieldValue.of(cursor.id()));
    }

    private <T> T timed(Connection.Call<T> call) {
        return connection.once(() -> {
            try {
                return call.answer();
            } catch (IOException e) {
                if (Failures.isSearchTimeout(e)) {
                    throw timedOut(e);
                }
                throw e;
            } catch (ElasticsearchException e) {
                throw Failures.isSearchTimeout(e) ? timedOut(e) : e;
            }
        });
    }

    private RuntimeException timedOut(Exception cause) {
        SearchTimeoutException timedOut = new SearchTimeoutException(timeout);
        timedOut.initCause(cause);
        return timedOut;
    }
}
