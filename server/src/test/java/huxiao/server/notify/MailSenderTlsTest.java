package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a small SMTP server that can turn to TLS (RFC 3207) and asks for a password (RFC 4954). */
@Timeout(20)
class MailSenderTlsTest {
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private final List<String> inTheClear = new CopyOnWriteArrayList<>();
    private final List<String> encrypted = new CopyOnWriteArrayList<>();

    @Test
    void the_password_travels_only_after_the_turn_to_tls() throws Exception {
        SSLContext context = context("ip:127.0.0.1");
        assertThat(send(context, context.getSocketFactory())).isEqualTo(new Outcome.Sent());
        assertThat(encrypted).contains("RCPT TO:<duty@police.example>");
        assertThat(encrypted)
                .filteredOn(line -> line.startsWith("AUTH PLAIN "))
                .singleElement()
                .satisfies(line -> assertThat(new String(
                                Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length())),
                                StandardCharsets.UTF_8))
                        .endsWith("\0huxiao\0geheim"));
        assertThat(inTheClear).allMatch(line -> line.startsWith("EHLO") || line.equals("STARTTLS"));
    }

    @Test
    void a_server_with_another_names_certificate_gets_neither_password_nor_mail() throws Exception {
        SSLContext context = context("dns:other.example");
        assertThat(send(context, context.getSocketFactory())).isInstanceOf(Outcome.Failed.class);
        assertThat(inTheClear).contains("STARTTLS");
        assertThat(encrypted).isEmpty();
    }

    @Test
    void a_server_with_an_untrusted_certificate_gets_neither_password_nor_mail() throws Exception {
        SSLContext context = context("ip:127.0.0.1");
        assertThat(send(context, (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(inTheClear).contains("STARTTLS");
        assertThat(encrypted).isEmpty();
    }

    private Outcome send(SSLContext server, SSLSocketFactory client) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(listening, server), "smtp");
            thread.start();
            SmtpSettings smtp = new SmtpSettings(
                    "127.0.0.1", listening.getLocalPort(), "huxiao@bureau.example", true, "huxiao", "UNUSED");
            MailText text = new MailText(URI.create("https://huxiao.example"), MailLanguage.ZH);
            Timeouts timeouts = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));
            Outcome outcome = new MailSender(smtp, "geheim", "duty@police.example", text, timeouts, client)
                    .send(Deliveries.raised());
            thread.join();
            return outcome;
        }
    }

    private void serve(ServerSocket listening, SSLContext context) {
        try (Socket plain = listening.accept()) {
            say(plain, "220 mail.example");
            if (talk(plain, inTheClear, "250-mail.example\r\n250 STARTTLS")) {
                try (SSLSocket tls =
                        (SSLSocket) context.getSocketFactory().createSocket(plain, (InputStream) null, true)) {
                    talk(tls, encrypted, "250-mail.example\r\n250 AUTH PLAIN");
                }
            }
        } catch (IOException e) {
            // The client leaves early where it trusts nobody, and at the end without waiting for a farewell.
            System.err.println("the client left: " + e);
        }
    }

    /** Answers until the other side leaves (false) or asks for TLS (true). */
    private static boolean talk(Socket socket, List<String> heard, String greeting) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        boolean inMail = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (inMail) {
                inMail = !line.equals(".");
                if (!inMail) {
                    say(socket, "250 taken");
                }
            } else if (line.startsWith("EHLO")) {
                say(socket, greeting);
            } else if (line.equals("STARTTLS")) {
                say(socket, "220 go on");
                return true;
            } else if (line.startsWith("AUTH")) {
                say(socket, "235 welcome");
            } else if (line.equals("DATA")) {
                inMail = true;
                say(socket, "354 go on");
            } else {
                say(socket, "250 fine");
            }
        }
        return false;
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** A key of its own with a certificate for one name, trusted by this context alone. */
    private SSLContext context(String subjectAlternativeName)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=" + subjectAlternativeName,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(STORE_PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, STORE_PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", store.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
