package huxiao.crawler;

import huxiao.crawler.fetch.PageUrl;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One source that the operator configured.
 *
 * @param id names it in posts, logs and checkpoints; small letters, digits, {@code _} and {@code -}
 * @param type feed or site
 * @param url feed, start page or sitemap, normalised
 * @param district district that the source is tied to ({@code Post.place}), may be empty
 * @param school code of the school that the source is tied to, may be empty
 * @param delay least time between two requests to its host; a longer {@code Crawl-delay} wins
 * @param refresh how often the start page and pages that only list others are read again
 * @param allowLoopback whether its own host and port may be a loopback or private address; no other ever may
 * @param follow regular expressions; a link on the same host whose whole URL matches one is read too
 * @param posts where the posts stand; {@link PostSelectors#NONE} for a feed
 * @param maxBytes largest page that is read, in bytes, after decompression
 * @param timeout longest time for one request, from connecting to the last byte
 * @param maxPages how many URLs are remembered
 */
public record SourceSettings(
        String id,
        SourceType type,
        String url,
        String district,
        String school,
        Duration delay,
        Duration refresh,
        boolean allowLoopback,
        List<String> follow,
        PostSelectors posts,
        int maxBytes,
        Duration timeout,
        int maxPages)
        implements Serializable {
    /** Default of {@code delay}: 5 s. */
    public static final Duration DEFAULT_DELAY = Duration.ofSeconds(5);
    /** Default of {@code refresh}: 5 min. */
    public static final Duration DEFAULT_REFRESH = Duration.ofMinutes(5);
    /** Default of {@code maxBytes}: 2 MiB. */
    public static final int DEFAULT_MAX_BYTES = 2 * 1024 * 1024;
    /** Default of {@code timeout}: 20 s. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);
    /** Default of {@code maxPages}: 20,000. */
    public static final int DEFAULT_MAX_PAGES = 20_000;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
    private static final Duration LEAST_DELAY = Duration.ofSeconds(1);
    private static final Duration LEAST_REFRESH = Duration.ofSeconds(10);

    public SourceSettings {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(district, "district");
        Objects.requireNonNull(school, "school");
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(refresh, "refresh");
        Objects.requireNonNull(posts, "posts");
        Objects.requireNonNull(timeout, "timeout");
        follow = List.copyOf(follow);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a source's id matches " + ID + ", found '" + id + "'");
        }
        if (PageUrl.normalise(url).isEmpty()) {
            throw new IllegalArgumentException("source " + id + ": not an absolute http or https URL: '" + url + "'");
        }
        if (delay.isNegative() || !isPositive(refresh) || !isPositive(timeout) || maxBytes < 1 || maxPages < 1) {
            throw new IllegalArgumentException("source " + id
                    + ": delay is never negative; refresh, timeout, maxBytes and" + " maxPages are positive");
        }
        if ((type == SourceType.SITE) == posts.text().isEmpty()) {
            throw new IllegalArgumentException("source " + id + ": a site needs posts.text, a feed has none");
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    /** Host of the source, by which requests are spaced. */
    public String host() {
        return URI.create(url).getHost();
    }

    /**
     * One entry of {@code sources}.
     *
     * @throws ConfigException naming file, line, key, what was found and what is allowed
     */
    public static SourceSettings from(ConfigNode node) {
        String id = node.string("id").strip();
        if (!ID.matcher(id).matches()) {
            throw node.fault("id", id, "small letters, digits, _ and -, at most 64, a letter or digit in front");
        }
        node.string("type");
        SourceType type = node.choice("type", SourceType.class, SourceType.SITE);
        String given = node.string("url").strip();
        String url = PageUrl.normalise(given)
                .orElseThrow(() -> node.fault("url", given, "an absolute http or https URL without user and password"));
        boolean allowLoopback = node.bool("allowLoopback", false);
        Duration leastDelay = allowLoopback ? Duration.ZERO : LEAST_DELAY;
        Duration leastRefresh = allowLoopback ? Duration.ofMillis(100) : LEAST_REFRESH;
        List<String> follow = node.strings("follow");
        for (String pattern : follow) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw node.fault("follow", pattern, "a regular expression (" + e.getDescription() + ")");
            }
        }
        PostSelectors posts = PostSelectors.NONE;
        if (type == SourceType.SITE) {
            posts = PostSelectors.from(node.section("posts"));
        } else if (node.has("posts") || node.has("follow")) {
            throw node.fault(
                    node.has("posts") ? "posts" : "follow", "a value", "nothing; only a site has it, a feed has none");
        }
        SourceSettings settings = new SourceSettings(
                id,
                type,
                url,
                node.string("district", "").strip(),
                node.string("school", "").strip(),
                between(node, "delay", DEFAULT_DELAY, leastDelay, Duration.ofHours(1)),
                between(node, "refresh", DEFAULT_REFRESH, leastRefresh, Duration.ofDays(7)),
                allowLoopback,
                follow,
                posts,
                node.integer("maxBytes", DEFAULT_MAX_BYTES, 1024, 64 * 1024 * 1024),
                between(node, "timeout", DEFAULT_TIMEOUT, Duration.ofMillis(100), Duration.ofMinutes(2)),
                node.integer("maxPages", DEFAULT_MAX_PAGES, 1, 200_000));
        node.rejectUnknownKeys();
        return settings;
    }

    private static Duration between(ConfigNode node, String key, Duration fallback, Duration least, Duration most) {
        Duration found = node.duration(key, fallback);
        if (found.compareTo(least) < 0 || found.compareTo(most) > 0) {
            throw node.fault(key, node.string(key, ""), least.toMillis() + "ms to " + most.toSeconds() + "s");
        }
        return found;
    }
}
