package huxiao.crawler;

import huxiao.crawler.fetch.FetchLimits;
import huxiao.crawler.fetch.FetchOutcome;
import huxiao.crawler.fetch.FetchResult;
import huxiao.crawler.fetch.FetchResult.Failed;
import huxiao.crawler.fetch.FetchResult.NotModified;
import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.crawler.fetch.Fetcher;
import huxiao.crawler.fetch.PageUrl;
import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The crawl of one source, a step at a time: given what is remembered and the time, a visit reads one page and tells its posts
 * and what to remember from then on. Holds no state of its own, so a visit made again from the same frontier loses nothing.
 */
public final class SourceCrawl {
    private static final Logger LOG = LoggerFactory.getLogger(SourceCrawl.class);

    private final SourceSettings source;
    private final Fetcher fetcher;
    private final FetchLimits limits;
    private final RevisitSchedule schedule;
    private final FollowRules follow;
    private final Extractor posts;
    private final Extractor sitemaps;

    /** A crawl of a source; authors are hashed with {@code keys}. */
    public SourceCrawl(SourceSettings source, AuthorKeys keys, Fetcher fetcher) {
        this.source = source;
        this.fetcher = fetcher;
        String exempt = source.allowLoopback() ? PageUrl.authority(URI.create(source.url())) : "";
        this.limits = new FetchLimits(source.maxBytes(), source.timeout(), source.delay(), exempt);
        this.schedule = new RevisitSchedule(source.refresh());
        this.follow = new FollowRules(source);
        SourcePosts made = new SourcePosts(source, keys);
        this.posts = source.type() == SourceType.FEED
                ? new FeedExtractor(made)
                : new SiteExtractor(source.posts(), follow, made);
        this.sitemaps = new SitemapExtractor(follow);
    }

    /** When the next page is due, a time that has passed if one is due already. */
    public Optional<Instant> nextDue(Frontier frontier) {
        return adopt(frontier, Instant.EPOCH).entries().values().stream()
                .map(FrontierEntry::next)
                .min(Comparator.naturalOrder())
                .map(next -> next.isAfter(frontier.notBefore()) ? next : frontier.notBefore());
    }

    /**
     * Reads the page that is due, if any. A page that cannot be read or understood is a failure in the result, never an exception.
     *
     * @param now the time of the visit: {@code collectedAt} of its posts
     * @throws InterruptedException when the thread is told to end; the frontier given stays valid
     */
    public Visit visit(Frontier frontier, Instant now) throws InterruptedException {
        Frontier adopted = adopt(frontier, now);
        Optional<String> due = adopted.notBefore().isAfter(now) ? Optional.empty() : VisitOrder.pick(adopted, now);
        if (due.isEmpty()) {
            return new Visit(List.of(), adopted, "", Optional.empty(), "", 0);
        }
        String url = due.get();
        FrontierEntry entry = adopted.entries().get(url);
        FetchResult result = fetcher.fetch(url, entry.validators(), limits);
        if (result instanceof Page page) {
            return read(adopted, url, entry, page, now);
        }
        if (result instanceof NotModified) {
            FrontierEntry after = new FrontierEntry(
                    entry.kind(),
                    entry.validators(),
                    entry.contentHash(),
                    schedule.afterReading(entry.kind(), entry.changed(), now),
                    now,
                    entry.changed(),
                    entry.linked(),
                    0);
            return visit(
                    List.of(), with(adopted, url, after, adopted.notBefore()), url, FetchOutcome.NOT_MODIFIED, "", 0);
        }
        return failed(adopted, url, entry, (Failed) result, now);
    }

    private Visit read(Frontier frontier, String url, FrontierEntry entry, Page page, Instant now) {
        Extraction found;
        try {
            found = (isSite() && SitemapExtractor.isSitemap(page) ? sitemaps : posts).extract(page, now);
        } catch (RuntimeException e) {
            // The parsers are others'; a page that breaks one must not end the crawl.
            LOG.warn("source {}: {}: cannot be understood", source.id(), url, e);
            Failed failed = new Failed(FetchOutcome.NOT_TEXT, "cannot be understood: " + e, Optional.empty());
            return failed(frontier, url, entry, failed, now);
        }
        String hash = hash(found.posts());
        boolean changed = !hash.equals(entry.contentHash());
        PageKind kind = kind(entry, found);
        Instant changedAt = changed ? changedAt(entry, found.posts(), now) : entry.changed();
        FrontierEntry after = new FrontierEntry(
                kind,
                page.validators(),
                hash,
                schedule.afterReading(kind, changedAt, now),
                now,
                changedAt,
                entry.linked(),
                0);
        Links links = new Links(with(frontier, url, after, frontier.notBefore()), source.maxPages());
        Frontier grown = links.add(found.links(), now);
        if (links.dropped() > 0) {
            LOG.warn(
                    "source {}: {}: {} links left out, {} URLs are remembered already (maxPages)",
                    source.id(),
                    url,
                    links.dropped(),
                    grown.size());
        }
        LOG.debug(
                "source {}: {}: {} posts, {} links",
                source.id(),
                url,
                found.posts().size(),
                found.links().size());
        return visit(changed ? found.posts() : List.of(), grown, url, FetchOutcome.FETCHED, "", links.dropped());
    }

