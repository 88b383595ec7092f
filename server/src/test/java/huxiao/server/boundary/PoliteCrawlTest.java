package huxiao.server.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import huxiao.crawler.Frontier;
import huxiao.crawler.SourceCrawl;
import huxiao.crawler.SourcesFile;
import huxiao.crawler.Visit;
import huxiao.crawler.fetch.Fetcher;
import huxiao.crawler.fetch.HostGate;
import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that hands out cookies and shows login forms is read as a stranger reads it, and no further. */
class PoliteCrawlTest {
    private static final Set<String> SENT = Set.of(
            "user-agent",
            "accept",
            "accept-language",
            "accept-encoding",
            "if-none-match",
            "if-modified-since",
            "host",
            "connection",
            "upgrade",
            "http2-settings",
            "content-length");

    private static final String FORM = "<form method=post action=/do-login><input name=username value=guest>"
            + "<input name=password value=guest><button>登录</button></form>"
            + "<form method=get action=/search><input name=q value=x></form>";

    /** A request as it came. */
    private record Asked(String method, String path, Map<String, List<String>> headers, int bodyLength) {}

    @TempDir
    Path folder;

    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void no_cookie_is_sent_back_no_form_is_posted_and_no_login_is_entered() throws Exception {
        List<Post> posts = crawl();
        assertThat(posts).extracting(Post::text).contains("公开的帖子");
        assertThat(asked)
                .extracting(Asked::path)
                .contains("/", "/open.html", "/members.html", "/walled.html", "/moved.html");
        assertThat(asked).hasSizeGreaterThan(8).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.bodyLength()).isZero();
            assertThat(lowered(request.headers().keySet()))
                    .as(request.path())
                    .isSubsetOf(SENT)
                    .doesNotContain("cookie", "authorization", "x-forwarded-for", "referer");
        });
        assertThat(asked)
                .extracting(Asked::path)
                .doesNotContain("/do-login", "/login.html", "/search", "/search?q=x", "/private/secret.html");
        assertThat(asked)
                .filteredOn(request -> request.path().equals("/walled.html"))
                .as("a page behind a login is asked for once and left alone")
                .hasSize(1);
        assertThat(posts).extracting(Post::text).doesNotContain("会员才能看的帖子");
    }

    /** Visits all that is due, twice over. */
    private List<Post> crawl() throws Exception {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        Path sources = Files.writeString(folder.resolve("sources.yaml"), """
                sources:
                  - id: site
                    type: site
                    url: %s/
                    delay: 0s
                    refresh: 100ms
                    allowLoopback: true
                    follow: [".*\\\\.html", ".*/do-login", ".*/search.*"]
                    posts: {item: "div.post", text: ".message", author: ".author"}
                """.formatted(base));
        SourcesFile file = SourcesFile.read(sources);
        AuthorKeys keys = new AuthorKeys("sixteen bytes or more".getBytes(StandardCharsets.UTF_8), Duration.ofDays(30));
        Fetcher fetcher = Fetcher.create(file.userAgent(), HostGate.shared(), Clock.systemUTC());
        SourceCrawl crawl = new SourceCrawl(file.sources().get(0), keys, fetcher);
        List<Post> posts = new ArrayList<>();
        Frontier frontier = Frontier.empty();
        Instant now = Instant.now();
        for (int visits = 0; visits < 14; visits++) {
            // Time is moved, not waited for.
            Instant due = crawl.nextDue(frontier).orElse(now);
            now = due.isAfter(now) ? due : now;
            Visit visit = crawl.visit(frontier, now);
            frontier = visit.after();
            posts.addAll(visit.posts());
        }
        return posts;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            asked.add(new Asked(
                    exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body.length));
            exchange.getResponseHeaders().add("Set-Cookie", "session=" + asked.size() + "; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "robot=no; Path=/; Max-Age=86400");
            switch (path) {
                case "/robots.txt" -> send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /private/\n");
                case "/" ->
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            "<script>document.cookie='js=1'</script><meta http-equiv=Set-Cookie content='meta=1'>"
                                    + "<a href=/open.html>1</a><a href=/members.html>2</a><a href=/walled.html>3</a>"
                                    + "<a href=/moved.html>4</a><a href=/private/secret.html>5</a>" + FORM);
                case "/open.html" ->
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            "<div class=post><i class=author>某人</i><p class=message>公开的帖子</p></div>" + FORM);
                case "/members.html" -> {
                    boolean known = exchange.getRequestHeaders().containsKey("Cookie");
                    send(
                            exchange,
                            200,
                            "text/html; charset=utf-8",
                            known ? "<div class=post><p class=message>会员才能看的帖子</p></div>" : FORM);
                }
                case "/walled.html" -> {
                    exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=members");
                    send(exchange, 401, "text/html; charset=utf-8", FORM);
                }
                case "/moved.html" -> {
                    exchange.getResponseHeaders().set("Location", "/login.html");
                    send(exchange, 302, "text/html; charset=utf-8", "");
                }
                default -> send(exchange, 200, "text/html; charset=utf-8", FORM);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Set<String> lowered(Set<String> names) {
        Set<String> lowered = new HashSet<>();
        names.forEach(name -> lowered.add(name.toLowerCase(java.util.Locale.ROOT)));
        return lowered;
    }
}
