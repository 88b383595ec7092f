package huxiao.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Alert;
import huxiao.model.Json;
import huxiao.register.AlertFilter;
import huxiao.register.AlertPage;
import huxiao.register.AlertPost;
import huxiao.register.Register;
import huxiao.register.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is killed in the middle of its work and started again. */
class KilledDemoIT {
    /** A busy machine of two cores takes minutes to start the whole of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    @Test
    void after_kill_9_no_alert_is_lost_none_is_doubled_and_no_webhook_comes_under_a_new_id() throws Exception {
        Path data = folder.resolve("data");
        Path log = folder.resolve("demo.log");
        try (DemoProcess first = DemoProcess.start(data, log)) {
            await().atMost(PATIENCE).until(() -> !first.received().isEmpty() || !first.isAlive());
            assertThat(first.received())
                    .as(() -> String.join("\n", DemoProcess.lines(log)))
                    .isNotEmpty();
            first.kill();
        }
        List<Alert> before = alerts(data);
        assertThat(before).isNotEmpty();

        int receivedBefore;
        try (DemoProcess second = DemoProcess.start(data, log)) {
            receivedBefore = second.received().size();
            await().atMost(PATIENCE).until(() -> second.received().size() > receivedBefore || !second.isAlive());
            assertThat(second.isAlive())
                    .as(() -> String.join("\n", DemoProcess.lines(log)))
                    .isTrue();
            assertThat(second.interrupt()).isTrue();
        }
        List<Alert> after = alerts(data);
        assertThat(after)
                .extracting(Alert::id)
                .containsAll(before.stream().map(Alert::id).toList());
        assertThat(after).extracting(Alert::id).doesNotHaveDuplicates();
        assertNoPostInTwoAlerts(data, after);
        assertEveryRevisionWasToldUnderOneId(DemoProcess.lines(data.resolve("demo-received.jsonl")));
    }

    private static void assertNoPostInTwoAlerts(Path data, List<Alert> alerts) {
        withRegister(data, register -> {
            Set<String> posts = new HashSet<>();
            for (Alert alert : alerts) {
                for (AlertPost post : register.alerts().posts(alert.id())) {
                    assertThat(posts.add(post.id()))
                            .as("post %s is in one alert only", post.id())
                            .isTrue();
                }
            }
        });
    }

    private static void assertEveryRevisionWasToldUnderOneId(List<String> received) {
        Map<String, String> told = new HashMap<>();
        for (String line : received) {
            JsonNode delivery = Json.tree(line);
            JsonNode alert = delivery.path("body").path("data");
            assertThat(alert.path("id").asText()).isNotEmpty();
            String revision =
                    alert.path("id").asText() + "/" + alert.path("revision").asInt();
            String id = delivery.path("id").asText();
            assertThat(told.putIfAbsent(revision, id)).as("id of %s", revision).isIn(null, id);
        }
    }

    private static List<Alert> alerts(Path data) {
        List<Alert> all = new ArrayList<>();
        withRegister(data, register -> {
            String cursor = "";
            do {
                AlertPage page = register.alerts().list(AlertFilter.ALL.page(1000, cursor));
                all.addAll(page.alerts());
                cursor = page.next();
            } while (!cursor.isEmpty());
        });
        return all;
    }

    private static void withRegister(Path data, java.util.function.Consumer<Register> work) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data.resolve("postgres"));
                Register register = Register.open(database.settings(), List.of(), Clock.systemUTC())) {
            work.accept(register);
        }
    }
}
