package huxiao.crawler;

import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.crawler.fetch.PageUrl;
import huxiao.model.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads posts off a web page by the source's selectors, and the links to follow. */
final class SiteExtractor implements Extractor {
    /** More posts than any page has; the rest is left. */
    private static final int MOST_ITEMS = 2_000;

    private final PostSelectors selectors;
    private final FollowRules follow;
    private final SourcePosts posts;

    SiteExtractor(PostSelectors selectors, FollowRules follow, SourcePosts posts) {
        this.selectors = selectors;
        this.follow = follow;
        this.posts = posts;
    }

    @Override
    public Extraction extract(Page page, Instant now) {
        Document document = Jsoup.parse(page.text(), page.url());
        Map<String, Link> links = new LinkedHashMap<>();
        if (!selectors.next().isEmpty()) {
            document.select(selectors.next()).forEach(next -> addNext(links, next));
        }
        for (Element anchor : document.select("a[href]")) {
            target(anchor).filter(follow::fromPage).ifPresent(url -> links.putIfAbsent(url, page(url)));
        }
        links.remove(page.url());
        return new Extraction(posts(page.url(), document, now), List.copyOf(links.values()));
    }

    private void addNext(Map<String, Link> links, Element next) {
        target(next).filter(follow::isSameHost).ifPresent(url -> links.putIfAbsent(url, page(url)));
    }

    private static Optional<String> target(Element anchor) {
        return PageUrl.resolve(anchor.baseUri(), anchor.attr("href"));
    }

    private static Link page(String url) {
        return new Link(url, PageKind.PAGE, Optional.empty());
    }

    private List<Post> posts(String url, Document document, Instant now) {
        if (selectors.item().isEmpty()) {
            return post(url, document, document, "", now).map(List::of).orElse(List.of());
        }
        List<Post> found = new ArrayList<>();
        int position = 0;
        for (Element item : document.select(selectors.item())) {
            position++;
            if (position > MOST_ITEMS) {
                break;
            }
            post(url, document, item, Integer.toString(position), now).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Post> post(String url, Document document, Element item, String position, Instant now) {
        Element own = item;
        if (!selectors.exclude().isEmpty()) {
            own = item.clone();
            own.select(selectors.exclude()).remove();
        }
        String text = FieldSelector.of(selectors.text()).paragraphs(own);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String title = value(selectors.title(), item);
        String floor = firstOf(value(selectors.id(), item), value(selectors.floor(), item), position);
        return Optional.of(posts.post(
                url,
                floor,
                title.isEmpty() ? value(selectors.title(), document) : title,
                text,
                value(selectors.author(), item),
                PostTimes.parse(value(selectors.time(), item), selectors.timeFormat(), now),
                now));
    }

    private static String value(String selector, Element scope) {
        return FieldSelector.of(selector).value(scope);
    }

    private static String firstOf(String... values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
