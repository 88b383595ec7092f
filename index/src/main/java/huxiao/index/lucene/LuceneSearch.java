package huxiao.index.lucene;

import huxiao.index.AlertState;
import huxiao.index.Cursor;
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
import huxiao.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** Searches whatever its searcher manager shows: the last commit of a folder, or what a writer holds just now. */
final class LuceneSearch implements PostSearch {
    private static final int FIRST_BATCH = 256;
    private static final int LARGEST_BATCH = 65_536;

    /** With fewer, the walk through the graph of neighbours stops early and misses some. */
    private static final int LEAST_NEIGHBOURS = 100;

    private static final Set<String> STORED = Set.of(Fields.STORED);
    private static final Sort ORDER = new Sort(
            LongField.newSortField(Fields.TIME, true, SortedNumericSelector.Type.MAX),
            new SortField(Fields.ID, SortField.Type.STRING));

    private final Directory directory;
    private final SearcherManager searchers;
    private final SearchContext context;
    private final IndexSettings settings;

    /** Owns directory and manager from now on. */
    LuceneSearch(Directory directory, SearcherManager searchers, SearchContext context, IndexSettings settings) {
        this.directory = directory;
        this.searchers = searchers;
        this.context = context;
        this.settings = settings;
    }

    /** Shows what the writer holds now. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return with(shared -> {
            org.apache.lucene.search.Query query = QueryCompiler.compile(request.query(), context);
            IndexSearcher searcher = limited(shared);
            List<Integer> docs = List.of();
            Facets facets = Facets.NONE;
            long total;
            if (request.limit() == 0 && !request.counts()) {
                total = searcher.count(query);
            } else {
                Found found;
                if (request.counts()) {
                    Object[] both = searcher.search(
                            query, new MultiCollectorManager(new Found.Manager(), new FacetCounts(request, context)));
                    found = (Found) both[0];
                    facets = (Facets) both[1];
                } else {
                    found = searcher.search(query, new Found.Manager());
                }
                total = found.count();
                if (request.limit() > 0) {
                    // one more than asked for tells whether a page follows
                    int size = (int) Math.min(
                            request.limit() + 1L,
                            Math.max(1, searcher.getIndexReader().maxDoc()));
                    docs = Newest.of(found, size, request.after());
                }
            }
            if (searcher.timedOut()) {
                throw new SearchTimeoutException(settings.searchTimeout());
            }
            boolean more = docs.size() > request.limit();
            List<Integer> shown = docs.subList(0, Math.min(request.limit(), docs.size()));
            List<Hit> hits = hits(shared, shown, highlighter(request.query()));
            Optional<Cursor> next =
                    more ? Optional.of(Cursor.at(hits.get(hits.size() - 1).indexed())) : Optional.empty();
            return new SearchResult(total, hits, next, facets);
        });
    }

    @Override
    public Stream<Hit> stream(Query query) {
        IndexSearcher searcher = acquire();
        Pages pages = new Pages(searcher, QueryCompiler.compile(query, context), highlighter(query));
        return StreamSupport.stream(pages, false).onClose(() -> release(searcher));
    }

    @Override
    public List<SimilarPost> similar(IndexedPost post, Query within, int limit) {
        return with(shared -> {
            IndexSearcher searcher = limited(shared);
            org.apache.lucene.search.Query filter = QueryCompiler.compile(within, context);
            List<IndexedPost> candidates = new ArrayList<>();
            List<BytesRef> bands = SimilarPost.bands(post.likeness()).stream()
                    .map(BytesRef::new)
                    .toList();
            org.apache.lucene.search.Query copies = new BooleanQuery.Builder()
                    .add(new TermInSetQuery(Fields.BAND, bands), Occur.FILTER)
                    .add(filter, Occur.FILTER)
                    .build();
            for (ScoreDoc copy : searcher.search(copies, SimilarPost.MOST_COPIES, ORDER).scoreDocs) {
                candidates.add(stored(searcher.storedFields(), copy.doc));
            }
            if (post.likeness().isRead()) {
                // the post itself is the nearest of all
                KnnByteVectorQuery nearest = new KnnByteVectorQuery(
                        Fields.VECTOR, post.likeness().numbers(), Math.max(LEAST_NEIGHBOURS, limit + 1), filter);
                for (ScoreDoc near : searcher.search(nearest, limit + 1).scoreDocs) {
                    candidates.add(stored(searcher.storedFields(), near.doc));
                }
            }
            if (searcher.timedOut()) {
                throw new SearchTimeoutException(settings.searchTimeout());
            }
            return SimilarPost.nearest(post, candidates, limit);
        });
    }

    @Override
    public Optional<IndexedPost> get(String postId) {
        return with(searcher -> {
            TopDocs found = searcher.search(new TermQuery(new Term(Fields.ID, postId)), 1);
            return found.scoreDocs.length == 0
                    ? Optional.empty()
                    : Optional.of(stored(searcher.storedFields(), found.scoreDocs[0].doc));
        });
    }

    @Override
    public long count() {
        return with(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /** Visits the posts of alerts that a query of Lucene finds. */
    void visitAlerted(org.apache.lucene.search.Query query, AlertedPosts.Visitor visitor) {
        with(searcher -> {
            AlertedPosts.visit(searcher, query, visitor);
            return true;
        });
    }

