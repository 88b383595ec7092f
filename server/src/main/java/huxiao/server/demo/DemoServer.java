package huxiao.server.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One host of the demo city on HTTP: robots.txt, conditional requests, counters. The pages come from a {@link DemoSite}. */
final class DemoServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final HttpServer server;
    private final DemoSite site;
    private final DemoTemplates templates;
    private final Clock clock;
    private final Instant started;
    private final LongAdder total = new LongAdder();
    private final LongAdder notModified = new LongAdder();
    private final LongAdder notFound = new LongAdder();
    private final LongAdder forbidden = new LongAdder();

    /** Answers on a server that is bound but not started. */
    DemoServer(HttpServer server, DemoSite site, DemoTemplates templates, Clock clock, Executor executor) {
        this.server = server;
        this.site = site;
        this.templates = templates;
        this.clock = clock;
        this.started = clock.instant();
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    RequestCounts counts() {
        return new RequestCounts(total.sum(), notModified.sum(), notFound.sum(), forbidden.sum());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            total.increment();
            String method = exchange.getRequestMethod();
            if (!List.of("GET", "HEAD").contains(method)) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            answer(exchange, method.equals("HEAD"));
        } catch (RuntimeException e) {
            // Without this the JDK's server would drop the connection and say nothing.
            LOG.error("demo city: {} {}", exchange.getLocalAddress(), exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void answer(HttpExchange exchange, boolean headOnly) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Optional<Page> found = page(path);
        if (found.isEmpty()) {
            notFound.increment();
        }
        Page page = found.orElseGet(() -> Page.of("text/plain; charset=utf-8", "页面不存在\n", started));
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", page.contentType());
        if (found.isPresent()) {
            headers.set("ETag", page.entityTag());
            headers.set("Last-Modified", HTTP_DATE.format(page.lastModified()));
            if (ConditionalRequest.isFresh(exchange.getRequestHeaders(), page)) {
                notModified.increment();
                exchange.sendResponseHeaders(304, -1);
                return;
            }
        }
        int status = found.isPresent() ? 200 : 404;
        if (headOnly) {
            headers.set("Content-Length", Integer.toString(page.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, page.length());
        exchange.getResponseBody().write(page.body());
    }

    private Optional<Page> page(String path) {
        if (path == null) {
            return Optional.empty();
        }
        if (path.equals("/robots.txt")) {
            return Optional.of(
                    Page.of("text/plain; charset=utf-8", ForbiddenPages.robots(site.robotsExtra()), Instant.EPOCH));
        }
        if (ForbiddenPages.contains(path)) {
            forbidden.increment();
            String html = templates.render("forbidden", Map.of("canary", ForbiddenPages.CANARY));
            return Optional.of(Page.of("text/html; charset=utf-8", html, Instant.EPOCH));
        }
        return site.page(path, clock.instant());
    }
}
