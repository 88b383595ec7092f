package huxiao.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPageTest {
    private static final String AUTHORIZATION = "Authorization";

    @TempDir
    static Path folder;

    private static TestCity city;

    @BeforeAll
    static void start() {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void the_token_opens_the_figures() {
        HttpResponse<String> answer = city.visitor().get("/metrics", AUTHORIZATION, "Bearer " + TestCity.METRICS_TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("posts_total 1\n");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    }

    @Test
    void nothing_else_opens_them() {
        for (String authorization : new String[] {"", "Bearer ", "Bearer wrong", "Bearer " + TestCity.KEY_A1}) {
            HttpResponse<String> answer = city.visitor().get("/metrics", AUTHORIZATION, authorization);
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
            assertThat(answer.body()).doesNotContain("posts_total");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
        assertThat(city.visitor().get("/metrics").statusCode()).isEqualTo(401);
        assertThat(city.as("admin").get("/metrics").statusCode())
                .as("a session")
                .isEqualTo(401);
    }
}
