package huxiao.streaming.crawl;

import huxiao.crawler.SourceCrawl;
import huxiao.crawler.SourceSettings;
import huxiao.crawler.SourcesFile;
import huxiao.crawler.fetch.Fetcher;
import huxiao.crawler.fetch.HostGate;
import huxiao.model.AuthorKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The crawls of all configured sources behind one fetcher, so that they share robots.txt and the spacing of requests. */
final class SourceCrawls {
    private final Map<String, SourceSettings> sources = new HashMap<>();
    private final AuthorKeys keys;
    private final Fetcher fetcher;

    SourceCrawls(SourcesFile file, byte[] authorSecret, Duration authorWindow) {
        file.sources().forEach(source -> sources.put(source.id(), source));
        this.keys = new AuthorKeys(authorSecret, authorWindow);
        this.fetcher = Fetcher.create(file.userAgent(), HostGate.shared(), Clock.systemUTC());
    }

    /** The crawl of a source that is configured. */
    SourceCrawl of(String sourceId) {
        return new SourceCrawl(sources.get(sourceId), keys, fetcher);
    }
}
