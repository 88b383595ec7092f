package huxiao.streaming.crawl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import huxiao.crawler.SourceSettings;
import huxiao.model.config.ConfigNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real forum on a free loopback port: one board, threads of two old floors each. */
final class SmallForum implements AutoCloseable {
    static {
        // Without it every answer waits 40 ms for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Integer> open = new ConcurrentSkipListSet<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    SmallForum() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Opens threads by number; the board names them from now on. */
    SmallForum threads(Integer... numbers) {
        open.addAll(List.of(numbers));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        String html = page(path);
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(html.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(String path) {
        StringBuilder html = new StringBuilder();
        if (path.equals("/")) {
            open.forEach(number -> html.append("<a href=/thread-" + number + ">" + number + "</a>"));
        } else if (path.startsWith("/thread-")) {
            for (int floor = 1; floor <= 2; floor++) {
                html.append("<div class=post id=f" + floor + "><i>2026-01-05 08:00</i><p>" + path.substring(8) + "帖"
                        + floor + "楼</p></div>");
            }
        }
        return html.toString();
    }

    long hits(String path) {
        return requests.stream().filter(path::equals).count();
    }

    /** The forum as a source that is looked at again five times a second. */
    SourceSettings source(String id) {
        return SourceSettings.from(ConfigNode.parse(
                "sources.yaml", """
                id: %s
                type: site
                url: http://127.0.0.1:%d/
                allowLoopback: true
                delay: 0s
                refresh: 200ms
                follow: .*/thread-\\d+
                posts: {item: .post, id: '@id', text: p, time: i}
                """.formatted(id, server.getAddress().getPort())));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
