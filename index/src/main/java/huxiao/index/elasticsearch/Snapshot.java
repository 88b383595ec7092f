package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The index as it is at one moment (a point in time), kept by the server as long as it is read from, with pauses of up to five minutes. */
final class Snapshot implements AutoCloseable {
    private static final Time KEEP_ALIVE = Time.of(time -> time.time("5m"));
    private static final int NOT_FOUND = 404;
    private static final int FIRST_PAGE = 256;
    private static final int LARGEST_PAGE = 4_096;

    private final Connection connection;
    private String id;

    private Snapshot(Connection connection, String id) {
        this.connection = connection;
        this.id = id;
    }

    /** Of all that an alias names. */
    static Snapshot open(Connection connection, String alias) {
        return new Snapshot(connection, connection.once(() -> connection
                .client()
                .openPointInTime(open -> open.index(alias).keepAlive(KEEP_ALIVE))
                .id()));
    }

    /**
     * All that a query finds, fetched as it is read; by one thread.
     *
     * @param stored whether the posts themselves are wanted
     */
    Stream<Hit<Stored>> find(Query query, List<SortOptions> order, boolean stored) {
        return StreamSupport.stream(new Pages(query, order, stored), false);
    }

    @Override
    public void close() {
        connection.once(() -> {
            try {
                return connection
                        .client()
                        .closePointInTime(close -> close.id(id))
                        .succeeded();
            } catch (ElasticsearchException e) {
                if (e.status() == NOT_FOUND) {
                    // the server has let it go by itself
                    return true;
                }
                throw e;
            }
        });
    }

    private final class Pages extends Spliterators.AbstractSpliterator<Hit<Stored>> {
        private final Query query;
        private final List<SortOptions> order;
        private final boolean stored;
        private final PageSize size = new PageSize(FIRST_PAGE, LARGEST_PAGE);
        private List<Hit<Stored>> page = List.of();
        private List<FieldValue> after = List.of();
        private int next;
        private boolean last;

        Pages(Query query, List<SortOptions> order, boolean stored) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
            this.query = query;
            this.order = order;
            this.stored = stored;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Hit<Stored>> action) {
            if (next == page.size() && !fetch()) {
                return false;
            }
            action.accept(page.get(next++));
            return true;
        }

        private boolean fetch() {
            if (last) {
                return false;
            }
            SearchResponse<Stored> response = connection.once(() -> size.ask(Integer.MAX_VALUE, this::search));
            id = response.pitId() == null ? id : response.pitId();
            page = response.hits().hits();
            next = 0;
            last = page.isEmpty();
            after = last ? after : page.get(page.size() - 1).sort();
            return !last;
        }

        private SearchResponse<Stored> search(int documents) throws IOException {
            return connection
                    .client()
                    .search(
                            search -> {
                                search.pit(pit -> pit.id(id).keepAlive(KEEP_ALIVE))
                                        .query(query)
                                        .sort(order)
                                        .size(documents)
                                        .seqNoPrimaryTerm(true)
                                        .source(source -> source.fetch(stored))
                                        .trackTotalHits(total -> total.enabled(false))
                                        .allowPartialSearchResults(false);
                                return after.isEmpty() ? search : search.searchAfter(after);
                            },
                            Stored.class);
        }
    }
}
