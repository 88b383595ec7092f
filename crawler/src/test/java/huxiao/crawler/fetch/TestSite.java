package huxiao.crawler.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real web server on a free loopback port that remembers what it was asked; what it does not know is 404. */
public final class TestSite implements AutoCloseable {
    static {
        // Without it every answer waits 40 ms for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();
    private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A site at 127.0.0.1. */
    public TestSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange);
        HttpHandler page = pages.getOrDefault(
                exchange.getRequestURI().toString(), unknown -> unknown.sendResponseHeaders(404, -1));
        try (exchange) {
            page.handle(exchange);
        }
    }

    /** The URL of a path. */
    public String url(String path) {
        return "http://" + authority() + path;
    }

    /** Host and port. */
    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers a path as told. */
    public TestSite page(String path, HttpHandler handler) {
        pages.put(path, handler);
        return this;
    }

    /** Answers a path with UTF-8 HTML. */
    public TestSite html(String path, String body) {
        return bytes(path, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers a path with bytes under a content type; empty sends none. */
    public TestSite bytes(String path, String contentType, byte[] body) {
        return page(path, exchange -> send(exchange, 200, contentType, body));
    }

    /** Answers a path with a status and headers, each {@code Name: value}. */
    public TestSite status(String path, int status, String... headers) {
        return page(path, exchange -> {
            for (String header : headers) {
                String[] parts = header.split(": ", 2);
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    /** Sends an answer. */
    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        if (!contentType.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    /** How often a path was asked for. */
    public long hits(String path) {
        return requests.stream()
                .filter(request -> request.getRequestURI().toString().equals(path))
                .count();
    }

    /** All paths asked for, in order. */
    public List<String> paths() {
        return requests.stream()
                .map(request -> request.getRequestURI().toString())
                .toList();
    }

    /** A header of the last request for a path. */
    public Optional<String> lastHeader(String path, String name) {
        return requests.stream()
                .filter(request -> request.getRequestURI().toString().equals(path))
                .reduce((earlier, later) -> later)
                .map(request -> request.getRequestHeaders().getFirst(name));
    }

    /** Counted down when the site closes: what a slow page waits on. */
    public CountDownLatch closed() {
        return closed;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
