package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCityTest {
    private static final Instant EPOCH = Instant.parse("2026-11-24T08:30:00Z");
    private static final Path CONFIG = DemoTruth.CONFIG;

    @TempDir
    private Path data;

    private final MovableClock clock = new MovableClock(EPOCH);
    private final Browser browser = new Browser();
    private DemoCity city;

    @BeforeEach
    void start() {
        city = DemoCity.start(CONFIG, data, 0, clock);
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void every_post_is_found_once_from_the_start_pages_and_nothing_forbidden_is_asked_for() throws Exception {
        clock.advance(Duration.ofHours(1));

        Map<String, Document> pages =
                browser.wander(starts(), url -> url.startsWith("http://127.0.0.") && !isForbidden(url));

        List<String> found = pages.values().stream()
                .flatMap(page -> page.select("article.post[id]").eachAttr("id").stream())
                .map(id -> id.substring("pid-".length()))
                .toList();
        List<DemoPost> posts = DemoPosts.read(CONFIG.resolve("posts.jsonl"));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(posts.stream()
                        .filter(post -> post.site().equals(DemoPost.FORUM))
                        .map(DemoPost::k)
                        .toList());
        Set<String> paths = new HashSet<>();
        pages.keySet().forEach(url -> paths.add(URI.create(url).getPath()));
        for (DemoPost post : posts) {
            if (!post.site().equals(DemoPost.FORUM)) {
                assertThat(paths).anyMatch(path -> path.endsWith("/" + post.k() + ".html"));
            }
        }
        assertThat(pages.values()).noneMatch(page -> page.html().contains(ForbiddenPages.CANARY));
        assertThat(city.requestCounts().forbidden()).isZero();
        assertThat(city.requestCounts().notFound()).isZero();
        assertThat(city.requestCounts().total()).as("few requests").isLessThan(900);
    }

    @ParameterizedTest
    @CsvSource({"/private/x.html", "/member/login", "/search?q=刀", "/parents/print/1001.html"})
    void a_forbidden_page_is_counted_and_holds_the_canary(String path) throws Exception {
        HttpResponse<byte[]> page = browser.get(url(DemoHost.FORUM, path.replace("刀", "%E5%88%80")));

        assertThat(text(page)).contains(ForbiddenPages.CANARY);
        assertThat(city.requestCounts().forbidden()).isEqualTo(1);
    }

    @Test
    void robots_of_every_host_forbids_what_pages_link_to() throws Exception {
        for (DemoHost host : DemoHost.values()) {
            HttpResponse<byte[]> robots = browser.get(url(host, "/robots.txt"));
            assertThat(text(robots)).contains("User-agent: *", "Disallow: /private/", "Disallow: /search");
            assertThat(robots.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        }
        assertThat(text(browser.get(url(DemoHost.NEWS, "/robots.txt"))))
                .contains("Sitemap: " + url(DemoHost.NEWS, "/sitemap.xml"));
        assertThat(browser.open(url(DemoHost.FORUM, "/parents/")).select("a[href^=/private/]"))
                .isNotEmpty();
    }

    @Test
    void a_gbk_board_says_so_in_the_header_alone() throws Exception {
        HttpResponse<byte[]> page = browser.get(url(DemoHost.DISTRICTS, "/coast/"));

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=gbk");
        assertThat(new String(page.body(), Charset.forName("GBK")))
                .contains("新港海边")
                .doesNotContain("<meta charset");
    }

    @Test
    void a_gbk_board_says_so_in_a_meta_tag_alone() throws Exception {
        HttpResponse<byte[]> page = browser.get(url(DemoHost.COUNTY, "/counties/"));

        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(new String(page.body(), Charset.forName("GBK"))).contains("县乡风情", "<meta charset=\"gbk\">");
    }

    @Test
    void what_gbk_lacks_survives_as_a_character_reference() {
        Page page = Page.html(ForumBoard.Encoding.GBK_BY_META, "<p>笑哭😂</p>", EPOCH);

        assertThat(new String(page.body(), Charset.forName("GBK"))).isEqualTo("<p>笑哭&#128514;</p>");
    }

    @Test
    void texts_of_a_gbk_board_come_through_whole() throws Exception {
        Map<String, Document> pages = browser.wander(
                List.of(url(DemoHost.COUNTY, "/counties/")), url -> url.contains("/counties/") && !isForbidden(url));

        for (DemoPost post : DemoPosts.read(CONFIG.resolve("posts.jsonl"))) {
            if (post.board().equals("县乡风情")) {
                Element body = pages.values().stream()
                        .map(page -> page.selectFirst("#pid-" + post.k() + " .post-body"))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElseThrow();
                assertThat(body.text()).isEqualTo(post.text().replaceAll("\\s+", " "));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FORUM,/parents/", "FORUM,/", "NEWS,/sitemap.xml", "NEWS,/", "FEED,/rss.xml", "CAMPUS,/robots.txt"})
    void an_unchanged_page_is_answered_304(DemoHost host, String path) throws Exception {
        HttpResponse<byte[]> first = browser.get(url(host, path));
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(browser.get(url(host, path), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(browser.get(url(host, path), "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
        assertThat(browser.get(url(host, path), "If-None-Match", "\"other\"", "If-Modified-Since", modified)
                        .statusCode())
                .isEqualTo(200);
        assertThat(city.requestCounts().notModified()).isEqualTo(2);
    }

    @Test
    void a_live_post_appears_when_its_second_has_come() throws Exception {
        DemoPost live = DemoPosts.read(CONFIG.resolve("posts.jsonl")).stream()
                .filter(post -> post.k().equals("L03"))
                .findFirst()
                .orElseThrow();
        String board = url(DemoHost.FORUM, "/parents/");
        HttpResponse<byte[]> before = browser.get(board);

        clock.advance(Duration.ofSeconds(live.live() - 1));
        assertThat(text(browser.get(board))).doesNotContain(live.title());

        clock.advance(Duration.ofSeconds(1));
        HttpResponse<byte[]> after = browser.get(
                board, "If-None-Match", before.headers().firstValue("ETag").orElseThrow());
        assertThat(after.statusCode()).isEqualTo(200);
        Element link = browser.open(board).selectFirst("a.subject");
        assertThat(link.text()).isEqualTo(live.title());
        Document thread = browser.open(link.absUrl("href"));
        assertThat(thread.select("#pid-L03 .post-body").text()).isEqualTo(live.text());
        assertThat(thread.select("#pid-L03 .posted").text()).isEqualTo("2026-11-24 16:30:15");
    }

    @Test
    void a_live_reply_changes_its_thread_and_the_list() throws Exception {
        clock.advance(Duration.ofSeconds(100));
        String board = url(DemoHost.FORUM, "/townspeople/");
        String thread = subject(browser.open(board), "求个靠谱的磨刀师傅");
        HttpResponse<byte[]> before = browser.get(thread);

        clock.advance(Duration.ofSeconds(200));

        String modified = before.headers().firstValue("Last-Modified").orElseThrow();
        HttpResponse<byte[]> after = browser.get(thread, "If-Modified-Since", modified);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(text(after)).contains("pid-L15");
    }

    @Test
    void the_feed_tells_posts_authors_and_times() throws Exception {
        Document feed = browser.open(url(DemoHost.FEED, "/rss.xml"));
        Element item = feed.select("item").stream()
                .filter(found -> found.select("guid").text().equals("weibo-D036"))
                .findFirst()
                .orElseThrow();

        assertThat(item.select("title").text()).isEqualTo("演习！演习！");
        assertThat(item.getElementsByTag("dc:creator").text()).isEqualTo("沧澜微播");
        assertThat(item.select("pubDate").text()).isEqualTo("Wed, 14 Oct 2026 14:02:00 +0800");
        assertThat(item.select("description").text()).startsWith("<p>刚才交校上空冒黄烟");
        assertThat(feed.select("item").size()).isEqualTo(100);
    }

    @Test
    void an_article_carries_headline_time_and_paragraphs() throws Exception {
        Document article = browser.open(url(DemoHost.NEWS, "/2026-11/D001.html"));

        assertThat(article.select(".headline").text()).isEqualTo("警报响起，三千师生五分钟撤到操场");
        assertThat(article.select("time").attr("datetime")).isEqualTo("2026-11-09T11:42:00+08:00");
        assertThat(article.select(".article-body p")).hasSize(3);
    }

    @Test
    void sitemaps_tell_when_articles_changed() throws Exception {
        Elements months = browser.open(url(DemoHost.NEWS, "/sitemap.xml")).select("sitemap");

        assertThat(months)
                .hasSizeGreaterThan(1)
                .allMatch(month -> !month.select("lastmod").text().isEmpty());
        assertThat(browser.open(months.get(0).select("loc").text()).select("url > lastmod"))
                .isNotEmpty();
    }

    @Test
    void what_people_write_cannot_become_markup(@TempDir Path config) throws Exception {
        Files.copy(CONFIG.resolve("sources.yaml"), config.resolve("sources.yaml"));
        String hostile = "<script>alert(1)</script>&amp;\\\"'>";
        Files.writeString(
                config.resolve("posts.jsonl"),
                String.join(
                        "\n",
                        "{\"k\":\"X1\",\"site\":\"forum\",\"board\":\"家长圈\",\"thread\":\"t\",\"title\":\"T\",\"author\":\"T\",\"day\":1,\"time\":\"08:00\",\"text\":\"T\"}"
                                .replace("T", hostile),
                        "{\"k\":\"X2\",\"site\":\"feed\",\"board\":\"微播\",\"thread\":\"\",\"title\":\"T\",\"author\":\"T\",\"day\":1,\"time\":\"08:00\",\"text\":\"T\"}"
                                .replace("T", hostile)));
        try (DemoCity hostileCity = DemoCity.start(config, config.resolve("data"), 0, clock)) {
            String shown = hostile.replace("\\\"", "\"");
            Document thread = browser.open(DemoHost.FORUM.baseUrl(hostileCity.port()) + "/parents/1001.html");
            assertThat(thread.select("script")).isEmpty();
            assertThat(thread.select(".post-body").text()).isEqualTo(shown);
            assertThat(thread.select("h1").text()).isEqualTo(shown);
            Document feed = browser.open(DemoHost.FEED.baseUrl(hostileCity.port()) + "/rss.xml");
            assertThat(feed.select("item > title").text()).isEqualTo(shown);
            assertThat(Jsoup.parse(feed.select("item > description").text()).text())
                    .isEqualTo(shown);
        }
    }

    @Test
    void a_second_start_has_the_same_port_epoch_and_pages() throws Exception {
        int port = city.port();
        clock.advance(Duration.ofSeconds(20));
        String before = text(browser.get(url(DemoHost.FORUM, "/parents/")));
        city.close();
        clock.advance(Duration.ofSeconds(3));

        city = DemoCity.start(CONFIG, data, DemoCity.DEFAULT_PORT, clock);

        assertThat(city.port()).isEqualTo(port);
        assertThat(city.epoch()).isEqualTo(EPOCH);
        assertThat(text(browser.get(url(DemoHost.FORUM, "/parents/")))).isEqualTo(before);
        assertThat(Files.readString(data.resolve("demo-epoch"))).isEqualTo("2026-11-24T16:30:00+08:00\n");
    }

    @Test
    void a_folder_whose_port_is_taken_is_refused() {
        assertThatThrownBy(() -> DemoCity.start(CONFIG, data, 0, clock))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("port " + city.port())
                .hasMessageContaining("demo-port");
    }

    @Test
    void a_new_folder_takes_a_free_port_when_the_wanted_one_is_taken(@TempDir Path other) {
        try (DemoCity second = DemoCity.start(CONFIG, other, city.port(), clock)) {
            assertThat(second.port()).isNotEqualTo(city.port());
        }
    }

    @Test
    void an_epoch_that_is_no_time_is_refused(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("demo-epoch"), "yesterday\n");

        assertThatThrownBy(() -> DemoCity.start(CONFIG, other, 0, Clock.systemUTC()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("demo-epoch:1: found 'yesterday'");
    }

    @Test
    void a_template_that_names_no_host_is_refused(@TempDir Path config) throws IOException {
        Files.copy(CONFIG.resolve("posts.jsonl"), config.resolve("posts.jsonl"));
        Files.writeString(config.resolve("sources.yaml"), "contact: x\nurl: ${nowhere}\n");

        assertThatThrownBy(() -> DemoCity.start(config, config.resolve("data"), 0, clock))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sources.yaml:2: found '${nowhere}', allowed: ${forum}");
    }

    @Test
    void a_post_is_refused_with_what_is_allowed() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url(DemoHost.FORUM, "/member/login")))
                                .POST(HttpRequest.BodyPublishers.ofString("x"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    private List<String> starts() {
        return ConfigNode.read(city.sourcesFile()).sections("sources").stream()
                .map(source -> source.string("url"))
                .toList();
    }

    private static boolean isForbidden(String url) {
        return ForbiddenPages.contains(URI.create(url).getPath());
    }

    private static String subject(Document board, String title) {
        return board.select("a.subject").stream()
                .filter(link -> link.text().equals(title))
                .findFirst()
                .orElseThrow()
                .absUrl("href");
    }

    private String url(DemoHost host, String path) {
        return host.baseUrl(city.port()) + path;
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
