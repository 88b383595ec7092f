package huxiao.crawler;

import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.crawler.fetch.Validators;
import huxiao.model.AuthorKeys;
import huxiao.model.config.ConfigNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Sources as an operator would write them. */
final class TestSources {
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final AuthorKeys KEYS =
            new AuthorKeys("a secret of the tests alone".getBytes(StandardCharsets.UTF_8), Duration.ofDays(30));

    private TestSources() {}

    static SourceSettings source(String yaml) {
        return SourceSettings.from(ConfigNode.parse("sources.yaml", yaml));
    }

    /** A forum with floors; {@code more} are further lines of the source. */
    static SourceSettings forum(String url, String more) {
        return source("""
                id: forum
                type: site
                url: %s
                district: 新华区
                allowLoopback: true
                follow:
                  - .*/board-\\d+\\.html
                  - .*/thread-\\d+\\.html
                posts:
                  item: div.post
                  id: "@id"
                  title: h1
                  text: .message
                  exclude: blockquote
                  author: .author
                  time: .time
                  next: a.next
                """.formatted(url) + more);
    }

    static SourceSettings feed(String url) {
        return source("id: news\ntype: feed\nurl: " + url + "\nallowLoopback: true\nschool: S1\n");
    }

    static Page page(String url, String text) {
        return new Page(url, "text/html", text, Validators.NONE);
    }
}
