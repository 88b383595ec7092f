package huxiao.index.lucene;

import huxiao.index.AlertState;
import huxiao.index.AlertStates;
import huxiao.index.Expunged;
import huxiao.index.Hit;
import huxiao.index.IndexLockedException;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.PostSearch;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SimilarPost;
import huxiao.index.query.Query;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * An index in a folder, one document for each post id, one writer at a time over all processes. Searches run on the writer's
 * own view (near real time). A process that dies leaves its last commit; the lock is the operating system's and dies with it.
 * Any number of threads may write and search. A write that fails, or whose thread is interrupted, may close the writer: from then on
 * every write fails until {@link #recover()}.
 */
public final class LuceneIndex implements PostIndex {
    private static final String FORMAT_KEY = "huxiao.format";

    /** A merge that was running anyway passes on what was deleted since it began; a further round meets that in its outcome. */
    private static final int ROUNDS = 3;

    private static final Duration LONGEST_EXPUNGE = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Path folder;
    private final SearchContext context;
    private final IndexSettings settings;

    /** Shared by writes, held alone by one that asks first what is there. */
    private final ReadWriteLock exclusion = new ReentrantReadWriteLock();

    private final AlertStates alerts = new AlertStates();
    private volatile Opened opened;
    private volatile long refreshedAt = System.nanoTime();

    private LuceneIndex(Path folder, SearchContext context, IndexSettings settings) throws IOException {
        this.folder = folder;
        this.context = context;
        this.settings = settings;
        this.opened = Opened.in(folder, context, settings);
        opened.search.visitAlerted(new FieldExistsQuery(Fields.ALERT), (doc, state) -> alerts.learn(state));
    }

    /** A writer and the searches on its view. */
    private record Opened(IndexWriter writer, LuceneSearch search) {
        static Opened in(Path folder, SearchContext context, IndexSettings settings) throws IOException {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            try {
                IndexWriter writer = LuceneIndex.writer(folder, directory, settings);
                SearcherManager searchers = new SearcherManager(writer, new SearcherFactory());
                return new Opened(writer, new LuceneSearch(directory, searchers, context, settings));
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        }
    }

    /**
     * Opens an index to write and search; a new folder becomes an empty one.
     *
     * @throws IndexLockedException when another writer holds it
     * @throws IllegalStateException when it was written in another format and must be rebuilt
     */
    public static LuceneIndex open(Path folder, SearchContext context, IndexSettings settings) {
        try {
            return new LuceneIndex(folder, context, settings);
        } catch (LockObtainFailedException e) {
            throw new IndexLockedException(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder + ": cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens the last commit of an index for searching, beside a writer or without one; later commits are not seen.
     *
     * @throws huxiao.index.IndexMissingException when nothing has been committed there
     * @throws IllegalStateException when it was written in another format
     */
    public static PostSearch openReadOnly(Path folder, SearchContext context, IndexSettings settings) {
        return Committed.open(folder, directory -> {
            checkFormat(folder, directory);
            SearcherManager searchers = new SearcherManager(directory, new SearcherFactory());
            return new LuceneSearch(directory, searchers, context, settings);
        });
    }

    @Override
    public void put(List<IndexedPost> posts) {
        PostDocument document = new PostDocument(context);
        posts.forEach(alerts::learn);
        beside(now -> {
            for (IndexedPost post : posts) {
                update(now.writer, document, post);
            }
        });
    }

    @Override
    public long putAbsent(List<IndexedPost> posts) {
        AtomicLong written = new AtomicLong();
        exclusion.writeLock().lock();
        try {
            PostDocument document = new PostDocument(context);
            write(now -> {
                now.search.refresh();
                Set<String> seen = new HashSet<>();
                for (IndexedPost post : posts) {
                    String id = post.post().id();
                    if (seen.add(id) && now.search.get(id).isEmpty()) {
                        update(now.writer, document, post);
                        written.incrementAndGet();
                    }
                }
            });
        } finally {
            exclusion.writeLock().unlock();
        }
        return written.get();
    }

    @Override
    public void mark(Collection<AlertState> states) {
        TermInSetQuery posts = new TermInSetQuery(
                Fields.ALERT,
                states.stream().map(state -> new BytesRef(state.alertId())).toList());
        exclusion.writeLock().lock();
        try {
            states.forEach(alerts::learn);
            PostDocument document = new PostDocument(context);
            write(now -> {
                now.search.refresh();
                now.search.visitAlerted(posts, alerts::isStale, post -> update(now.writer, document, post));
            });
        } finally {
            exclusion.writeLock().unlock();
        }
    }

    @Override
    public void move(Map<String, AlertState> posts) {
        exclusion.writeLock().lock();
        try {
            posts.values().forEach(alerts::learn);
            PostDocument document = new PostDocument(context);
            write(now -> {
                now.search.refresh();
                for (Map.Entry<String, AlertState> moved : posts.entrySet()) {
                    Optional<IndexedPost> post = now.search.get(moved.getKey()).filter(found -> !found.alertId()
                            .equals(moved.getValue().alertId()));
                    if (post.isPresent()) {
                        update(now.writer, document, post.get().in(moved.getValue()));
                    }
                }
            });
        } finally {
            exclusion.writeLock().unlock();
        }
    }

    private void update(IndexWriter writer, PostDocument document, IndexedPost post) throws IOException {
        writer.updateDocument(new Term(Fields.ID, post.post().id()), document.of(alerts.applied(post)));
    }

    @Override
    public void delete(Collection<String> postIds) {
        Term[] terms = postIds.stream().map(id -> new Term(Fields.ID, id)).toArray(Term[]::new);
        beside(now -> now.writer.deleteDocuments(terms));
    }

    @Override
    public long deleteOlderThan(Instant postsBefore, Instant alertsBefore) {
        BooleanQuery old = new BooleanQuery.Builder()
                .add(collectedBefore(postsBefore, Fields.NO), Occur.SHOULD)
                .add(collectedBefore(alertsBefore, Fields.YES), Occur.SHOULD)
                .build();
        refresh();
        long count = opened.search.count(old);
        beside(now -> now.writer.deleteDocuments(old));
        return count;
    }

    @Override
    public void commit() {
        write(now -> now.writer.commit());
    }

    @Override
    public void refresh() {
        long start = System.nanoTime();
        write(now -> now.search.refresh());
        refreshedAt = start;
    }

    @Override
    public Expunged expunge() {
        long start = System.nanoTime();
        refresh();
        Residue before = opened.search.residue();
        Set<String> present = withFiles();
        Residue after = before;
        for (int round = 0; round == 0 || (round < ROUNDS && after.documents() > 0); round++) {
            write(now -> now.writer.forceMergeDeletes(false));
            awaitMerges(start);
            // old files go when no commit and no reader is left that needs them
            commit();
            refresh();
            after = opened.search.residue();
        }
        return new Expunged(
                before.documents(),
                after.documents(),
                before.bytes(),
                areHeld(present, after.segments()),
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Waits for the merges that are running now, those that were not asked for among them, unless time is up. */
    private void awaitMerges(long start) {
        IndexWriter writer = opened.writer;
        Set<SegmentCommitInfo> running = merging(writer);
        while (!Collections.disjoint(running, merging(writer))
                && System.nanoTime() - start < LONGEST_EXPUNGE.toNanos()) {
            pause();
        }
    }

    private static Set<SegmentCommitInfo> merging(IndexWriter writer) {
        // the set is the writer's own, which changes it under this lock
        synchronized (writer) {
            return Set.copyOf(writer.getMergingSegments());
        }
    }

    /** Whether segments that are no longer part of the index keep their files although every search of usual length is over. */
    private boolean areHeld(Set<String> before, Set<String> now) {
        long start = System.nanoTime();
        Set<String> old = new HashSet<>(before);
        old.removeAll(now);
        while (true) {
            old.retainAll(withFiles());
            if (old.isEmpty()
                    || System.nanoTime() - start > settings.searchTimeout().toNanos()) {
                return !old.isEmpty();
            }
            pause();
        }
    }

    private Set<String> withFiles() {
        try {
            return Residue.withFiles(opened.writer.getDirectory());
        } catch (IOException e) {
            throw opened.search.failed(e);
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(opened, e);
        }
    }

    private static UncheckedIOException interrupted(Opened now, Exception cause) {
        Thread.currentThread().interrupt();
        InterruptedIOException failure = new InterruptedIOException("interrupted");
        failure.initCause(cause);
        return now.search.failed(failure);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        refreshIfStale();
        return opened.search.search(request);
    }

    @Override
    public Stream<Hit> stream(Query query) {
        refreshIfStale();
        return opened.search.stream(query);
    }

    @Override
    public List<SimilarPost> similar(IndexedPost post, Query within, int limit) {
        refreshIfStale();
        return opened.search.similar(post, within, limit);
    }

    @Override
    public Optional<IndexedPost> get(String postId) {
        refreshIfStale();
        return opened.search.get(postId);
    }

    @Override
    public long count() {
        refreshIfStale();
        return opened.search.count();
    }

    /** A failure such as a full disk closes the writer. */
    @Override
    public boolean isReady() {
        return opened.writer.isOpen();
    }

    @Override
    public void close() {
        Opened last = opened;
        try (last.search) {
            write(now -> last.writer.close());
        }
    }

    @Override
    public synchronized void recover() {
        Opened broken = opened;
        if (broken.writer.isOpen()) {
            return;
        }
        try {
            opened = Opened.in(folder, context, settings);
        } catch (IOException e) {
            throw broken.search.failed(e);
        }
        broken.search.close();
    }

    private void refreshIfStale() {
        if (System.nanoTime() - refreshedAt >= settings.maxStale().toNanos()) {
            refresh();
        }
    }

    private interface Write {
        void on(Opened opened) throws IOException;
    }

    /** Beside other writes, but not while posts are read to be written again, which would bring back what is deleted. */
    private void beside(Write write) {
        exclusion.readLock().lock();
        try {
            write(write);
        } finally {
            exclusion.readLock().unlock();
        }
    }

    /** An engine closed by an earlier failure counts as the same failure: nothing is wrong with what is written now. */
    private void write(Write write) {
        Opened now = opened;
        try {
            write.on(now);
        } catch (IOException e) {
            throw now.search.failed(e);
        } catch (AlreadyClosedException e) {
            throw now.search.failed(new IOException(e));
        } catch (ThreadInterruptedException e) {
            // whoever waits within the engine forgets that it was interrupted
            throw interrupted(now, e);
        }
    }

    private static IndexWriter writer(Path folder, Directory directory, IndexSettings settings) throws IOException {
        if (DirectoryReader.indexExists(directory)) {
            checkFormat(folder, directory);
        }
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(settings.writeBufferMiB());
        // whoever asks for deleted documents to vanish means every one of them
        config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
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
                            + "; move the folder away and fill a new index from it with huxiao reindex");
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
