package huxiao.register;

import static huxiao.register.World.MORNING;
import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is put aside, and what is forgotten. */
interface RetentionContract extends RegisterFixture {
    @Test
    default void poison_is_put_aside_once_and_counted() {
        DeadLetterBook deadLetters = register().deadLetters();
        deadLetters.put("post", "posts.jsonl:7", "not JSON", "{\"id\u0000");
        clock().advance(Duration.ofMinutes(1));
        deadLetters.put("post", "posts.jsonl:7", "not JSON at column 5", "{\"id\u0000");
        deadLetters.put("page", "http://x/", "too large", "x".repeat(50_000));
        assertThat(deadLetters.count()).isEqualTo(2);
        assertThat(deadLetters.list(10))
                .filteredOn(letter -> letter.kind().equals("post"))
                .containsExactly(new DeadLetter(
                        "post", "posts.jsonl:7", "not JSON at column 5", "{\"id\uFFFD", clock().instant(), 2));
        assertThat(deadLetters.list(10))
                .allSatisfy(letter -> assertThat(letter.payload()).hasSizeLessThanOrEqualTo(20_000));
    }

    @Test
    default void a_post_is_forgotten_at_request_unless_it_belongs_to_an_alert() {
        Alert alert = register().alerts().record(post("evidence").seen()).alert();
        register().deadLetters().put("index", "harmless", "too long", "{\"text\":\"旧事\"}");
        register().deadLetters().put("index", "evidence", "too long", "{\"text\":\"旧闻\"}");
        register().deadLetters().put("index", "another", "too long", "{\"text\":\"新闻\"}");

        assertThat(register().forgetPost("evidence", "li", "hides an alert")).contains(alert.id());
        assertThat(register().deadLetters().count()).isEqualTo(3);
        assertThat(register().audit().list(AuditFilter.ALL)).isEmpty();

        assertThat(register().forgetPost("harmless", "li", "asked by its author"))
                .isEmpty();
        assertThat(register().deadLetters().list(10))
                .extracting(DeadLetter::reference)
                .containsExactlyInAnyOrder("evidence", "another");
        assertThat(register().alerts().list(AlertFilter.ALL).alerts()).hasSize(1);
        assertThat(register().audit().list(AuditFilter.ALL))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::subject, AuditEntry::detail)
                .containsExactly(tuple("li", "post.forgotten", "harmless", "asked by its author"));
    }

    @Test
    default void an_alert_past_its_time_is_forgotten_with_all_that_belongs_to_it() throws Exception {
        Alert old = register().alerts().record(post("p1").saying("旧事").seen()).alert();
        Alert oldDecided =
                register().alerts().record(post("p2").saying("旧闻").seen()).alert();
        register().alerts().decide(oldDecided.id(), 1, AlertStatus.REJECTED, "li", "");
        Instant later = MORNING.plus(Duration.ofDays(10));
        Alert revived = register().alerts().record(post("p3").seen()).alert();
        register().alerts().record(post("p4").joins(revived).at(later).seen());
        register().deadLetters().put("post", "a:1", "bad", "x");
        clock().advance(Duration.ofDays(20));

        RetentionReport report = register().forget(clock().instant(), MORNING.plus(Duration.ofDays(5)));

        assertThat(report).isEqualTo(new RetentionReport(2, 2, 6, 1, 1, 0, 0));
        assertThat(register().alerts().list(AlertFilter.ALL).alerts())
                .extracting(Alert::id)
                .containsExactly(revived.id());
        assertThat(register().alerts().members(Instant.EPOCH, later.plusSeconds(1)))
                .extracting(AlertMember::postId)
                .containsExactly("p3", "p4");
        List<RegisterChange> feed = register().changes().after(ChangePosition.START, 10);
        assertThat(feed)
                .as("the job hears of the open one once more")
                .extracting(RegisterChange::id, RegisterChange::revision)
                .containsExactly(tuple(old.id(), 2));
        Alert last = Json.read(feed.get(0).payload(), Alert.class);
        assertThat(last.isOpen()).isFalse();
        assertThat(feed.get(0).payload())
                .doesNotContain("旧事")
                .doesNotContain(old.post().author());
        assertThat(register().audit().list(AuditFilter.ALL))
                .extracting(AuditEntry::action)
                .containsExactly("retention.run", "alert.rejected");
        assertThat(register().forget(Instant.EPOCH, MORNING.plus(Duration.ofDays(5))))
                .isEqualTo(new RetentionReport(0, 0, 0, 0, 0, 0, 0));
    }
}