    /** Takes one post. */
    interface PostVisitor {
        void visit(IndexedPost post) throws IOException;
    }

    /** Reads those of the posts of alerts that a query of Lucene finds which say something of their alert. */
    void visitAlerted(org.apache.lucene.search.Query query, Predicate<AlertState> saying, PostVisitor visitor) {
        with(searcher -> {
            StoredFields stored = searcher.storedFields();
            AlertedPosts.visit(searcher, query, (doc, state) -> {
                if (saying.test(state)) {
                    visitor.visit(stored(stored, doc));
                }
            });
            return true;
        });
    }

    /** How many documents a query of Lucene finds. */
    long count(org.apache.lucene.search.Query query) {
        return with(searcher -> (long) searcher.count(query));
    }

    /** What is left of deleted documents in the segments that are searched. */
    Residue residue() {
        return with(searcher -> Residue.of(searcher.getIndexReader()));
    }

    @Override
    public void close() {
        try (directory) {
            searchers.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException("index " + directory + ": " + cause.getMessage(), cause);
    }

    private interface Search<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Search<T> search) {
        IndexSearcher searcher = acquire();
        try {
            return search.with(searcher);
        } catch (IOException e) {
            throw failed(e);
        } finally {
            release(searcher);
        }
    }

    private IndexSearcher acquire() {
        try {
            return searchers.acquire();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A searcher of its own over the same reader, since the time that is left belongs to one search. */
    private IndexSearcher limited(IndexSearcher shared) {
        IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
        long start = System.nanoTime();
        long allowed = settings.searchTimeout().toNanos();
        searcher.setTimeout(() -> System.nanoTime() - start > allowed);
        return searcher;
    }

    private Highlighter highlighter(Query query) {
        return new Highlighter(context.segmenter(), Needles.of(query, context.segmenter()));
    }

    private static List<Hit> hits(IndexSearcher searcher, List<Integer> docs, Highlighter highlighter)
            throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>(docs.size());
        for (int doc : docs) {
            hits.add(hit(stored, doc, highlighter));
        }
        return hits;
    }

    private static Hit hit(StoredFields stored, int doc, Highlighter highlighter) throws IOException {
        IndexedPost indexed = stored(stored, doc);
        return new Hit(indexed, indexed.marks(highlighter));
    }

    static IndexedPost stored(StoredFields stored, int doc) throws IOException {
        return Json.read(stored.document(doc, STORED).get(Fields.STORED), IndexedPost.class);
    }

    /**
     * All that a query finds in one searcher, in batches that double, so that the query runs few times and the first hit comes
     * soon.
     */
    private final class Pages extends Spliterators.AbstractSpliterator<Hit> {
        private final IndexSearcher searcher;
        private final org.apache.lucene.search.Query query;
        private final Highlighter highlighter;
        private ScoreDoc[] batch = new ScoreDoc[0];
        private int size = FIRST_BATCH;
        private int next;
        private boolean last;

        Pages(IndexSearcher searcher, org.apache.lucene.search.Query query, Highlighter highlighter) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
            this.searcher = searcher;
            this.query = query;
            this.highlighter = highlighter;
        }

        @Override
        public boolean tryAdvance(Consumer<? super Hit> action) {
            try {
                if (next == batch.length && !fetch()) {
                    return false;
                }
                action.accept(hit(searcher.storedFields(), batch[next++].doc, highlighter));
                return true;
            } catch (IOException e) {
                throw failed(e);
            }
        }

        private boolean fetch() throws IOException {
            if (last) {
                return false;
            }
            FieldDoc after = batch.length == 0 ? null : (FieldDoc) batch[batch.length - 1];
            TopFieldDocs found = searcher.search(query, new TopFieldCollectorManager(ORDER, size, after, 1));
            batch = found.scoreDocs;
            next = 0;
            last = batch.length < size;
            size = Math.min(LARGEST_BATCH, size * 2);
            return batch.length > 0;
        }
    }
}
