package huxiao.streaming.crawl;

import huxiao.crawler.SourcesFile;
import huxiao.model.Post;
import huxiao.streaming.PostSource;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Posts from the configured public pages. */
public final class CrawledPosts implements PostSource {
    private static final long serialVersionUID = 1;

    private final SourcesFile sources;
    private final byte[] authorSecret;
    private final Duration authorWindow;

    /** A crawl of {@code sources} whose authors are keyed under a secret that rotates with a window. */
    public CrawledPosts(SourcesFile sources, byte[] authorSecret, Duration authorWindow) {
        this.sources = sources;
        this.authorSecret = authorSecret.clone();
        this.authorWindow = authorWindow;
    }

    @Override
    public DataStream<Post> open(StreamExecutionEnvironment env) {
        return env.fromSource(
                        new CrawlSource(sources, authorSecret, authorWindow), WatermarkStrategy.noWatermarks(), "crawl")
                .uid("crawl");
    }
}
