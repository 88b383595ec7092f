package huxiao.crawler;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.crawler.fetch.PageUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a sitemap or an index of sitemaps (sitemaps.org) into links, the latest changed first. */
final class SitemapExtractor implements Extractor {
    private static final Logger LOG = LoggerFactory.getLogger(SitemapExtractor.class);
    private static final Pattern ROOT = Pattern.compile("<(?:\\w+:)?(?:urlset|sitemapindex)[\\s>]");
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]{0,200}\\?>");
    private static final int ROOT_SEARCHED = 2_048;

    private final FollowRules follow;

    SitemapExtractor(FollowRules follow) {
        this.follow = follow;
    }

    /** Whether a page is a sitemap, by its root element. */
    static boolean isSitemap(Page page) {
        String start = page.text().substring(0, Math.min(page.text().length(), ROOT_SEARCHED));
        return ROOT.matcher(start).find();
    }

    @Override
    public Extraction extract(Page page, Instant now) {
        // The text is decoded already; what its declaration says of the charset is true no longer.
        byte[] bytes = DECLARATION.matcher(page.text()).replaceFirst("").getBytes(StandardCharsets.UTF_8);
        try {
            URL url = URI.create(page.url()).toURL();
            return new Extraction(List.of(), links(new SiteMapParser(false).parseSiteMap("text/xml", bytes, url)));
        } catch (UnknownFormatException | IOException e) {
            LOG.warn("{}: not a sitemap: {}", page.url(), e.getMessage());
            return new Extraction(List.of(), List.of());
        }
    }

    private List<Link> links(AbstractSiteMap parsed) {
        List<Link> links = new ArrayList<>();
        if (parsed instanceof SiteMapIndex index) {
            for (AbstractSiteMap child : index.getSitemaps()) {
                add(links, child.getUrl(), child.getLastModified(), PageKind.LISTING);
            }
        } else if (parsed instanceof SiteMap map) {
            for (SiteMapURL entry : map.getSiteMapUrls()) {
                add(links, entry.getUrl(), entry.getLastModified(), PageKind.PAGE);
            }
        }
        links.sort(Comparator.comparing((Link link) -> link.changed().orElse(Instant.EPOCH))
                .reversed());
        return links;
    }

    private void add(List<Link> links, URL url, Date changed, PageKind kind) {
        if (url == null) {
            return;
        }
        PageUrl.normalise(url.toString())
                .filter(found -> kind == PageKind.LISTING ? follow.isSameHost(found) : follow.fromSitemap(found))
                .ifPresent(found -> links.add(
                        new Link(found, kind, Optional.ofNullable(changed).map(Date::toInstant))));
    }
}
