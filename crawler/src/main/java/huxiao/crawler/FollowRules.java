package huxiao.crawler;

import huxiao.crawler.fetch.PageUrl;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Which links of a source are followed: those on its own host that match one of its patterns. */
final class FollowRules {
    private final URI start;
    private final List<Pattern> patterns;

    FollowRules(SourceSettings source) {
        this.start = URI.create(source.url());
        this.patterns = source.follow().stream().map(Pattern::compile).toList();
    }

    boolean isSameHost(String url) {
        return PageUrl.sameHost(start, URI.create(url));
    }

    boolean fromPage(String url) {
        return isSameHost(url)
                && patterns.stream().anyMatch(pattern -> pattern.matcher(url).matches());
    }

    /** A sitemap names what its owner wants read, so without a pattern all of it is followed. */
    boolean fromSitemap(String url) {
        return patterns.isEmpty() ? isSameHost(url) : fromPage(url);
    }
}
