package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    private static final String TEXT = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1614265330;
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final WebhookSecret secret = WebhookSecret.parse(TEXT);

    @Test
    void the_specifications_own_example_gets_its_signature() {
        assertThat(secret.sign(ID, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void a_receiver_accepts_it_alone_and_among_others() {
        assertThat(secret.verifies(ID, TIMESTAMP, BODY, SIGNATURE)).isTrue();
        assertThat(secret.verifies(ID, TIMESTAMP, BODY, "v1,AAAA v1a,BBBB " + SIGNATURE))
                .isTrue();
    }

    @Test
    void a_change_of_id_time_body_or_secret_is_noticed() {
        byte[] other = "{\"test\": 2432232315}".getBytes(StandardCharsets.UTF_8);
        assertThat(secret.verifies(ID + "x", TIMESTAMP, BODY, SIGNATURE)).isFalse();
        assertThat(secret.verifies(ID, TIMESTAMP + 1, BODY, SIGNATURE)).isFalse();
        assertThat(secret.verifies(ID, TIMESTAMP, other, SIGNATURE)).isFalse();
        assertThat(secret.verifies(ID, TIMESTAMP, BODY, "")).isFalse();
        assertThat(WebhookSecret.parse("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                        .verifies(ID, TIMESTAMP, BODY, SIGNATURE))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La",
                "whsec_MfKQ9r8G KYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anything_else_is_refused_without_being_repeated(String text) {
        assertThatThrownBy(() -> WebhookSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whsec_ and the base64 of 24 to 64 bytes")
                .message()
                .doesNotContain("MfKQ")
                .doesNotContain("AAAA");
    }

    @Test
    void it_does_not_show_itself() {
        assertThat(secret.toString()).doesNotContain("MfKQ");
    }
}
