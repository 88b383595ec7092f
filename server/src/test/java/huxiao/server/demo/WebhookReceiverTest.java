package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookReceiverTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:00Z");
    private static final String BODY =
            "{\"type\":\"alert.raised\",\"data\":{\"level\":\"RED\",\"schools\":[{\"name\":\"运东区东关小学\"}],"
                    + "\"post\":{\"title\":\"校门口\",\"text\":\"<b>有人\\u001b[31m拿刀</b>\"},"
                    + "\"links\":{\"console\":\"http://127.0.0.1:8080/alerts/a1\"}}}";

    @TempDir
    private Path data;

    private final MovableClock clock = new MovableClock(NOW);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebhookReceiver receiver;

    @BeforeEach
    void start() {
        receiver =
                WebhookReceiver.start(data, 0, SECRET, clock, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void the_example_of_the_specification_verifies() {
        var example = new WebhookVerifier.Signed(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "{\"test\": 2432232314}");

        assertThat(new WebhookVerifier(SECRET).fault(example, Instant.ofEpochSecond(1614265330)))
                .isEmpty();
    }

    @Test
    void a_genuine_delivery_is_kept_and_printed_as_one_harmless_line() throws Exception {
        assertThat(post("d1", NOW, BODY, sign("d1", NOW, BODY))).isEqualTo(204);

        assertThat(receiver.distinct()).isEqualTo(1);
        assertThat(Files.readAllLines(data.resolve("demo-received.jsonl")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"id\":\"d1\",\"receivedAt\":\"2026-11-24T08:30:00Z\",\"repeat\":0,\"body\":"));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("alert.raised RED 运东区东关小学 校门口 <b>有人 [31m拿刀</b> http://127.0.0.1:8080/alerts/a1")
                .doesNotContain("\u001b")
                .hasLineCount(1);
    }

    @Test
    void a_repeated_id_counts_once() throws Exception {
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofSeconds(10));
            assertThat(post("d1", clock.instant(), BODY, sign("d1", clock.instant(), BODY)))
                    .isEqualTo(204);
        }

        assertThat(receiver.distinct()).isEqualTo(1);
        assertThat(receiver.repeats()).isEqualTo(2);
        assertThat(receiver.latest()).extracting(ReceivedWebhook::repeat).containsExactly(2, 1, 0);
        assertThat(printed.toString(StandardCharsets.UTF_8)).hasLineCount(1);
    }

    @Test
    void an_id_is_known_after_a_restart_even_behind_a_line_that_a_crash_cut_off() throws Exception {
        post("d1", NOW, BODY, sign("d1", NOW, BODY));
        receiver.close();
        Files.writeString(data.resolve("demo-received.jsonl"), "{\"id\":\"d2\",\"rec", StandardOpenOption.APPEND);
        start();

        post("d1", NOW, BODY, sign("d1", NOW, BODY));

        assertThat(receiver.distinct()).isEqualTo(1);
        assertThat(receiver.repeats()).isEqualTo(1);
        assertThat(Files.readAllLines(data.resolve("demo-received.jsonl"))).hasSize(2);
    }

    @Test
    void a_file_that_is_no_log_is_refused_with_its_line(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("demo-received.jsonl"), "hello\n");

        assertThatThrownBy(() -> WebhookReceiver.start(other, 0, SECRET, clock, System.out))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("demo-received.jsonl:1: ");
    }

    @Test
    void one_good_signature_among_several_is_enough() throws Exception {
        assertThat(post("d1", NOW, BODY, "v1a,xyz v1,AAAA " + sign("d1", NOW, BODY)))
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1,AAAA", "", "v2,", "nonsense"})
    void a_bad_signature_is_refused(String signature) throws Exception {
        assertThat(post("d1", NOW, BODY, signature)).isEqualTo(401);

        assertRefused();
    }

    @Test
    void a_changed_body_or_id_is_refused() throws Exception {
        assertThat(post("d1", NOW, BODY.replace("RED", "BLUE"), sign("d1", NOW, BODY)))
                .isEqualTo(401);
        assertThat(post("d2", NOW, BODY, sign("d1", NOW, BODY))).isEqualTo(401);

        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, -86_400})
    void a_timestamp_too_far_off_is_refused(long seconds) throws Exception {
        Instant at = NOW.plusSeconds(seconds);

        assertThat(post("d1", at, BODY, sign("d1", at, BODY))).isEqualTo(401);

        assertRefused();
    }

    @Test
    void missing_headers_and_a_body_that_is_no_json_are_refused() throws Exception {
        HttpRequest bare = HttpRequest.newBuilder(URI.create(receiver.url()))
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        assertThat(client.send(bare, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(400);
        assertThat(post("d1", NOW, "no json", sign("d1", NOW, "no json"))).isEqualTo(400);

        assertRefused();
    }

    @Test
    void the_page_shows_deliveries_escaped() throws Exception {
        post("d1", NOW, BODY, sign("d1", NOW, BODY));

        String page = client.send(
                        HttpRequest.newBuilder(URI.create(receiver.homePage())).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        assertThat(page).contains("alert.raised", "运东区东关小学", "&lt;b&gt;有人").doesNotContain("<b>");
    }

    @Test
    void a_malformed_secret_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> new WebhookVerifier("whsec_***geheim***"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("geheim");
        assertThatThrownBy(() -> new WebhookVerifier("geheim")).hasMessageNotContaining("geheim");
    }

    private void assertRefused() {
        assertThat(receiver.distinct()).isZero();
        assertThat(printed.size()).isZero();
        assertThat(data.resolve("demo-received.jsonl")).isEmptyFile();
    }

    private int post(String id, Instant at, String body, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(receiver.url()))
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String sign(String id, Instant at, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET.substring("whsec_".length())), "HmacSHA256"));
        byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    }
}
