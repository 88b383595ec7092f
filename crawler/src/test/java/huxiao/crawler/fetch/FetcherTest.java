package huxiao.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.fetch.FetchResult.Failed;
import huxiao.crawler.fetch.FetchResult.NotModified;
import huxiao.crawler.fetch.FetchResult.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetcherTest {
    private static final Duration DELAY = Duration.ofSeconds(5);

    private final TestClock clock = new TestClock();
    private final Fetcher fetcher = TestFetchers.on(clock);
    private TestSite site;

    @BeforeEach
    void open() throws IOException {
        site = new TestSite();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private FetchResult fetch(String path) throws InterruptedException {
        return fetch(path, Validators.NONE, Duration.ofSeconds(20));
    }

    private FetchResult fetch(String path, Validators validators, Duration timeout) throws InterruptedException {
        return fetcher.fetch(site.url(path), validators, new FetchLimits(100_000, timeout, DELAY, site.authority()));
    }

    private Failed failure(String path) throws InterruptedException {
        return (Failed) fetch(path);
    }

    private String text(String path) throws InterruptedException {
        return ((Page) fetch(path)).text();
    }

    @Test
    void a_page_comes_with_its_text_and_validators() throws Exception {
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Tue, 24 Nov 2026 01:00:00 GMT");
            TestSite.send(exchange, 200, "text/html", "<p>实验小学".getBytes(StandardCharsets.UTF_8));
        });

        Page page = (Page) fetch("/a");

        assertThat(page.text()).isEqualTo("<p>实验小学");
        assertThat(page.validators()).isEqualTo(new Validators("\"v1\"", "Tue, 24 Nov 2026 01:00:00 GMT"));
        assertThat(site.lastHeader("/a", "User-Agent")).contains("huxiao/test");
        assertThat(site.lastHeader("/a", "Cookie")).isEmpty();
    }

    @Test
    void an_unchanged_page_is_asked_for_by_its_validators() throws Exception {
        site.page(
                "/a",
                exchange -> exchange.sendResponseHeaders(
                        "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 500, -1));

        assertThat(fetch("/a", new Validators("\"v1\"", ""), DELAY)).isInstanceOf(NotModified.class);
    }

    @Test
    void a_cookie_given_is_never_sent_back() throws Exception {
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/");
            TestSite.send(exchange, 200, "text/html", "a".getBytes(StandardCharsets.UTF_8));
        });
        fetch("/a");
        fetch("/a");

        assertThat(site.hits("/a")).isEqualTo(2);
        assertThat(site.lastHeader("/a", "Cookie")).isEmpty();
    }

    @Test
    void what_robots_txt_forbids_is_never_asked_for() throws Exception {
        site.bytes(
                "/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.UTF_8));
        site.html("/private/a", "secret").html("/a", "public");

        assertThat(failure("/private/a").outcome()).isEqualTo(FetchOutcome.ROBOTS_FORBID);
        assertThat(text("/a")).isEqualTo("public");
        assertThat(site.paths()).containsExactly("/robots.txt", "/a");
    }

    @Test
    void a_redirect_is_checked_against_robots_txt_again() throws Exception {
        site.bytes(
                "/robots.txt", "text/plain", "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.UTF_8));
        site.status("/a", 302, "Location: /private/a").html("/private/a", "secret");

        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.ROBOTS_FORBID);
        assertThat(site.hits("/private/a")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "404, FETCHED",
        "410, FETCHED",
        "400, FETCHED",
        "451, FETCHED",
        "401, ROBOTS_FORBID",
        "403, ROBOTS_FORBID",
        "429, ROBOTS_UNKNOWN",
        "500, ROBOTS_UNKNOWN",
        "503, ROBOTS_UNKNOWN"
    })
    void the_status_of_robots_txt_decides(int status, FetchOutcome expected) throws Exception {
        site.status("/robots.txt", status).html("/a", "a");

        FetchResult result = fetch("/a");

        assertThat(result instanceof Failed failed ? failed.outcome() : FetchOutcome.FETCHED)
                .isEqualTo(expected);
        assertThat(site.hits("/a")).isEqualTo(expected == FetchOutcome.FETCHED ? 1 : 0);
    }

    @Test
    void robots_txt_that_failed_is_asked_for_again_later_and_then_obeyed() throws Exception {
        site.status("/robots.txt", 500).html("/a", "a");
        Failed failed = failure("/a");
        assertThat(failed.notBefore()).contains(clock.instant().plus(Duration.ofMinutes(1)));

        site.bytes("/robots.txt", "text/plain", "User-agent: huxiao\nAllow: /\n".getBytes(StandardCharsets.UTF_8));
        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.ROBOTS_UNKNOWN);
        clock.advance(Duration.ofMinutes(1));
        assertThat(text("/a")).isEqualTo("a");
        assertThat(site.hits("/robots.txt")).isEqualTo(2);
    }

    @Test
    void robots_txt_is_kept_for_a_day() throws Exception {
        site.html("/a", "a");
        fetch("/a");
        clock.advance(Duration.ofHours(23));
        fetch("/a");
        assertThat(site.hits("/robots.txt")).isEqualTo(1);

        clock.advance(Duration.ofHours(1));
        fetch("/a");
        assertThat(site.hits("/robots.txt")).isEqualTo(2);
    }

    @Test
    void robots_txt_is_followed_over_five_redirects_and_no_further() throws Exception {
        for (int i = 0; i < 5; i++) {
            site.status(i == 0 ? "/robots.txt" : "/r" + i, 301, "Location: /r" + (i + 1));
        }
        site.bytes("/r5", "text/plain", "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8));
        site.html("/a", "a");
        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.ROBOTS_FORBID);

        clock.advance(Duration.ofDays(1));
        site.status("/r5", 301, "Location: /r6");
        assertThat(text("/a")).isEqualTo("a");
    }

    @Test
    void only_the_first_500_kib_of_robots_txt_count() throws Exception {
        String filler = "#".repeat(RobotsRules.LONGEST - 100) + "\n";
        site.bytes(
                "/robots.txt",
                "text/plain",
                ("User-agent: *\nDisallow: /b\n" + filler + "#".repeat(200) + "\nDisallow: /a\n")
                        .getBytes(StandardCharsets.UTF_8));
        site.html("/a", "a").html("/b", "b");

        assertThat(failure("/b").outcome()).isEqualTo(FetchOutcome.ROBOTS_FORBID);
        assertThat(text("/a")).isEqualTo("a");
    }

    @Test
    void a_longer_crawl_delay_wins_over_ours() throws Exception {
        site.bytes("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 12\n".getBytes(StandardCharsets.UTF_8));
        site.html("/a", "a");
        fetch("/a");
        fetch("/a");

        assertThat(clock.waited()).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void requests_to_a_host_are_spaced() throws Exception {
        site.html("/a", "a").html("/b", "b");
        fetch("/a");
        fetch("/b");

        assertThat(site.paths()).containsExactly("/robots.txt", "/a", "/b");
        assertThat(clock.waited()).isEqualTo(DELAY.multipliedBy(2));
    }

    @Test
    void retry_after_closes_the_host_for_that_long() throws Exception {
        site.status("/a", 429, "Retry-After: 3600").html("/b", "b");
        Instant until = clock.instant().plus(Duration.ofHours(1)).plus(DELAY);

        Failed failed = failure("/a");
        assertThat(failed.outcome()).isEqualTo(FetchOutcome.BACK_OFF);
        assertThat(failed.notBefore()).contains(until);
        assertThat(failure("/b").notBefore()).contains(until);
        assertThat(site.hits("/b")).isZero();

        clock.advance(Duration.ofHours(1));
        assertThat(text("/b")).isEqualTo("b");
    }

    @Test
    void a_redirect_loop_ends() throws Exception {
        site.status("/a", 302, "Location: /b").status("/b", 302, "Location: /a");

        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.REDIRECT_LOOP);
        assertThat(site.hits("/a")).isEqualTo(1);
    }

    @Test
    void a_chain_of_redirects_ends_after_five() throws Exception {
        for (int i = 0; i < 10; i++) {
            site.status("/" + i, 307, "Location: /" + (i + 1));
        }
        assertThat(failure("/0").outcome()).isEqualTo(FetchOutcome.REDIRECT_LOOP);
        assertThat(site.hits("/5")).isEqualTo(1);
        assertThat(site.hits("/6")).isZero();
    }

    @Test
    void a_redirect_on_the_host_is_followed_to_its_new_url() throws Exception {
        site.status("/old", 301, "Location: new#top").html("/new", "moved");

        Page page = (Page) fetch("/old");
        assertThat(page.url()).isEqualTo(site.url("/new"));
        assertThat(page.text()).isEqualTo("moved");
    }

    @Test
    void a_redirect_to_another_port_of_loopback_is_refused_unasked() throws Exception {
        try (TestSite inside = new TestSite()) {
            inside.html("/admin", "inside");
            site.status("/a", 302, "Location: " + inside.url("/admin"));

            assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.REFUSED_ADDRESS);
            assertThat(inside.paths()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data, REFUSED_ADDRESS",
        "http://10.0.0.1/, REFUSED_ADDRESS",
        "http://[::1]/, REFUSED_ADDRESS",
        "http://2130706433/, REFUSED_ADDRESS",
        "http://8.8.8.8/, REDIRECT_OUTSIDE",
        "file:///etc/passwd, HTTP_ERROR",
        "javascript:alert(1), HTTP_ERROR",
        "http://user:pass@8.8.8.8/, REDIRECT_OUTSIDE",
        "/member.php?mod=logging&action=login, LOGIN_REQUIRED",
        "/passport/login?back=a, LOGIN_REQUIRED"
    })
    void a_redirect_that_leaves_the_public_source_is_not_followed(String location, FetchOutcome expected)
            throws Exception {
        site.status("/a", 302, "Location: " + location);

        assertThat(failure("/a").outcome()).isEqualTo(expected);
        assertThat(site.paths()).containsExactly("/robots.txt", "/a");
    }

    @Test
    void loopback_is_refused_unless_it_is_the_sources_own() throws Exception {
        site.html("/a", "a");
        FetchLimits limits = new FetchLimits(1000, DELAY, DELAY, "");

        Failed failed = (Failed) fetcher.fetch(site.url("/a"), Validators.NONE, limits);
        assertThat(failed.outcome()).isEqualTo(FetchOutcome.REFUSED_ADDRESS);
        assertThat(failed.detail()).contains("allowLoopback");
        assertThat(site.paths()).isEmpty();
    }

    @Test
    void a_huge_page_is_dropped_at_the_limit() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "沧澜".repeat(4_000).getBytes(StandardCharsets.UTF_8);
            while (sent.addAndGet(block.length) < 500_000_000) {
                exchange.getResponseBody().write(block);
            }
        });

        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
        assertThat(sent.get()).isLessThan(50_000_000);
    }

    @Test
    void a_small_gzip_that_grows_huge_is_dropped() throws Exception {
        byte[] bomb = gzip(new byte[50_000_000]);
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            TestSite.send(exchange, 200, "text/html", bomb);
        });

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.TOO_LARGE);
    }

    @Test
    void gzip_is_asked_for_and_undone() throws Exception {
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            TestSite.send(exchange, 200, "text/html", gzip("校门口".getBytes(StandardCharsets.UTF_8)));
        });

        assertThat(text("/a")).isEqualTo("校门口");
        assertThat(site.lastHeader("/a", "Accept-Encoding")).contains("gzip");
    }

    @Test
    void a_file_that_is_gzip_itself_is_undone_too() throws Exception {
        site.bytes("/sitemap.xml.gz", "application/x-gzip", gzip("<urlset/>".getBytes(StandardCharsets.UTF_8)));

        assertThat(text("/sitemap.xml.gz")).isEqualTo("<urlset/>");
    }

    @Test
    void broken_gzip_is_no_page() throws Exception {
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            TestSite.send(exchange, 200, "text/html", new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        });

        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.NOT_TEXT);
    }

    @Test
    void a_slow_drip_ends_at_the_total_time() throws Exception {
        site.page("/a", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            drip(exchange.getResponseBody());
        });

        long start = System.nanoTime();
        assertThat(((Failed) fetch("/a", Validators.NONE, Duration.ofMillis(400))).outcome())
                .isEqualTo(FetchOutcome.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private void drip(OutputStream body) throws IOException {
        try {
            while (!site.closed().await(50, TimeUnit.MILLISECONDS)) {
                body.write('.');
                body.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_server_that_never_answers_is_given_up() throws Exception {
        site.page("/a", exchange -> {
            try {
                site.closed().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(((Failed) fetch("/a", Validators.NONE, Duration.ofMillis(300))).outcome())
                .isEqualTo(FetchOutcome.TIMED_OUT);
    }

    @ParameterizedTest
    @CsvSource({"image/png, <p>", "application/pdf, <p>", "video/mp4, <p>", "text/html, %PDF-1.7"})
    void what_is_not_text_is_refused_by_type_or_by_its_bytes(String contentType, String body) throws Exception {
        site.bytes("/a", contentType, body.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.NOT_TEXT);
    }

    @Test
    void bytes_that_are_no_text_are_refused_where_nothing_is_declared() throws Exception {
        site.bytes("/a", "", new byte[] {'a', 0, 1, 2});

        assertThat(failure("/a").outcome()).isEqualTo(FetchOutcome.NOT_TEXT);
    }

    @Test
    void a_gbk_page_under_a_lying_header_is_read_rightly() throws Exception {
        site.bytes("/a", "text/html; charset=utf-8", "<p>新华区实验小学门口有人打架".getBytes(Charset.forName("GBK")));

        assertThat(text("/a")).isEqualTo("<p>新华区实验小学门口有人打架");
    }

    @ParameterizedTest
    @CsvSource({
        "401, FORBIDDEN",
        "403, FORBIDDEN",
        "404, GONE",
        "410, GONE",
        "500, HTTP_ERROR",
        "418, HTTP_ERROR",
        "503, BACK_OFF"
    })
    void a_status_that_is_no_page_says_why(int status, FetchOutcome expected) throws Exception {
        site.status("/a", status);

        assertThat(failure("/a").outcome()).isEqualTo(expected);
    }

    @Test
    void a_host_that_is_not_there_is_unreachable() throws Exception {
        TestSite gone = new TestSite();
        String url = gone.url("/a");
        String authority = gone.authority();
        gone.close();

        Failed failed = (Failed) fetcher.fetch(url, Validators.NONE, new FetchLimits(1000, DELAY, DELAY, authority));
        assertThat(failed.outcome()).isEqualTo(FetchOutcome.ROBOTS_UNKNOWN);
        assertThat(failed.notBefore()).isEqualTo(Optional.of(clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    void a_detail_for_the_log_is_one_plain_line() {
        Failed failed = new Failed(
                FetchOutcome.HTTP_ERROR, "a\r\nFAKE LOG LINE\u001b[31m" + "x".repeat(1000), Optional.empty());

        assertThat(failed.detail()).doesNotContain("\n", "\r", "\u001b").hasSizeLessThan(310);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
