package huxiao.server.notify;

import huxiao.register.Delivery;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts a delivery as the <a href="https://www.standardwebhooks.com">Standard Webhooks</a> specification has it: {@code
 * webhook-id} is the delivery's id and never changes, {@code webhook-timestamp} is the time of the attempt, {@code
 * webhook-signature} covers both and the body.
 *
 * <p>A whole answer with a 2xx status is success. An answer that breaks off, or isn't there when the time is up, counts as
 * none: the receiver knows a repeated id. Redirects are not followed, since the signature was meant for the configured host.
 */
final class WebhookSender implements Sender {
    private static final int MAX_ANSWER_BYTES = 4096;
    private static final int MAX_EXCERPT = 160;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** A firewall may have forgotten a connection that idled longer, and an alarm would wait for its time limit. */
    private static final Duration REUSE_CONNECTIONS_WITHIN = Duration.ofSeconds(20);

    private final URI url;
    private final WebhookSecret secret;
    private final WebhookBody body;
    private final Timeouts timeouts;
    private final Clock clock;
    private HttpClient client;
    private long lastUsed;

    WebhookSender(URI url, WebhookSecret secret, WebhookBody body, Timeouts timeouts, Clock clock) {
        this.url = url;
        this.secret = secret;
        this.body = body;
        this.timeouts = timeouts;
        this.clock = clock;
    }

    @Override
    public Outcome send(Delivery delivery) throws InterruptedException {
        byte[] content = body.of(delivery);
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Huxiao")
                .header("webhook-id", delivery.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", secret.sign(delivery.id(), timestamp, content))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        // The request's own timeout ends when the headers are there; waiting on the future also bounds a body that
        // drips.
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, info -> new BoundedBody(MAX_ANSWER_BYTES));
        try {
            return judge(answer.get(timeouts.attempt().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Outcome.failed(
                    "no complete answer within " + timeouts.attempt().toMillis() + " ms");
        } catch (ExecutionException e) {
            return Outcome.failed(describe(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private synchronized HttpClient client() {
        long now = System.nanoTime();
        if (client == null || now - lastUsed > REUSE_CONNECTIONS_WITHIN.toNanos()) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(timeouts.connect())
                    .build();
        }
        lastUsed = now;
        return client;
    }

    private Outcome judge(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Sent();
        }
        String excerpt = PlainText.line(new String(answer.body(), StandardCharsets.UTF_8), MAX_EXCERPT);
        String error = "answered " + status + (excerpt.isEmpty() ? "" : ": " + excerpt);
        if (status == GONE) {
            return new Outcome.Refused(error);
        }
        boolean mayAskForTime = status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
        return new Outcome.Failed(
                error,
                mayAskForTime
                        ? answer.headers()
                                .firstValue("Retry-After")
                                .flatMap(value -> retryAfter(value, clock.instant()))
                        : Optional.empty());
    }

    /** RFC 9110 §10.2.3: seconds or a date; anything else is no wish at all. */
    static Optional<Duration> retryAfter(String value, Instant now) {
        String wish = value.strip();
        if (wish.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(wish)));
        }
        try {
            Duration until = Duration.between(
                    now,
                    ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? Optional.empty() : Optional.of(until);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static String describe(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return "no connection in time";
        }
        if (cause instanceof ConnectException) {
            return "no connection" + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        }
        return "broken off: " + cause;
    }
}
