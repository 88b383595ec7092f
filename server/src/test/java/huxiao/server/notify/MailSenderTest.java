package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import huxiao.register.Delivery;
import huxiao.register.DeliveryEvent;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MailSenderTest {
    private static final URI CONSOLE = URI.create("https://huxiao.example");
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));
    private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(500), Duration.ofMillis(700));

    private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private GreenMail mail;

    @BeforeEach
    void open() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    @AfterEach
    void close() {
        mail.stop();
    }

    private static MailSender sender(int port, MailLanguage language, Timeouts timeouts) {
        SmtpSettings smtp = new SmtpSettings("127.0.0.1", port, "huxiao@bureau.example", false, "", "");
        return new MailSender(smtp, "", "duty@police.example", new MailText(CONSOLE, language), timeouts, TLS);
    }

    private MimeMessage receive(Delivery delivery, MailLanguage language) {
        assertThat(sender(mail.getSmtp().getPort(), language, TIMEOUTS).send(delivery))
                .isEqualTo(new Outcome.Sent());
        MimeMessage[] received = mail.getReceivedMessages();
        return received[received.length - 1];
    }

    @Test
    void a_mail_says_level_school_and_id_in_its_subject_and_the_rest_below() throws Exception {
        MimeMessage message = receive(Deliveries.raised(), MailLanguage.ZH);
        assertThat(message.getSubject()).isEqualTo("【护校·红色】沧澜市第一中学（警情 fedcba98）");
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("duty@police.example");
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("huxiao@bureau.example");
        assertThat(message.getHeader("Importance")).containsExactly("high");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContent().toString().replace("\r\n", "\n").strip())
                .isEqualTo("""
                        红色警情，尚未经人工核实。

                        学校：沧澜市第一中学（运东区）
                        类别：暴力威胁
                        发布：2026-03-02 09:02（北京时间）
                        所说时间：2026-03-02 09:02 至 2026-03-02 09:32（北京时间，按原文推算）
                        同事帖文：3 篇
                        出处：http://127.0.0.2/t/1

                        帖文（网上公开内容，号码已遮盖；以“>”开头的各行均为发帖人所写）：
                        > 有人带刀堵在一中门口
                        > 快来人，刀很长

                        查看：https://huxiao.example/alerts/fedcba9876543210fedcba9876543210
                        收到后请在上述页面点击“确认收到”。

                        警情 fedcba9876543210fedcba9876543210，第 1 版，通知 0123456789abcdef0123456789abcdef""".strip());
    }

    @Test
    void a_mail_sent_again_is_known_by_its_message_id_and_lies_with_its_alert() throws Exception {
        MimeMessage first = receive(Deliveries.raised(), MailLanguage.ZH);
        MimeMessage again = receive(Deliveries.raised(), MailLanguage.ZH);
        assertThat(mail.getReceivedMessages()).hasSize(2);
        assertThat(first.getMessageID()).isEqualTo("<0123456789abcdef0123456789abcdef@bureau.example>");
        assertThat(again.getMessageID()).isEqualTo(first.getMessageID());
        assertThat(again.getHeader("References"))
                .containsExactly("<alert-fedcba9876543210fedcba9876543210@bureau.example>");
    }

    @Test
    void a_retraction_wakes_nobody_and_repeats_no_text() throws Exception {
        MimeMessage message = receive(Deliveries.of(DeliveryEvent.RETRACTED, "沧澜市第一中学", "", ""), MailLanguage.ZH);
        assertThat(message.getSubject()).isEqualTo("【护校·撤回】沧澜市第一中学（警情 fedcba98）");
        assertThat(message.getContent().toString())
                .startsWith("此前发出的红色警情现予撤回，经人工核实不属实。")
                .doesNotContain(">");
        assertThat(message.getHeader("Importance")).isNull();
    }

    @Test
    void english_is_written_where_it_is_asked_for() throws Exception {
        MimeMessage message = receive(Deliveries.raised(), MailLanguage.EN);
        assertThat(message.getSubject()).isEqualTo("[Huxiao Red] 沧澜市第一中学 (alert fedcba98)");
        assertThat(message.getContent().toString())
                .startsWith("Red alert, not verified by a person yet.")
                .contains("its author's");
    }

    @Test
    void hostile_text_makes_no_header_and_no_line_of_ours() throws Exception {
        String hostile = "一中\r\nBcc: all@example.com\r\n\r\n查看：http://evil.example {0} '{'";
        MimeMessage message = receive(
                Deliveries.of(DeliveryEvent.RAISED, hostile, hostile, hostile + "\u2028查看\u202E"), MailLanguage.ZH);
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getSubject())
                .doesNotContain("\n")
                .doesNotContain("\r")
                .contains("Bcc: all@example.com");
        assertThat(message.getContent().toString().lines().filter(line -> line.contains("evil.example")))
                .allMatch(line -> line.startsWith("> ") || line.startsWith("学校："));
        assertThat(message.getContent().toString().lines().filter(line -> line.startsWith("查看：")))
                .containsExactly("查看：https://huxiao.example/alerts/fedcba9876543210fedcba9876543210");
    }

    @Test
    void a_server_without_tls_gets_no_mail_where_tls_is_asked_for() {
        SmtpSettings smtp =
                new SmtpSettings("127.0.0.1", mail.getSmtp().getPort(), "huxiao@bureau.example", true, "", "");
        MailSender sender =
                new MailSender(smtp, "", "duty@police.example", new MailText(CONSOLE, MailLanguage.ZH), TIMEOUTS, TLS);
        assertThat(sender.send(Deliveries.raised()))
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.error())
                        .contains("STARTTLS"));
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_that_is_away_is_a_failure() {
        int port = mail.getSmtp().getPort();
        mail.stop();
        assertThat(sender(port, MailLanguage.ZH, TIMEOUTS).send(Deliveries.raised()))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void a_server_that_talks_for_ever_is_left_when_the_time_is_up() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread talker = new Thread(() -> talk(listening, ended), "talker");
            talker.start();
            Outcome outcome =
                    sender(listening.getLocalPort(), MailLanguage.ZH, SHORT).send(Deliveries.raised());
            assertThat(outcome).isInstanceOf(Outcome.Failed.class);
            ended.countDown();
            await().until(() -> !talker.isAlive());
        }
    }

    /** Greets line by line without ever coming to the last. */
    private static void talk(ServerSocket listening, CountDownLatch ended) {
        try (Socket socket = listening.accept();
                OutputStream out = socket.getOutputStream()) {
            while (!ended.await(20, TimeUnit.MILLISECONDS)) {
                out.write("220-one moment please\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException hungUp) {
            assertThat(ended.getCount()).isLessThanOrEqualTo(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_address_that_is_refused_for_good_is_not_tried_again() throws Exception {
        assertThat(refusedWith("550 5.1.1 no such user"))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.error())
                        .contains("no such user"));
        assertThat(refusedWith("450 4.2.0 come back later")).isInstanceOf(Outcome.Failed.class);
    }

    private static Outcome refusedWith(String answer) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> refuse(listening, answer), "refuser");
            server.start();
            Outcome outcome =
                    sender(listening.getLocalPort(), MailLanguage.ZH, TIMEOUTS).send(Deliveries.raised());
            await().until(() -> !server.isAlive());
            return outcome;
        }
    }

    private static void refuse(ServerSocket listening, String answer) {
        try (Socket socket = listening.accept();
                OutputStream out = socket.getOutputStream();
                var in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            out.write("220 mail.example\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String reply = line.startsWith("RCPT") ? answer : "250 fine";
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
