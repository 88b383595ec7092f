package huxiao.index.lucene;

import huxiao.index.Hit;
import huxiao.index.IndexLockedException;
import huxiao.index.IndexMissingException;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * An index in a folder, one document for each post id, one writer at a time over all processes. Searches run on the writer's
 * own view (near real time). A process that dies leaves its last commit; the lock is the operating system's and dies with it.
 * Any number of threads may write and search.
 */
public final class LuceneIndex implements PostIndex {
    private static final String FORMAT_KEY = "huxiao.format";

    private final IndexWriter writer;
    private final LuceneSearch search;
    private final SearchContext context;
    private final IndexSettings settings;
    private volatile long refreshedAt = System.nanoTime();

    private LuceneIndex(IndexWriter writer, LuceneSearch search, SearchContext context, IndexSettings settings) {
        this.writer = writer;
        this.search = search;
        this.context = context;
        this.settings = settings;
    }

    /**
     * Opens an index to write and search; a new folder becomes an empty one.
     *
     * @throws IndexLockedException when another writer holds it
     * @throws IllegalStateException when it was written in another format and must be rebuilt
     */
    public static LuceneIndex open(Path folder, SearchContext context, IndexSettings settings) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            try {
                IndexWriter writer = writer(folder, directory, settings);
                SearcherManager searchers = new SearcherManager(writer, new SearcherFactory());
                LuceneSearch search = new LuceneSearch(directory, searchers, context, settings);
                return new LuceneIndex(writer, search, context, settings);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IndexLockedException(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens the last commit of an index for searching, beside a writer or without one; later commits are not seen.
     *
     * @throws IndexMissingException when nothing has been committed there
     * @throws IllegalStateException when it was written in another format
     */
    public static PostSearch openReadOnly(Path folder, SearchContext context, IndexSettings settings) {
        if (!Files.isDirectory(folder)) {
            throw new IndexMissingException(folder);
        }
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                if (!DirectoryReader.indexExists(directory)) {
                    throw new IndexMissingException(folder);
                }
                checkFormat(folder, directory);
                SearcherManager searchers = new SearcherManager(directory, new SearcherFactory());
                return new LuceneSearch(directory, searchers, context, settings);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public void put(List<IndexedPost> posts) {
        PostDocument document = new PostDocument(context.segmenter());
        write(() -> {
            for (IndexedPost post : posts) {
                writer.updateDocument(new Term(Fields.ID, post.post().id()), document.of(post));
            }
        });
    }

    @Override
    public void delete(Collection<String> postIds) {
        Term[] terms = postIds.stream().map(id -> new Term(Fields.ID, id)).toArray(Term[]::new);
        write(() -> writer.deleteDocuments(terms));
    }

    @Override
    public long deleteOlderThan(Instant postsBefore, Instant alertsBefore) {
        BooleanQuery old = new BooleanQuery.Builder()
                .add(collectedBefore(postsBefore, Fields.NO), Occur.SHOULD)
                .add(collectedBefore(alertsBefore, Fields.YES), Occur.SHOULD)
                .build();
        refresh();
        long count = search.count(old);
        write(() -> writer.deleteDocuments(old));
        return count;
    }

    @Override
    public void commit() {
        write(writer::commit);
    }

    @Override
    public void refresh() {
        long now = System.nanoTime();
        write(search::refresh);
        refreshedAt = now;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        refreshIfStale();
        return search.search(request);
    }

    @Override
    public Stream<Hit> stream(Query query) {
        refreshIfStale();
        return search.stream(query);
    }

    @Override
    public Optional<IndexedPost> get(String postId) {
        refreshIfStale();
        return search.get(postId);
    }

    @Override
    public long count() {
        refreshIfStale();
        return search.count();
    }

    @Override
    public void close() {
        try (search) {
            write(writer::close);
        }
    }

    private void refreshIfStale() {
        if (System.nanoTime() - refreshedAt >= settings.maxStale().toNanos()) {
            refresh();
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    private void write(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw search.failed(e);
        }
    }

    private static IndexWriter writer(Path folder, Directory directory, IndexSettings settings) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            checkFormat(folder, directory);
        }
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(settings.writeBufferMiB());
        IndexWriter writer = new IndexWriter(directory, config);
        try {
            // a first commit, so that a reader beside the writer finds an index from the beginning
            writer.setLiveCommitData(Map.of(FORMAT_KEY, Fields.FORMAT).entrySet());
            writer.commit();
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static void checkFormat(Path folder, Directory directory) throws IOException {
        String format = SegmentInfos.readLatestCommit(directory).getUserData().getOrDefault(FORMAT_KEY, "none");
        if (!format.equals(Fields.FORMAT)) {
            throw new IllegalStateException(
                    "index " + folder + ": written in format " + format + ", this program reads " + Fields.FORMAT
                            + "; move the folder away and let the index be built again");
        }
    }

    private static BooleanQuery collectedBefore(Instant before, String alerted) {
        long millis = IndexedPost.millis(before);
        long last = millis == Long.MIN_VALUE ? Long.MIN_VALUE : millis - 1;
        return new BooleanQuery.Builder()
                .add(LongPoint.newRangeQuery(Fields.COLLECTED, Long.MIN_VALUE, last), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.ALERTED, alerted)), Occur.FILTER)
                .build();
    }
}
