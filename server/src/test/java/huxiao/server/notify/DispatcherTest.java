package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpHandler;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import huxiao.register.Delivery;
import huxiao.register.DeliveryState;
import huxiao.register.Register;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The dispatcher on a real register, against real receivers. */
@Timeout(60)
class DispatcherTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Map<String, String> ENV = Map.of("DUTY_SECRET", SECRET);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static EmbeddedPostgres server;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<HookServer> receivers = new ArrayList<>();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:02:03Z"));
    private HookServer duty;

    @BeforeAll
    static void startServer() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void openReceiver() throws IOException {
        duty = receiver();
    }

    private HookServer receiver() throws IOException {
        HookServer receiver = new HookServer();
        receivers.add(receiver);
        return receiver;
    }

    /** Receivers first, so that nobody waits for one that hangs. */
    @AfterEach
    void closeAll() throws Exception {
        receivers.forEach(HookServer::close);
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private String yaml(String more) {
        return """
                retries: [5s, 1m]
                inFlight: 3
                receivers:
                  - id: duty
                    type: webhook
                    url: %s
                    secretEnv: DUTY_SECRET
                """.formatted(duty.url()) + more;
    }

    private static NotifySettings settings(String yaml) {
        return NotifySettings.from(ConfigNode.parse("notify.yaml", yaml));
    }

    private TestRegister register(NotifySettings settings) throws SQLException {
        return opened(new TestRegister(server, settings, clock));
    }

    private void start(NotifySettings settings, TestRegister register) {
        opened(Dispatcher.start(settings, register.register(), clock, ENV));
    }

    /** One receiver, one register, sending. */
    private TestRegister started() throws SQLException {
        NotifySettings settings = settings(yaml(""));
        TestRegister register = register(settings);
        start(settings, register);
        return register;
    }

    private static void awaitState(TestRegister register, Alert alert, DeliveryState state) {
        await().until(() -> register.only(alert).state() == state);
    }

    private static void awaitFailures(TestRegister register, Alert alert, int attempts) {
        await().until(() -> {
            Delivery delivery = register.only(alert);
            return delivery.attempts() == attempts && delivery.nextAttempt().isAfter(delivery.createdAt());
        });
    }

    /** Comes back when whatever was due before has been claimed. */
    private void awaitAnotherAlert(TestRegister register) {
        Alert other = register.raise("另一件事");
        await().until(() -> duty.ids().contains(register.only(other).id()));
    }

    private List<String> types(Alert alert) {
        return duty.received().stream()
                .map(received -> Json.tree(received.text()))
                .filter(message -> message.at("/data/id").asText().equals(alert.id()))
                .map(message -> message.path("type").asText())
                .toList();
    }

    @Test
    void an_alert_arrives_signed_with_its_links_and_without_its_author() throws Exception {
        TestRegister register = started();
        Alert alert = register.raise("有人带刀堵在一中门口");
        awaitState(register, alert, DeliveryState.SENT);

        HookServer.Received received = duty.received().get(0);
        assertThat(received.id()).isEqualTo(register.only(alert).id());
        assertThat(WebhookSecret.parse(SECRET)
                        .verifies(received.id(), received.timestamp(), received.body(), received.signature()))
                .isTrue();
        JsonNode message = Json.tree(received.text());
        assertThat(message.path("type").asText()).isEqualTo("alert.raised");
        assertThat(message.at("/data/text").asText()).isEqualTo("有人带刀堵在一中门口");
        assertThat(message.at("/data/schools/0/name").asText()).isEqualTo("沧澜市第一中学");
        assertThat(message.at("/data/links/console").asText()).endsWith("/alerts/" + alert.id());
        assertThat(message.at("/data/links/acknowledge").asText())
                .endsWith("/api/v1/alerts/" + alert.id() + "/acknowledge");
        assertThat(received.text()).doesNotContain(TestRegister.AUTHOR_KEY).doesNotContain("author");
        assertThat(duty.received()).hasSize(1);
    }

    @Test
    void a_failed_delivery_comes_again_when_its_time_has_come_and_is_given_up_in_the_end() throws Exception {
        TestRegister register = started();
        duty.behave(HookServer.answer(500, "no\u0000room"));
        Alert alert = register.raise("一中门口有人持刀");
        awaitFailures(register, alert, 1);
        Delivery failed = register.only(alert);
        assertThat(failed.nextAttempt()).isEqualTo(clock.instant().plusSeconds(5));
        assertThat(failed.lastError()).isEqualTo("answered 500: no room");

        clock.advance(Duration.ofSeconds(4));
        awaitAnotherAlert(register);
        assertThat(duty.ids()).filteredOn(failed.id()::equals).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        await().until(() ->
                register.only(alert).nextAttempt().equals(clock.instant().plusSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        awaitState(register, alert, DeliveryState.DEAD);
        assertThat(duty.ids()).filteredOn(failed.id()::equals).hasSize(3);
        assertThat(register.only(alert).attempts()).isEqualTo(3);
    }

    @Test
    void a_receiver_that_is_gone_gets_this_alert_no_more_but_the_next_one() throws Exception {
        TestRegister register = started();
        duty.behave(HookServer.answer(410, ""));
        Alert alert = register.raise("一中门口有人持刀");
        awaitState(register, alert, DeliveryState.DEAD);
        assertThat(register.only(alert).attempts()).isEqualTo(1);

        duty.behave(HookServer.answer(200, ""));
        Alert next = register.raise("另一件事");
        awaitState(register, next, DeliveryState.SENT);
    }

    @Test
    void a_receiver_that_asks_for_time_is_left_alone_that_long() throws Exception {
        TestRegister register = started();
        duty.behave(HookServer.answer(429, "Retry-After", "600"));
        Alert alert = register.raise("一中门口有人持刀");
        awaitFailures(register, alert, 1);
        assertThat(register.only(alert).nextAttempt()).isEqualTo(clock.instant().plusSeconds(600));
    }

    @Test
    void a_receiver_that_hangs_delays_nobody_else() throws Exception {
        HookServer slow = receiver();
        slow.behave(slow.hang());
        NotifySettings settings = settings(yaml("""
                  - id: slow
                    type: webhook
                    url: %s
                    secretEnv: DUTY_SECRET
                """.formatted(slow.url())));
        TestRegister register = register(settings);
        for (int i = 0; i < 20; i++) {
            register.raise("第" + i + "件事");
        }
        start(settings, register);
        await().until(() -> duty.received().size() == 20);
        await().until(() -> slow.received().size() == 3);
        Alert late = register.raise("又一件事");
        await().until(() -> register.register().deliveries().ofAlert(late.id()).stream()
                .anyMatch(delivery -> delivery.state() == DeliveryState.SENT));
        assertThat(slow.received()).hasSize(3);
        assertThat(register.register().deliveries().counts()).containsEntry(DeliveryState.PENDING, 21L);
    }

    @Test
    void a_retraction_waits_for_the_alert_that_is_under_way() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        HttpHandler ok = HookServer.answer(200, "");
        TestRegister register = started();
        duty.behave(exchange -> {
            awaitLatch(answer);
            ok.handle(exchange);
        });
        Alert alert = register.raise("一中门口有人持刀");
        await().until(() -> duty.received().size() == 1);
        duty.behave(ok);
        register.register().alerts().decide(alert.id(), alert.revision(), AlertStatus.REJECTED, "analyst", "玩笑");
        awaitAnotherAlert(register);
        assertThat(types(alert)).containsExactly("alert.raised");

        answer.countDown();
        await().until(() -> types(alert).size() == 2);
        assertThat(types(alert)).containsExactly("alert.raised", "alert.retracted");
        assertThat(Json.tree(duty.received().get(2).text()).at("/data/status").asText())
                .isEqualTo("rejected");
        assertThat(duty.received().get(2).text()).doesNotContain("持刀");
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoever_may_have_been_told_is_told_of_a_retraction() throws Exception {
        TestRegister register = started();
        duty.behave(HookServer.answer(500, ""));
        Alert alert = register.raise("一中门口有人持刀");
        awaitFailures(register, alert, 1);
        duty.behave(HookServer.answer(200, ""));
        register.register().alerts().decide(alert.id(), alert.revision(), AlertStatus.REJECTED, "analyst", "");
        await().until(() -> types(alert).contains("alert.retracted"));
        clock.advance(Duration.ofMinutes(10));
        awaitAnotherAlert(register);
        assertThat(types(alert)).containsExactly("alert.raised", "alert.retracted");
    }

    @Test
    void whoever_was_not_told_hears_nothing_of_a_rejected_alert() throws Exception {
        NotifySettings settings = settings(yaml(""));
        TestRegister register = register(settings);
        Alert alert = register.raise("一中门口有人持刀");
        register.register().alerts().decide(alert.id(), alert.revision(), AlertStatus.REJECTED, "analyst", "");
        start(settings, register);
        awaitAnotherAlert(register);
        assertThat(types(alert)).isEmpty();
    }

    @Test
    void a_delivery_that_a_vanished_process_had_claimed_comes_back() throws Exception {
        NotifySettings settings = settings(yaml(""));
        TestRegister register = register(settings);
        Alert alert = register.raise("一中门口有人持刀");
        assertThat(register.register().deliveries().claim("duty", 10, LEASE)).hasSize(1);
        start(settings, register);
        awaitAnotherAlert(register);
        assertThat(types(alert)).isEmpty();
        clock.advance(LEASE);
        awaitState(register, alert, DeliveryState.SENT);
        assertThat(duty.ids()).contains(register.only(alert).id());
    }

    @Test
    void after_a_kill_between_sending_and_marking_the_same_id_comes_again(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("notify.yaml"), yaml(""));
        NotifySettings settings = NotifySettings.from(ConfigNode.read(file));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        TestRegister register = opened(new TestRegister(server, settings, Clock.systemUTC()));
        duty.behave(duty.hang());
        Alert alert = register.raise("一中门口有人持刀");
        Process process = dispatcherProcess(register, file);
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> duty.received().size() == 1);
        } finally {
            process.destroyForcibly().waitFor();
        }
        duty.behave(HookServer.answer(200, ""));
        Register reopened = opened(Register.open(register.database(), settings.forRegister(), later));
        opened(Dispatcher.start(settings, reopened, later, ENV));
        awaitState(register, alert, DeliveryState.SENT);
        assertThat(duty.ids())
                .containsExactly(register.only(alert).id(), register.only(alert).id());
        assertThat(duty.received().get(1).text())
                .isEqualTo(duty.received().get(0).text());
    }

    private static Process dispatcherProcess(TestRegister register, Path settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                DispatcherProcess.class.getName(),
                register.database().url(),
                settings.toString());
        builder.environment().putAll(ENV);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void a_database_that_was_away_for_a_while_stops_nothing_for_good() throws Exception {
        TestRegister register = started();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(Dispatcher.class);
        log.start();
        logger.addAppender(log);
        open.push(() -> logger.detachAppender(log));
        register.execute("alter table delivery rename to away");
        await().until(() ->
                log.list.stream().anyMatch(event -> event.getMessage().contains("can't be claimed")));
        register.execute("alter table away rename to delivery");
        Alert alert = register.raise("一中门口有人持刀");
        awaitState(register, alert, DeliveryState.SENT);
    }

    @Test
    void a_message_that_cannot_be_written_ends_like_any_other() throws Exception {
        NotifySettings settings = settings(yaml(""));
        TestRegister register = register(settings);
        Alert alert = register.raise("一中门口有人持刀");
        register.execute("update delivery set payload = '[]'");
        start(settings, register);
        awaitFailures(register, alert, 1);
        assertThat(register.only(alert).lastError()).contains("the payload holds no object 'data'");
        assertThat(duty.received()).isEmpty();
    }

    @Test
    void closing_lets_what_is_under_way_end() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        HttpHandler ok = HookServer.answer(200, "");
        NotifySettings settings = settings(yaml(""));
        TestRegister register = register(settings);
        Dispatcher dispatcher = Dispatcher.start(settings, register.register(), clock, ENV);
        duty.behave(exchange -> {
            awaitLatch(answer);
            ok.handle(exchange);
        });
        Alert alert = register.raise("一中门口有人持刀");
        await().until(() -> duty.received().size() == 1);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(dispatcher::close);
        answer.countDown();
        closing.join();
        assertThat(register.only(alert).state()).isEqualTo(DeliveryState.SENT);
        register.raise("另一件事");
        assertThat(register.register().deliveries().counts()).containsEntry(DeliveryState.PENDING, 1L);
    }

    @Test
    void a_mail_receiver_gets_a_mail_under_the_deliverys_id() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        open.push(mail::stop);
        NotifySettings settings = settings("""
                smtp:
                  host: 127.0.0.1
                  port: %d
                  from: huxiao@bureau.example
                  starttls: false
                receivers:
                  - id: office
                    type: mail
                    to: safety@bureau.example
                """.formatted(mail.getSmtp().getPort()));
        TestRegister register = register(settings);
        start(settings, register);
        Alert alert = register.raise("有人带刀堵在一中门口");
        awaitState(register, alert, DeliveryState.SENT);
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getMessageID())
                .isEqualTo("<" + register.only(alert).id() + "@bureau.example>");
        assertThat(mail.getReceivedMessages()[0].getSubject()).contains("红色").contains("沧澜市第一中学");
    }

    @Test
    void a_missing_or_malformed_secret_is_refused_at_the_start() throws Exception {
        NotifySettings settings = settings(yaml(""));
        TestRegister register = register(settings);
        assertThatThrownBy(() -> Dispatcher.start(settings, register.register(), clock, Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "notify.yaml:4: receiver duty: the environment variable DUTY_SECRET, which holds its secret, "
                                + "is not set");
        assertThatThrownBy(() ->
                        Dispatcher.start(settings, register.register(), clock, Map.of("DUTY_SECRET", "whsec_c2hvcnQ=")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("notify.yaml:4: receiver duty: environment variable DUTY_SECRET")
                .message()
                .doesNotContain("c2hvcnQ");
    }

    @Test
    void a_district_that_nobody_has_is_refused_at_the_start() throws Exception {
        NotifySettings settings = settings(yaml("    districts: [运东区, 云东区]\n"));
        TestRegister register = register(settings);
        assertThatThrownBy(() -> Dispatcher.start(settings, register.register(), clock, ENV))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("notify.yaml:4: receiver duty: districts: found '云东区'");
    }
}