    private boolean isSite() {
        return source.type() == SourceType.SITE;
    }

    private static PageKind kind(FrontierEntry entry, Extraction found) {
        if (entry.kind() == PageKind.START) {
            return PageKind.START;
        }
        boolean lists = found.posts().isEmpty() && !found.links().isEmpty();
        return lists ? PageKind.LISTING : PageKind.PAGE;
    }

    /** On first sight as old as the page's latest post, later the time when the change was seen. */
    private static Instant changedAt(FrontierEntry entry, List<Post> posts, Instant now) {
        if (!entry.isUnread()) {
            return now;
        }
        return posts.stream()
                .map(Post::publishedAt)
                .max(Comparator.naturalOrder())
                .filter(latest -> latest.isBefore(now))
                .orElse(now);
    }

    private static String hash(List<Post> posts) {
        String[] versions = posts.stream()
                .flatMap(post -> List.of(post.id(), post.version()).stream())
                .toArray(String[]::new);
        return posts.isEmpty() ? "" : PostIds.sha256(versions).substring(0, 16);
    }

    private Visit failed(Frontier frontier, String url, FrontierEntry entry, Failed failed, Instant now) {
        Instant notBefore = failed.notBefore().orElse(frontier.notBefore());
        FrontierEntry after =
                switch (failed.outcome()) {
                    case BACK_OFF, ROBOTS_UNKNOWN -> entry; // not the page's fault; the host is left in peace
                    case ROBOTS_FORBID, FORBIDDEN, LOGIN_REQUIRED, GONE, REFUSED_ADDRESS, REDIRECT_OUTSIDE ->
                        entry.failedUntil(now.plus(RevisitSchedule.FORBIDDEN), now);
                    default -> entry.failedUntil(schedule.afterFailure(entry.kind(), entry.failures() + 1, now), now);
                };
        Visit visit =
                visit(List.of(), with(frontier, url, after, notBefore), url, failed.outcome(), failed.detail(), 0);
        if (visit.isFailure() && failed.outcome() != FetchOutcome.ROBOTS_FORBID) {
            LOG.warn("source {}: {}: {}: {}", source.id(), url, failed.outcome().wireName(), failed.detail());
        } else {
            // What robots.txt forbids is no fault: it is said once and not asked for again before its time.
            LOG.info("source {}: {}: {}, until {}", source.id(), url, failed.detail(), notBefore);
        }
        return visit;
    }

    private static Visit visit(
            List<Post> posts, Frontier after, String url, FetchOutcome outcome, String detail, int dropped) {
        return new Visit(posts, after, url, Optional.of(outcome), detail, dropped);
    }

    private static Frontier with(Frontier frontier, String url, FrontierEntry entry, Instant notBefore) {
        Map<String, FrontierEntry> entries = new LinkedHashMap<>(frontier.entries());
        entries.put(url, entry);
        return new Frontier(entries, notBefore, frontier.visits() + 1);
    }

    /** The frontier as the settings want it now: the source's own URL in it, and nothing of a host that it has left. */
    private Frontier adopt(Frontier frontier, Instant now) {
        boolean fits =
                frontier.entries().entrySet().stream().allMatch(entry -> belongs(entry.getKey(), entry.getValue()));
        if (fits && frontier.entries().containsKey(source.url())) {
            return frontier;
        }
        Map<String, FrontierEntry> entries = new LinkedHashMap<>();
        frontier.entries().forEach((url, entry) -> {
            if (belongs(url, entry)) {
                entries.put(url, entry);
            }
        });
        entries.putIfAbsent(source.url(), FrontierEntry.found(PageKind.START, now));
        return new Frontier(entries, frontier.notBefore(), frontier.visits());
    }

    private boolean belongs(String url, FrontierEntry entry) {
        return (entry.kind() == PageKind.START) == url.equals(source.url()) && follow.isSameHost(url);
    }
}
