package huxiao.streaming.crawl;

import huxiao.crawler.Visit;
import huxiao.crawler.fetch.FetchOutcome;
import huxiao.model.Post;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a {@link CrawlLoop} for each split and hands its posts on one by one. A split's frontier moves together with the last post
 * of a page, so that a checkpoint taken between two posts still holds the frontier from before that page.
 */
final class CrawlReader implements SourceReader<Post, CrawlSplit> {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlReader.class);
    private static final int SECONDS_TO_END = 5;

    private final SourceCrawls crawls;
    private final MetricGroup metrics;
    private final Clock clock = Clock.systemUTC();
    private final Handover handover = new Handover();
    private final Map<String, CrawlSplit> splits = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(CrawlReader::daemon);
    private final Map<FetchOutcome, Counter> visits = new EnumMap<>(FetchOutcome.class);
    private Optional<CrawledPage> current = Optional.empty();
    private Iterator<Post> posts = Collections.emptyIterator();

    CrawlReader(SourceCrawls crawls, MetricGroup metrics) {
        this.crawls = crawls;
        this.metrics = metrics.addGroup("crawl");
    }

    private static Thread daemon(Runnable loop) {
        Thread thread = new Thread(loop, "crawl");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void start() {
        // Loops start with their splits.
    }

    @Override
    public void addSplits(List<CrawlSplit> added) {
        for (CrawlSplit split : added) {
            LOG.info(
                    "source {}: crawl goes on after {} visits with {} URLs known",
                    split.sourceId(),
                    split.frontier().visits(),
                    split.frontier().size());
            splits.put(split.sourceId(), split);
            threads.execute(new CrawlLoop(split, crawls.of(split.sourceId()), clock, handover));
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Post> output) {
        if (current.isEmpty()) {
            current = handover.poll();
            if (current.isEmpty()) {
                return InputStatus.NOTHING_AVAILABLE;
            }
            posts = current.get().visit().posts().iterator();
        }
        CrawledPage page = current.get();
        if (posts.hasNext()) {
            Post post = posts.next();
            output.createOutputForSplit(page.sourceId())
                    .collect(post, post.eventTime().toEpochMilli());
        }
        if (!posts.hasNext()) {
            finish(page);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private void finish(CrawledPage page) {
        Visit visit = page.visit();
        splits.put(page.sourceId(), new CrawlSplit(page.sourceId(), visit.after()));
        visit.outcome().ifPresent(outcome -> visits.computeIfAbsent(outcome, this::counter)
                .inc());
        current = Optional.empty();
        page.handedOn().run();
    }

    private Counter counter(FetchOutcome outcome) {
        return metrics.addGroup("outcome", outcome.wireName()).counter("visits");
    }

    @Override
    public List<CrawlSplit> snapshotState(long checkpointId) {
        return List.copyOf(splits.values());
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return current.isPresent() ? CompletableFuture.completedFuture(null) : handover.available();
    }

    @Override
    public void notifyNoMoreSplits() {
        // Never told: the crawl has no end.
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn("a crawl has not ended {} s after it was told to", SECONDS_TO_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to stop waiting, too
        }
    }
}
