package huxiao.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import huxiao.model.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands at the other end of the demo's webhooks, in the place of a police system: it verifies each delivery by Standard
 * Webhooks, keeps what it accepted in {@code data/demo-received.jsonl}, prints a line for each that is new, and shows the last
 * ones at {@code GET /}. Thread safe.
 */
public final class WebhookReceiver implements AutoCloseable {
    /** The address it listens on. */
    public static final String ADDRESS = "127.0.0.10";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookReceiver.class);
    private static final String PATH = "/hook";
    private static final String FILE = "demo-received.jsonl";
    private static final int MAX_BODY_BYTES = 1 << 20;
    private static final int MAX_ID_LENGTH = 200;
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService executor;
    private final WebhookVerifier verifier;
    private final ReceivedLog log;
    private final DemoTemplates templates = new DemoTemplates();
    private final Clock clock;
    private final PrintStream console;

    private WebhookReceiver(
            HttpServer server, WebhookVerifier verifier, ReceivedLog log, Clock clock, PrintStream console) {
        this.server = server;
        this.verifier = verifier;
        this.log = log;
        this.clock = clock;
        this.console = console;
        this.executor = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "webhook-receiver");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Starts the receiver.
     *
     * @param data the data folder; what earlier runs received there is known
     * @param port port to listen on; when it is taken a free one is used; 0 for any free one
     * @param secret {@code whsec_} and base64, shared with the sender
     * @param clock judges the age of timestamps
     * @param console where a line for each new delivery goes
     * @throws IllegalArgumentException when the secret is malformed
     * @throws UncheckedIOException when it cannot listen or keep its file
     */
    public static WebhookReceiver start(Path data, int port, String secret, Clock clock, PrintStream console) {
        WebhookVerifier verifier = new WebhookVerifier(secret);
        try {
            ReceivedLog log = ReceivedLog.open(data.resolve(FILE));
            return new WebhookReceiver(bind(port), verifier, log, clock, console);
        } catch (IOException e) {
            throw new UncheckedIOException("the webhook receiver cannot start: " + e.getMessage(), e);
        }
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return LoopbackHttp.bind(ADDRESS, port);
        } catch (BindException e) {
            LOG.info(
                    "port {} of {} is taken, the webhook receiver uses a free one ({})", port, ADDRESS, e.getMessage());
            return LoopbackHttp.bind(ADDRESS, 0);
        }
    }

    /** Where deliveries are to be posted. */
    public String url() {
        return homePage() + PATH.substring(1);
    }

    /** The page that shows the last deliveries. */
    public String homePage() {
        return "http://" + ADDRESS + ":" + server.getAddress().getPort() + "/";
    }

    /** The last accepted deliveries, newest first, repeats included. */
    public List<ReceivedWebhook> latest() {
        return log.latest();
    }

    /** How many different ids were accepted, earlier runs included. */
    public int distinct() {
        return log.distinct();
    }

    /** How often an id came that had come before. */
    public int repeats() {
        return log.repeats();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the webhook receiver's file does not close", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = String.valueOf(exchange.getRequestURI().getPath());
            String method = exchange.getRequestMethod();
            if (path.equals(PATH) && method.equals("POST")) {
                accept(exchange);
            } else if (path.equals("/") && method.equals("GET")) {
                page(exchange);
            } else if (path.equals(PATH) || path.equals("/")) {
                exchange.getResponseHeaders().set("Allow", path.equals(PATH) ? "POST" : "GET");
                answer(exchange, 405, "method not allowed");
            } else {
                answer(exchange, 404, "nothing here; POST to " + PATH);
            }
        } catch (RuntimeException e) {
            LOG.error("webhook receiver: {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void accept(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Optional<String> id = Optional.ofNullable(headers.getFirst("webhook-id"));
        Optional<String> timestamp = Optional.ofNullable(headers.getFirst("webhook-timestamp"));
        Optional<String> signatures = Optional.ofNullable(headers.getFirst("webhook-signature"));
        if (id.isEmpty() || id.get().length() > MAX_ID_LENGTH || timestamp.isEmpty() || signatures.isEmpty()) {
            answer(exchange, 400, "webhook-id (up to 200 characters), webhook-timestamp, webhook-signature are needed");
            return;
        }
        byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (bytes.length > MAX_BODY_BYTES) {
            answer(exchange, 413, "at most 1 MiB");
            return;
        }
        String body = new String(bytes, StandardCharsets.UTF_8);
        Optional<String> fault = verifier.fault(
                new WebhookVerifier.Signed(id.get(), timestamp.get(), signatures.get(), body), clock.instant());
        if (fault.isPresent()) {
            LOG.warn("webhook receiver: refused a delivery: {}", fault.get());
            answer(exchange, 401, fault.get());
            return;
        }
        JsonNode json;
        try {
            json = Json.tree(body);
        } catch (IllegalArgumentException e) {
            answer(exchange, 400, "the body is no JSON");
            return;
        }
        ReceivedWebhook received = log.add(id.get(), clock.instant(), json);
        if (received.repeat() == 0) {
            console.println(received.consoleLine());
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private void page(HttpExchange exchange) throws IOException {
        String html = templates.render(
                "received", Map.of("deliveries", latest(), "distinct", distinct(), "repeats", repeats()));
        send(exchange, 200, "text/html; charset=utf-8", html);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text + "\n");
    }

    private static void send(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
