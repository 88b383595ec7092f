package huxiao.streaming.crawl;

import huxiao.crawler.Frontier;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One source and how far it was read.
 *
 * @param sourceId of the configured source
 * @param frontier what its crawl remembers; all posts that it knows of were handed on
 */
record CrawlSplit(String sourceId, Frontier frontier) implements SourceSplit {
    CrawlSplit {
        Objects.requireNonNull(sourceId, "sourceId");
        Objects.requireNonNull(frontier, "frontier");
    }

    @Override
    public String splitId() {
        return sourceId;
    }
}
