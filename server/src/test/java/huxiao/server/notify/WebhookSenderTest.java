package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import huxiao.model.Json;
import huxiao.register.Delivery;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WebhookSenderTest {
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    private static final Instant NOW = Instant.parse("2026-03-02T01:02:03.456Z");
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(15);

    private final SettableClock clock = new SettableClock(NOW);
    private final Delivery delivery = Deliveries.raised();
    private HookServer server;

    @BeforeEach
    void open() throws IOException {
        server = new HookServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private WebhookSender sender(URI url, Duration limit) {
        return new WebhookSender(
                url, SECRET, new WebhookBody(URI.create("https://huxiao.example/")), new Timeouts(SHORT, limit), clock);
    }

    private Outcome send(HttpHandler behaviour, Duration limit) throws InterruptedException {
        server.behave(behaviour);
        return sender(server.url(), limit).send(delivery);
    }

    private static void assertFailed(Outcome outcome, String message) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.error()).contains(message);
            assertThat(failed.retryAfter()).isEmpty();
        });
    }

    @Test
    void what_arrives_is_signed_and_says_type_time_and_data() throws InterruptedException {
        assertThat(send(HookServer.answer(200, "ok"), LONG)).isEqualTo(new Outcome.Sent());

        HookServer.Received received = server.received().get(0);
        assertThat(received.id()).isEqualTo(delivery.id());
        assertThat(received.timestamp()).isEqualTo(NOW.getEpochSecond());
        assertThat(received.contentType()).isEqualTo("application/json");
        assertThat(SECRET.verifies(received.id(), received.timestamp(), received.body(), received.signature()))
                .isTrue();
        JsonNode body = Json.tree(received.text());
        assertThat(body.path("type").asText()).isEqualTo("alert.raised");
        assertThat(body.path("timestamp").asText())
                .isEqualTo(delivery.createdAt().toString());
        assertThat(body.at("/data/links/console").asText())
                .isEqualTo("https://huxiao.example/alerts/" + delivery.alertId());
        assertThat(body.at("/data/links/acknowledge").asText())
                .isEqualTo("https://huxiao.example/api/v1/alerts/" + delivery.alertId() + "/acknowledge");
    }

    @Test
    void a_second_attempt_has_the_same_id_and_body_and_its_own_time() throws InterruptedException {
        WebhookSender sender = sender(server.url(), LONG);
        sender.send(delivery);
        clock.advance(Duration.ofMinutes(10));
        sender.send(delivery);
        HookServer.Received first = server.received().get(0);
        HookServer.Received second = server.received().get(1);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.timestamp()).isEqualTo(first.timestamp() + 600);
        assertThat(SECRET.verifies(second.id(), second.timestamp(), second.body(), second.signature()))
                .isTrue();
    }

    @Test
    void any_2xx_is_success_and_any_other_answer_is_not() throws InterruptedException {
        assertThat(send(HookServer.answer(202, "later"), LONG)).isEqualTo(new Outcome.Sent());
        assertThat(send(HookServer.answer(204, ""), LONG)).isEqualTo(new Outcome.Sent());
        assertFailed(send(HookServer.answer(400, "no\u0000such\r\nthing"), LONG), "answered 400: no such thing");
        assertFailed(send(HookServer.answer(500, ""), LONG), "answered 500");
    }

    @Test
    void a_redirect_is_not_followed() throws InterruptedException {
        assertFailed(send(HookServer.answer(307, "Location", server.url() + "/elsewhere"), LONG), "answered 307");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void gone_is_for_good() throws InterruptedException {
        assertThat(send(HookServer.answer(410, "moved out"), LONG))
                .isEqualTo(new Outcome.Refused("answered 410: moved out"));
    }

    @Test
    void a_receiver_that_asks_for_time_is_given_it() throws InterruptedException {
        assertThat(send(HookServer.answer(429, "Retry-After", "120"), LONG))
                .isEqualTo(new Outcome.Failed("answered 429", Optional.of(Duration.ofMinutes(2))));
        assertThat(send(HookServer.answer(503, "Retry-After", "Mon, 02 Mar 2026 02:02:03 GMT"), LONG))
                .isEqualTo(new Outcome.Failed(
                        "answered 503", Optional.of(Duration.ofMinutes(60).minusMillis(456))));
        assertFailed(send(HookServer.answer(429, "Retry-After", "tomorrow"), LONG), "answered 429");
        assertFailed(send(HookServer.answer(503, "Retry-After", "-5"), LONG), "answered 503");
        assertFailed(send(HookServer.answer(500, "Retry-After", "120"), LONG), "answered 500");
    }

    @Test
    void a_receiver_that_hangs_is_left_when_its_time_is_up() throws InterruptedException {
        assertFailed(send(server.hang(), SHORT), "no complete answer within 700 ms");
    }

    @Test
    void a_body_that_drips_for_ever_is_left_when_its_time_is_up() throws InterruptedException {
        assertFailed(send(server.drip(), SHORT), "no complete answer within 700 ms");
        await().until(() -> server.hangUps() == 1);
    }

    @Test
    void an_answer_that_breaks_off_is_none() throws InterruptedException {
        assertFailed(send(HookServer.closeMidBody(), LONG), "broken off");
    }

    @Test
    void of_a_body_without_end_only_the_beginning_is_read() throws InterruptedException {
        assertThat(send(server.flood(), LONG)).isEqualTo(new Outcome.Sent());
        await().until(() -> server.hangUps() == 1);
    }

    @Test
    void a_closed_port_is_a_failure() throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertFailed(sender(URI.create("http://127.0.0.1:" + port + "/"), LONG).send(delivery), "no connection");
    }
}
