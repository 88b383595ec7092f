package huxiao.server.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The micro-blog 沧澜微播: an RSS 2.0 feed of everything, a home page and a page for each post. Paths: {@code /},
 * {@code /rss.xml}, {@code /s/D036.html}.
 */
final class FeedSite implements DemoSite {
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

    private final List<DemoPost> posts;
    private final Instant epoch;
    private final String baseUrl;
    private final DemoTemplates templates;

    FeedSite(List<DemoPost> all, Instant epoch, int port, DemoTemplates templates) {
        this.posts = all.stream()
                .filter(post -> post.site().equals(DemoPost.FEED))
                .sorted(Comparator.comparing((DemoPost post) -> post.publishedAt(epoch))
                        .reversed()
                        .thenComparing(DemoPost::k))
                .toList();
        this.epoch = epoch;
        this.baseUrl = DemoHost.FEED.baseUrl(port);
        this.templates = templates;
    }

    @Override
    public Optional<Page> page(String path, Instant now) {
        List<DemoPost> visible =
                posts.stream().filter(post -> post.isVisible(epoch, now)).toList();
        Instant newest = visible.isEmpty() ? epoch : visible.get(0).publishedAt(epoch);
        if (path.equals("/rss.xml")) {
            return Optional.of(Page.of("application/rss+xml; charset=utf-8", rss(visible, newest), newest));
        }
        if (path.equals("/")) {
            return Optional.of(html("feed-posts", visible, newest));
        }
        return visible.stream()
                .filter(post -> path(post).equals(path))
                .findFirst()
                .map(post -> html("feed-posts", List.of(post), post.publishedAt(epoch)));
    }

    private String rss(List<DemoPost> visible, Instant newest) {
        return XmlText.document(xml -> {
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace("dc", DUBLIN_CORE);
            xml.writeStartElement("channel");
            XmlText.element(xml, "title", "沧澜微播");
            XmlText.element(xml, "link", baseUrl + "/");
            XmlText.element(xml, "description", "街头巷尾，一句话的事");
            XmlText.element(xml, "language", "zh-cn");
            XmlText.element(xml, "lastBuildDate", LocalTimes.rfc1123(newest));
            for (DemoPost post : visible) {
                item(xml, post);
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private void item(XMLStreamWriter xml, DemoPost post) throws XMLStreamException {
        xml.writeStartElement("item");
        if (!post.title().isEmpty()) {
            XmlText.element(xml, "title", post.title());
        }
        XmlText.element(xml, "link", baseUrl + path(post));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters("weibo-" + post.k());
        xml.writeEndElement();
        xml.writeStartElement("dc", "creator", DUBLIN_CORE);
        xml.writeCharacters(post.author());
        xml.writeEndElement();
        XmlText.element(xml, "pubDate", LocalTimes.rfc1123(post.publishedAt(epoch)));
        // RSS descriptions are HTML inside XML, hence escaped twice.
        XmlText.element(xml, "description", templates.render("feed-description", Map.of("lines", lines(post))));
        xml.writeEndElement();
    }

    private Page html(String template, List<DemoPost> shown, Instant lastModified) {
        List<Entry> entries = shown.stream()
                .map(post -> new Entry(
                        post.title(),
                        post.author(),
                        path(post),
                        LocalTimes.plain(post.publishedAt(epoch)),
                        lines(post)))
                .toList();
        return Page.of(
                "text/html; charset=utf-8", templates.render(template, Map.of("entries", entries)), lastModified);
    }

    private static List<String> lines(DemoPost post) {
        return post.text().lines().toList();
    }

    private static String path(DemoPost post) {
        return "/s/" + post.k() + ".html";
    }

    /** A post as the pages show it; {@code title} may be empty. */
    record Entry(String title, String author, String href, String posted, List<String> lines) {}
}
