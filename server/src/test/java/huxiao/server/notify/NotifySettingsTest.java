package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import huxiao.register.Receiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifySettingsTest {
    private static final String WHOLE = """
            consoleUrl: https://huxiao.example/app
            maxAge: 12h
            retries: [1s, 2m]
            connectTimeout: 1s
            timeout: 10s
            inFlight: 2
            smtp:
              host: mail.example
              from: huxiao@bureau.example
              user: huxiao
              passwordEnv: HUXIAO_SMTP_PASSWORD
            receivers:
              - id: police-1
                type: webhook
                url: https://duty.example/in?unit=1
                secretEnv: POLICE_SECRET
                minLevel: orange
                routes: [police_now, police_list]
                policeUnits: [河畔分局]
              - id: bureau
                type: mail
                to: safety@bureau.example
                language: en
                districts: [河畔区]
                schools: [CL001]
            """;

    private static NotifySettings read(String yaml) {
        return NotifySettings.from(ConfigNode.parse("notify.yaml", yaml));
    }

    @Test
    void the_shipped_file_says_exactly_the_defaults() {
        Path shipped = Path.of(System.getProperty("huxiao.home"), "config", "notify.yaml");
        NotifySettings defaults = read("");
        assertThat(NotifySettings.from(ConfigNode.read(shipped))).isEqualTo(defaults);
        assertThat(defaults.maxAge()).isEqualTo(Duration.ofDays(2));
        assertThat(defaults.retries()).isEqualTo(RetrySchedule.STANDARD);
        assertThat(defaults.timeouts()).isEqualTo(new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15)));
        assertThat(defaults.receivers()).isEmpty();
    }

    @Test
    void every_key_is_read() {
        NotifySettings settings = read(WHOLE);
        assertThat(settings.consoleUrl()).hasToString("https://huxiao.example/app");
        assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.retries().delays()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
        assertThat(settings.timeouts()).isEqualTo(new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(10)));
        assertThat(settings.inFlight()).isEqualTo(2);
        assertThat(settings.smtp())
                .isEqualTo(Optional.of(new SmtpSettings(
                        "mail.example", 587, "huxiao@bureau.example", true, "huxiao", "HUXIAO_SMTP_PASSWORD")));
        assertThat(settings.receivers()).extracting(ReceiverSettings::secretEnv).containsExactly("POLICE_SECRET", "");
        assertThat(settings.receivers())
                .extracting(ReceiverSettings::language)
                .containsExactly(MailLanguage.ZH, MailLanguage.EN);
        assertThat(settings.forRegister())
                .containsExactly(
                        new Receiver(
                                "police-1",
                                "webhook",
                                "https://duty.example/in?unit=1",
                                Level.ORANGE,
                                Set.of(Route.POLICE_NOW, Route.POLICE_LIST),
                                List.of(),
                                List.of("河畔分局"),
                                List.of()),
                        new Receiver(
                                "bureau",
                                "mail",
                                "safety@bureau.example",
                                Level.BLUE,
                                Set.of(Route.values()),
                                List.of("河畔区"),
                                List.of(),
                                List.of("CL001")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inFlight: 2|inFlight: 0|notify.yaml:6: inFlight",
                "maxAge: 12h|maxage: 12h|notify.yaml:2: unknown key 'maxage'",
                "retries: [1s, 2m]|retries: [1s, 0m]|notify.yaml:3: retries: found '0m'",
                "retries: [1s, 2m]|retries: []|notify.yaml:3: retries: found '0 waits'",
                "timeout: 10s|timeout: 500ms|notify.yaml:5: timeout",
                "consoleUrl: https://huxiao.example/app|consoleUrl: huxiao.example|notify.yaml:1: consoleUrl",
                "id: police-1|id: Police 1|notify.yaml:13: receivers[0].id",
                "id: police-1|id: bureau|notify.yaml:20: receivers[1].id: found 'bureau'",
                "type: webhook|type: pager|notify.yaml:14: receivers[0].type: found 'pager'",
                "url: https://duty.example/in?unit=1|url: ftp://duty.example|notify.yaml:15: receivers[0].url",
                "url: https://duty.example/in?unit=1|url: https://a:b@duty.example|notify.yaml:15: receivers[0].url",
                "secretEnv: POLICE_SECRET|secret: x|'receivers[0].secretEnv' is missing",
                "minLevel: orange|minLevel: none|notify.yaml:17: receivers[0].minLevel",
                "routes: [police_now, police_list]|routes: [army]|notify.yaml:18: receivers[0].routes: found 'army'",
                "routes: [police_now, police_list]|routes: []|notify.yaml:18: receivers[0].routes",
                "to: safety@bureau.example|to: a@b.example, c@d.example|notify.yaml:22: receivers[1].to",
                "language: en|url: https://x.example|notify.yaml:23: unknown key 'receivers[1].url'",
                "user: huxiao|port: 70000|notify.yaml:10: smtp.port",
                "passwordEnv: HUXIAO_SMTP_PASSWORD|starttls: false|smtp.user",
            })
    void a_fault_is_refused_with_its_place(String good, String bad, String message) {
        assertThat(WHOLE).contains(good);
        assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_header_hidden_in_an_address_is_refused() {
        String bad = WHOLE.replace("to: safety@bureau.example", "to: \"safety@bureau.example\\r\\nBcc: x@y.example\"");
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("notify.yaml:22: receivers[1].to");
    }

    @Test
    void a_password_is_never_sent_in_the_clear() {
        assertThatThrownBy(() -> read(WHOLE.replace("  user: huxiao", "  user: huxiao\n  starttls: false")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("smtp.starttls");
    }

    @Test
    void a_secret_in_the_file_is_refused_and_not_repeated() {
        String bad = WHOLE.replace("POLICE_SECRET", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("notify.yaml:16: receivers[0].secretEnv")
                .message()
                .doesNotContain("MfKQ");
    }

    @Test
    void mail_without_a_mail_server_is_refused() {
        String bad = WHOLE.replaceAll("(?s)smtp:.*receivers:", "receivers:");
        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("receivers[1].type");
    }
}
