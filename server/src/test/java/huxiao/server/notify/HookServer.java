package huxiao.server.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A webhook receiver on a free port that keeps what it was sent and answers as it is told, well or badly. */
final class HookServer implements AutoCloseable {
    /** One request as it came. */
    record Received(String id, long timestamp, String signature, String contentType, String text) {
        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger hangUps = new AtomicInteger();
    private volatile HttpHandler behaviour = answer(204, "");

    HookServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> ids() {
        return received.stream().map(Received::id).toList();
    }

    /** How often the other side closed the connection while it was still being answered. */
    int hangUps() {
        return hangUps.get();
    }

    void behave(HttpHandler next) {
        behaviour = next;
    }

    static HttpHandler answer(int status, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static HttpHandler answer(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Takes the request and says nothing. */
    HttpHandler hang() {
        return exchange -> untilEnd(Long.MAX_VALUE);
    }

    /** Promises a hundred bytes, gives ten and closes. */
    static HttpHandler closeMidBody() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
        };
    }

    /** Answers 200 and then one byte every so often, for ever. */
    HttpHandler drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!untilEnd(20)) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
            }
        };
    }

    /** Answers 200 and then as many bytes as anybody will read. */
    HttpHandler flood() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (!untilEnd(0)) {
                exchange.getResponseBody().write(new byte[65536]);
            }
        };
    }

    private boolean untilEnd(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    Long.parseLong(headers.getFirst("webhook-timestamp")),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("Content-Type"),
                    new String(body, StandardCharsets.UTF_8)));
            behaviour.handle(exchange);
        } catch (IOException e) {
            hangUps.incrementAndGet();
            throw e;
        }
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
