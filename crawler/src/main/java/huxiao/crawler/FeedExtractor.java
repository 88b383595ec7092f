package huxiao.crawler;

import huxiao.crawler.fetch.FetchResult.Page;
import huxiao.crawler.fetch.PageUrl;
import huxiao.model.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads RSS 0.9 to 2.0 and Atom (RFC 4287). The parser knows no document type definitions, so there is no external entity to
 * resolve, and takes what is not well formed as far as it goes.
 */
final class FeedExtractor implements Extractor {
    private static final Set<String> ENTRIES = Set.of("item", "entry", "atom:entry");
    /** More entries than any feed has; the rest is left. */
    private static final int MOST_ENTRIES = 2_000;

    private final SourcePosts posts;

    FeedExtractor(SourcePosts posts) {
        this.posts = posts;
    }

    @Override
    public Extraction extract(Page page, Instant now) {
        Document feed = Jsoup.parse(page.text(), page.url(), Parser.xmlParser());
        List<Post> found = feed.getAllElements().stream()
                .filter(element -> ENTRIES.contains(element.tagName().toLowerCase(Locale.ROOT)))
                .limit(MOST_ENTRIES)
                .map(entry -> post(page.url(), entry, now))
                .flatMap(Optional::stream)
                .toList();
        return new Extraction(found, List.of());
    }

    private Optional<Post> post(String feedUrl, Element entry, Instant now) {
        String title = html(first(entry, "title", "atom:title"));
        String text = html(
                first(entry, "content:encoded", "content", "atom:content", "description", "summary", "atom:summary"));
        if (title.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        String id = plain(first(entry, "guid", "id", "atom:id"));
        String given = link(entry).orElse(id);
        Optional<String> url = given.isEmpty() ? Optional.empty() : PageUrl.resolve(feedUrl, given);
        Optional<Instant> published = PostTimes.parse(
                plain(first(entry, "pubDate", "published", "atom:published", "dc:date", "updated", "atom:updated")),
                "",
                now);
        return Optional.of(posts.post(
                url.orElse(feedUrl),
                floor(url, given, id, title, published),
                title,
                text,
                author(entry),
                published,
                now));
    }

    /** Empty when the entry has a page of its own; else what the feed itself tells entries apart by. */
    private static String floor(
            Optional<String> url, String given, String id, String title, Optional<Instant> published) {
        if (!id.isEmpty() && !id.equals(given)) {
            return id;
        }
        if (url.isPresent()) {
            int fragment = given.indexOf('#');
            return fragment < 0 ? "" : given.substring(fragment + 1);
        }
        return id.isEmpty() ? title + '\n' + published.map(Instant::toString).orElse("") : id;
    }

    private static Optional<String> link(Element entry) {
        List<Element> links = new ArrayList<>();
        for (Element child : entry.children()) {
            if (named(child, "link") || named(child, "atom:link")) {
                links.add(child);
            }
        }
        for (Element link : links) {
            String rel = link.attr("rel");
            String href = link.hasAttr("href") ? link.attr("href").strip() : plain(Optional.of(link));
            if (!href.isEmpty() && (rel.isEmpty() || rel.equals("alternate"))) {
                return Optional.of(href);
            }
        }
        return Optional.empty();
    }

    private static String author(Element entry) {
        Optional<Element> author = first(entry, "author", "atom:author", "dc:creator");
        Optional<Element> name = author.flatMap(found -> first(found, "name", "atom:name"));
        return plain(name.or(() -> author));
    }

    private static Optional<Element> first(Element parent, String... names) {
        for (String name : names) {
            for (Element child : parent.children()) {
                if (named(child, name) && !child.wholeText().isBlank()) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean named(Element element, String name) {
        return element.tagName().equalsIgnoreCase(name);
    }

    private static String plain(Optional<Element> element) {
        return element.map(found -> PlainText.line(found.wholeText())).orElse("");
    }

    /** The words of an element whose content is markup: escaped, in CDATA, or as elements (Atom's xhtml). */
    private static String html(Optional<Element> element) {
        return element.map(found -> found.attr("type").equals("text")
                        ? PlainText.clean(found.wholeText())
                        : PlainText.of(Jsoup.parseBodyFragment(markup(found)).body()))
                .orElse("");
    }

    private static String markup(Element element) {
        return element.childrenSize() > 0 ? element.html() : element.wholeText();
    }
}
