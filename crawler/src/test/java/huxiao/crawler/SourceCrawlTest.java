package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.fetch.FetchOutcome;
import huxiao.crawler.fetch.TestClock;
import huxiao.crawler.fetch.TestFetchers;
import huxiao.crawler.fetch.TestSite;
import huxiao.model.Post;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceCrawlTest {
    private final TestClock clock = new TestClock();
    private final List<Post> posts = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private TestSite site;
    private Frontier frontier = Frontier.empty();

    @BeforeEach
    void open() throws IOException {
        site = new TestSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private SourceCrawl crawl(SourceSettings source) {
        return new SourceCrawl(source, TestSources.KEYS, TestFetchers.on(clock));
    }

    private SourceCrawl forum() {
        return crawl(TestSources.forum(site.url("/"), "maxBytes: 20000\n"));
    }

    private Visit visit(SourceCrawl crawl) throws InterruptedException {
        Visit visit = crawl.visit(frontier, clock.instant());
        // Through its bytes, as after any restart.
        frontier = Frontier.fromBytes(visit.after().toBytes());
        posts.addAll(visit.posts());
        if (visit.isFailure()) {
            failures.add(visit.url() + " " + visit.outcome().orElseThrow());
        }
        return visit;
    }

    /** Visits all that is due until nothing is, moving the clock for as long. */
    private void crawlFor(SourceCrawl crawl, Duration time) throws InterruptedException {
        Instant end = clock.instant().plus(time);
        while (!crawl.nextDue(frontier).orElseThrow().isAfter(end)) {
            Instant due = crawl.nextDue(frontier).orElseThrow();
            if (due.isAfter(clock.instant())) {
                clock.until(due);
            }
            visit(crawl);
        }
    }

    private void thread(int number, String... floors) {
        StringBuilder html = new StringBuilder("<h1>帖子" + number + "</h1>");
        for (int i = 0; i < floors.length; i++) {
            html.append("<div class=post id=p" + i
                    + "><i class=author>家长</i><i class=time>2026-11-24 09:30</i><div class=message>" + floors[i]
                    + "</div></div>");
        }
        site.html("/thread-" + number + ".html", html.toString());
    }

    private void smallForum() {
        site.html("/", "<a href=/board-1.html>实验小学</a>");
        site.html("/board-1.html", "<a href=/thread-1.html>1</a><a href=/thread-2.html>2</a>");
        thread(1, "一楼", "二楼");
        thread(2, "三楼");
    }

    @Test
    void a_forum_is_read_from_its_start_page_to_every_floor() throws Exception {
        smallForum();
        crawlFor(forum(), Duration.ofMinutes(2));

        assertThat(posts).extracting(Post::text).containsExactlyInAnyOrder("一楼", "二楼", "三楼");
        assertThat(failures).isEmpty();
        assertThat(site.paths()).doesNotHaveDuplicates();
    }

    @Test
    void a_page_read_again_unchanged_gives_no_posts() throws Exception {
        smallForum();
        crawlFor(forum(), Duration.ofHours(3));

        assertThat(site.hits("/thread-1.html")).isGreaterThan(1);
        assertThat(posts).extracting(Post::id).doesNotHaveDuplicates();
    }

    @Test
    void a_new_thread_and_a_new_floor_are_found() throws Exception {
        smallForum();
        crawlFor(forum(), Duration.ofMinutes(2));
        posts.clear();
        site.html("/board-1.html", "<a href=/thread-3.html>3</a><a href=/thread-1.html>1</a>");
        thread(3, "新帖");
        thread(1, "一楼", "二楼", "新楼");
        crawlFor(forum(), Duration.ofHours(1));

        assertThat(posts).extracting(Post::text).contains("新帖", "新楼");
    }

    @Test
    void the_start_page_and_lists_are_read_at_refresh_and_quiet_threads_seldom() throws Exception {
        smallForum();
        crawlFor(forum(), Duration.ofDays(1));

        assertThat(site.hits("/")).isBetween(200L, 290L);
        assertThat(site.hits("/board-1.html")).isBetween(200L, 290L);
        assertThat(site.hits("/thread-1.html")).isBetween(5L, 25L);
    }

    @Test
    void an_unchanged_page_is_asked_for_conditionally() throws Exception {
        site.page("/", exchange -> {
            boolean known = "\"7\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            byte[] body = "<div class=post id=a><div class=message>文</div></div>".getBytes(StandardCharsets.UTF_8);
            TestSite.send(exchange, known ? 304 : 200, "text/html", known ? new byte[0] : body);
        });
        SourceCrawl crawl = forum();
        assertThat(visit(crawl).outcome()).contains(FetchOutcome.FETCHED);
        clock.advance(Duration.ofMinutes(5));

        assertThat(visit(crawl).outcome()).contains(FetchOutcome.NOT_MODIFIED);
        assertThat(posts).hasSize(1);
    }

    @Test
    void bad_pages_are_bounded_and_named_and_the_run_goes_on() throws Exception {
        smallForum();
        StringBuilder board = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            board.append("<a href=/thread-" + i + ".html>" + i + "</a>");
        }
        site.html("/board-1.html", board.toString());
        site.bytes("/thread-3.html", "text/html", new byte[30_000]);
        site.bytes("/thread-4.html", "application/pdf", new byte[] {1});
        site.bytes("/thread-5.html", "text/html", new byte[] {'%', 'P', 'D', 'F', 0, 1});
        site.status("/thread-6.html", 500);
        site.status("/thread-7.html", 302, "Location: /thread-7.html");
        site.html("/thread-8.html", "<div class=post><div class=message>" + "<b><table><p>".repeat(1_400) + "汤");
        site.bytes(
                "/thread-9.html",
                "text/html; charset=utf-8",
                "<div class=post id=g><div class=message>第一实验小学的同学们</div></div>".getBytes(Charset.forName("GBK")));
        crawlFor(forum(), Duration.ofMinutes(3));

        assertThat(posts).extracting(Post::text).contains("一楼", "三楼", "汤", "第一实验小学的同学们");
        assertThat(failures)
                .contains(
                        site.url("/thread-3.html") + " TOO_LARGE",
                        site.url("/thread-4.html") + " NOT_TEXT",
                        site.url("/thread-5.html") + " NOT_TEXT",
                        site.url("/thread-6.html") + " HTTP_ERROR",
                        site.url("/thread-7.html") + " REDIRECT_LOOP");
    }

    @Test
    void quiet_that_a_host_asks_for_is_kept_over_a_restart() throws Exception {
        site.status("/", 429, "Retry-After: 7200");
        visit(forum());
        Instant until = clock.instant().plus(Duration.ofHours(2));
        SourceCrawl restarted = forum();

        assertThat(restarted.nextDue(frontier).orElseThrow()).isEqualTo(until);
        clock.advance(Duration.ofHours(1));
        assertThat(visit(restarted).outcome()).isEmpty();
        assertThat(site.hits("/")).isEqualTo(1);
    }

    @Test
    void a_sitemap_index_leads_to_pages() throws Exception {
        String namespace = " xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'";
        site.bytes(
                "/sitemap.xml",
                "application/xml",
                ("<sitemapindex" + namespace + "><sitemap><loc>" + site.url("/s1.xml")
                                + "</loc></sitemap></sitemapindex>")
                        .getBytes(StandardCharsets.UTF_8));
        site.bytes(
                "/s1.xml",
                "application/xml",
                ("<urlset" + namespace + "><url><loc>" + site.url("/thread-1.html") + "</loc></url></urlset>")
                        .getBytes(StandardCharsets.UTF_8));
        thread(1, "一楼");
        crawlFor(crawl(TestSources.forum(site.url("/sitemap.xml"), "")), Duration.ofMinutes(2));

        assertThat(posts).extracting(Post::text).containsExactly("一楼");
        assertThat(site.paths()).containsExactly("/robots.txt", "/sitemap.xml", "/s1.xml", "/thread-1.html");
    }

    @Test
    void a_feed_is_read_at_refresh() throws Exception {
        site.bytes(
                "/rss.xml",
                "application/rss+xml",
                "<rss><item><link>/1</link><title>一</title></item></rss>".getBytes(StandardCharsets.UTF_8));
        crawlFor(crawl(TestSources.feed(site.url("/rss.xml"))), Duration.ofMinutes(11));

        assertThat(posts).extracting(Post::title).containsExactly("一");
        assertThat(site.hits("/rss.xml")).isEqualTo(3);
    }

    @Test
    void a_page_that_robots_txt_forbids_is_not_asked_for() throws Exception {
        smallForum();
        site.bytes(
                "/robots.txt", "text/plain", "User-agent: *\nDisallow: /thread-2\n".getBytes(StandardCharsets.UTF_8));
        crawlFor(forum(), Duration.ofHours(1));

        assertThat(site.hits("/thread-2.html")).isZero();
        assertThat(failures).containsExactly(site.url("/thread-2.html") + " ROBOTS_FORBID");
    }

    @Test
    void another_start_url_is_taken_up_and_pages_of_a_host_left_are_forgotten() throws Exception {
        smallForum();
        crawlFor(forum(), Duration.ofMinutes(2));
        int known = frontier.size();
        try (TestSite other = new TestSite()) {
            other.html("/", "moved");
            SourceCrawl moved = crawl(TestSources.forum(other.url("/"), ""));
            visit(moved);

            assertThat(known).isEqualTo(4);
            assertThat(frontier.size()).isEqualTo(1);
            assertThat(other.hits("/")).isEqualTo(1);
        }
    }

    @Test
    void a_visit_made_again_from_the_same_frontier_gives_the_same_posts() throws Exception {
        site.html("/", "<div class=post id=a><div class=message>文</div></div>");
        SourceCrawl crawl = forum();
        Visit first = crawl.visit(Frontier.empty(), TestSources.NOW);
        Visit second = crawl.visit(Frontier.empty(), TestSources.NOW);

        assertThat(first.posts()).isEqualTo(second.posts()).hasSize(1);
    }
}
