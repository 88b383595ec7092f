package huxiao.server.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The newspaper 沧澜晚报: front page, sections, articles, and a sitemap index over one sitemap a month (sitemaps.org
 * protocol 0.9). Paths: {@code /}, {@code /local/}, {@code /local/index_2.html}, {@code /2026-11/D001.html},
 * {@code /sitemap.xml}, {@code /sitemap-2026-11.xml}.
 */
final class NewsSite implements DemoSite {
    static final int ARTICLES_PER_PAGE = 25;

    private static final int FRONT_PAGE_ARTICLES = 15;
    private static final int RELATED_ARTICLES = 3;
    private static final String SITEMAP_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XML = "application/xml; charset=utf-8";
    private static final Pattern SECTION = Pattern.compile("/([a-z]+)/(?:index_(\\d{1,4})\\.html)?");
    private static final Pattern SITEMAP = Pattern.compile("/sitemap-(\\d{4}-\\d{2})\\.xml");

    private final List<DemoPost> articles;
    private final Instant epoch;
    private final String baseUrl;
    private final DemoTemplates templates;
    private final Noise noise;

    NewsSite(List<DemoPost> posts, Instant epoch, int port, DemoTemplates templates, Noise noise) {
        this.articles = posts.stream()
                .filter(post -> post.site().equals(DemoPost.NEWS))
                .sorted(Comparator.comparing((DemoPost post) -> post.publishedAt(epoch))
                        .reversed()
                        .thenComparing(DemoPost::k))
                .toList();
        this.epoch = epoch;
        this.baseUrl = DemoHost.NEWS.baseUrl(port);
        this.templates = templates;
        this.noise = noise;
    }

    @Override
    public String robotsExtra() {
        return "Sitemap: " + baseUrl + "/sitemap.xml";
    }

    @Override
    public Optional<Page> page(String path, Instant now) {
        List<DemoPost> visible =
                articles.stream().filter(post -> post.isVisible(epoch, now)).toList();
        if (path.equals("/")) {
            return Optional.of(front(visible));
        }
        if (path.equals("/sitemap.xml")) {
            return Optional.of(sitemapIndex(visible));
        }
        Matcher sitemap = SITEMAP.matcher(path);
        if (sitemap.matches()) {
            return Optional.ofNullable(byMonth(visible).get(sitemap.group(1))).map(this::sitemap);
        }
        Matcher section = SECTION.matcher(path);
        if (section.matches()) {
            int number = section.group(2) == null ? 1 : Integer.parseInt(section.group(2));
            return section(section.group(1)).flatMap(found -> section(found, number, visible));
        }
        return visible.stream()
                .filter(post -> path(post).equals(path))
                .findFirst()
                .map(post -> article(post, visible));
    }

    private Page front(List<DemoPost> visible) {
        Map<String, Object> model = frame("沧澜晚报");
        model.put(
                "articles",
                visible.stream().limit(FRONT_PAGE_ARTICLES).map(this::entry).toList());
        return html("news-front", model, newest(visible));
    }

    private Optional<Page> section(NewsSection section, int number, List<DemoPost> visible) {
        List<DemoPost> own = visible.stream()
                .filter(post -> post.board().equals(section.title()))
                .toList();
        return Paging.leaf(own, number, ARTICLES_PER_PAGE, n -> sectionPath(section, n))
                .map(leaf -> {
                    Map<String, Object> model = frame(section.title() + " - 沧澜晚报");
                    model.put("section", section.title());
                    model.put("paging", leaf);
                    model.put("articles", leaf.items().stream().map(this::entry).toList());
                    return html("news-section", model, newest(own));
                });
    }

    private Page article(DemoPost post, List<DemoPost> visible) {
        Instant published = post.publishedAt(epoch);
        Map<String, Object> model = frame(post.title() + " - 沧澜晚报");
        model.put("title", post.title());
        model.put("section", post.board());
        model.put("author", post.author());
        model.put("datetime", LocalTimes.rfc3339(published));
        model.put("posted", LocalTimes.plain(published));
        model.put("paragraphs", post.text().lines().toList());
        model.put("advert", noise.advert(post.k().hashCode()));
        model.put(
                "printPath",
                post.k().endsWith("00") ? "/" + LocalTimes.month(published) + "/print/" + post.k() + ".html" : "");
        model.put(
                "related",
                visible.stream()
                        .filter(other -> other.board().equals(post.board())
                                && other.publishedAt(epoch).isBefore(published))
                        .limit(RELATED_ARTICLES)
                        .map(this::entry)
                        .toList());
        return html("news-article", model, published);
    }

    private Page sitemapIndex(List<DemoPost> visible) {
        String text = XmlText.document(xml -> {
            xml.writeStartElement("sitemapindex");
            xml.writeDefaultNamespace(SITEMAP_NAMESPACE);
            for (Map.Entry<String, List<DemoPost>> month : byMonth(visible).entrySet()) {
                xml.writeStartElement("sitemap");
                XmlText.element(xml, "loc", baseUrl + "/sitemap-" + month.getKey() + ".xml");
                XmlText.element(xml, "lastmod", LocalTimes.rfc3339(newest(month.getValue())));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
        return Page.of(XML, text, newest(visible));
    }

    private Page sitemap(List<DemoPost> month) {
        String text = XmlText.document(xml -> {
            xml.writeStartElement("urlset");
            xml.writeDefaultNamespace(SITEMAP_NAMESPACE);
            for (DemoPost post : month) {
                xml.writeStartElement("url");
                XmlText.element(xml, "loc", baseUrl + path(post));
                XmlText.element(xml, "lastmod", LocalTimes.rfc3339(post.publishedAt(epoch)));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
        return Page.of(XML, text, newest(month));
    }

    private Map<String, List<DemoPost>> byMonth(List<DemoPost> visible) {
        return visible.stream()
                .collect(Collectors.groupingBy(
                        post -> LocalTimes.month(post.publishedAt(epoch)),
                        () -> new TreeMap<String, List<DemoPost>>(Comparator.reverseOrder()),
                        Collectors.toList()));
    }

    private Instant newest(List<DemoPost> among) {
        return among.isEmpty() ? epoch : among.get(0).publishedAt(epoch);
    }

    private String path(DemoPost post) {
        return "/" + LocalTimes.month(post.publishedAt(epoch)) + "/" + post.k() + ".html";
    }

    private Entry entry(DemoPost post) {
        return new Entry(post.title(), path(post), LocalTimes.plain(post.publishedAt(epoch)));
    }

    private Map<String, Object> frame(String pageTitle) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("pageTitle", pageTitle);
        Map<String, String> sections = new LinkedHashMap<>();
        for (NewsSection section : NewsSection.values()) {
            sections.put(section.title(), sectionPath(section, 1));
        }
        model.put("sections", sections);
        return model;
    }

    private Page html(String template, Map<String, Object> model, Instant lastModified) {
        return Page.of("text/html; charset=utf-8", templates.render(template, model), lastModified);
    }

    private static Optional<NewsSection> section(String slug) {
        for (NewsSection section : NewsSection.values()) {
            if (section.slug().equals(slug)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    private static String sectionPath(NewsSection section, int number) {
        return "/" + section.slug() + "/" + (number == 1 ? "" : "index_" + number + ".html");
    }

    /** An article in a list. */
    record Entry(String title, String href, String posted) {}
}
