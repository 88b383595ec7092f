package huxiao.streaming.crawl;

import huxiao.crawler.SourcesFile;
import huxiao.model.Post;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Posts of all configured sources, without end. Each post comes at least once, also over failures: a page's part of the frontier
 * enters a checkpoint only after the last post of that page was handed on. Event time is {@link Post#eventTime()}, watermarks are
 * per source.
 *
 * <p>Sources of one host are read by one subtask, so that the delay between requests holds on a cluster too. When a job starts
 * from a checkpoint under a changed configuration, removed sources end, new ones begin, and others go on where they were.
 */
public final class CrawlSource
        implements Source<Post, CrawlSplit, CrawlCheckpoint>,
                ResultTypeQueryable<Post>,
                SupportsSplitReassignmentOnRecovery {
    private static final long serialVersionUID = 1;

    private final SourcesFile sources;
    private final byte[] authorSecret;
    private final Duration authorWindow;

    /**
     * A crawl of sources.
     *
     * @param sources what to read
     * @param authorSecret key of the authors' hashes, at least 16 bytes ({@code AuthorKeys})
     * @param authorWindow how long a key stays the same; the retention of posts
     */
    public CrawlSource(SourcesFile sources, byte[] authorSecret, Duration authorWindow) {
        this.sources = Objects.requireNonNull(sources, "sources");
        this.authorSecret = authorSecret.clone();
        this.authorWindow = Objects.requireNonNull(authorWindow, "authorWindow");
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public TypeInformation<Post> getProducedType() {
        return TypeInformation.of(Post.class);
    }

    @Override
    public SplitEnumerator<CrawlSplit, CrawlCheckpoint> createEnumerator(SplitEnumeratorContext<CrawlSplit> context) {
        return restoreEnumerator(context, new CrawlCheckpoint(List.of(), Set.of()));
    }

    @Override
    public SplitEnumerator<CrawlSplit, CrawlCheckpoint> restoreEnumerator(
            SplitEnumeratorContext<CrawlSplit> context, CrawlCheckpoint checkpoint) {
        return new CrawlEnumerator(sources.sources(), context, checkpoint);
    }

    @Override
    public SourceReader<Post, CrawlSplit> createReader(SourceReaderContext context) {
        return new CrawlReader(new SourceCrawls(sources, authorSecret, authorWindow), context.metricGroup());
    }

    @Override
    public SimpleVersionedSerializer<CrawlSplit> getSplitSerializer() {
        return new CrawlSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<CrawlCheckpoint> getEnumeratorCheckpointSerializer() {
        return new CrawlCheckpointSerializer();
    }
}
