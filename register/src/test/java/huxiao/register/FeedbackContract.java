package huxiao.register;

import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What decisions leave the register as. */
interface FeedbackContract extends RegisterFixture {
    private Alert raise(String post, String words) {
        return register().alerts().record(post(post).saying(words).seen()).alert();
    }

    private List<DecidedAlert> decided() {
        return register().feedback().decided(Instant.EPOCH);
    }

    @Test
    default void only_what_a_person_decided_is_given_and_a_closed_alert_was_found_true() {
        Alert verified = raise("p1", "真的");
        Alert rejected = raise("p2", "只是抱怨");
        Alert closed = raise("p3", "办完了");
        raise("p4", "没人看过");
        AlertBook alerts = register().alerts();
        alerts.decide(verified.id(), 1, AlertStatus.VERIFIED, "li", "");
        alerts.decide(rejected.id(), 1, AlertStatus.REJECTED, "li", "");
        alerts.decide(closed.id(), 1, AlertStatus.VERIFIED, "li", "");
        alerts.decide(closed.id(), 2, AlertStatus.CLOSED, "li", "");
        assertThat(decided())
                .extracting(DecidedAlert::id, DecidedAlert::rejected, DecidedAlert::level, DecidedAlert::categories)
                .containsExactlyInAnyOrder(
                        tuple(verified.id(), false, Level.ORANGE, List.of(Category.VIOLENCE_THREAT)),
                        tuple(rejected.id(), true, Level.ORANGE, List.of(Category.VIOLENCE_THREAT)),
                        tuple(closed.id(), false, Level.ORANGE, List.of(Category.VIOLENCE_THREAT)));
        assertThat(decided()).allSatisfy(alert -> {
            assertThat(alert.stance()).isEqualTo(Stance.INTENT);
            assertThat(alert.texts()).hasSize(1);
            assertThat(alert.toString()).doesNotContain("0123456789abcdef", "forum.example", "\"p");
        });
        assertThat(decided()).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
    }

    @Test
    default void what_the_program_found_after_the_decision_nobody_has_confirmed() {
        Alert alert = raise("p1", "明天动手");
        register().alerts().record(post("p2").saying("同一件事").joins(alert).seen());
        register().alerts().decide(alert.id(), 1, AlertStatus.VERIFIED, "li", "");
        clock().advance(Duration.ofHours(1));
        register()
                .alerts()
                .record(post("p3")
                        .saying("更糟")
                        .joins(alert)
                        .level(Level.RED)
                        .of(Category.INCITEMENT)
                        .at(clock().instant())
                        .seen());
        assertThat(register().alerts().find(alert.id()).orElseThrow().level()).isEqualTo(Level.RED);
        assertThat(decided()).singleElement().satisfies(one -> {
            assertThat(one.level()).isEqualTo(Level.ORANGE);
            assertThat(one.categories()).containsExactly(Category.VIOLENCE_THREAT);
            assertThat(one.texts()).extracting(DecidedAlert.Text::text).containsExactly("明天动手", "同一件事");
        });
    }

    @Test
    default void a_decision_taken_back_counts_as_it_stands_and_a_merged_alert_is_part_of_the_other() {
        Alert first = raise("p1", "第一条");
        Alert second = raise("p2", "第二条");
        register().alerts().decide(first.id(), 1, AlertStatus.REJECTED, "li", "");
        register().alerts().decide(first.id(), 2, AlertStatus.VERIFIED, "wang", "");
        clock().advance(Duration.ofHours(1));
        register().alerts().merge(second.id(), first.id(), 1, "wang", "");
        assertThat(decided()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(first.id());
            assertThat(one.rejected()).isFalse();
            assertThat(one.texts()).hasSize(2);
        });
    }

    @Test
    default void only_what_was_decided_since_is_given_and_the_export_is_in_the_audit_trail() {
        Alert early = raise("p1", "早");
        register().alerts().decide(early.id(), 1, AlertStatus.REJECTED, "li", "");
        clock().advance(Duration.ofDays(1));
        Instant since = clock().instant();
        Alert late = raise("p2", "晚");
        register().alerts().decide(late.id(), 1, AlertStatus.REJECTED, "li", "");
        assertThat(register().feedback().decided(since))
                .extracting(DecidedAlert::id)
                .containsExactly(late.id());
        register().feedback().exported("system", since, 1, 1);
        assertThat(register().audit().list(AuditFilter.ALL)).first().satisfies(entry -> {
            assertThat(entry.person()).isEqualTo("system");
            assertThat(entry.action()).isEqualTo("feedback.exported");
            assertThat(entry.detail()).contains("1 alerts, 1 rows");
        });
    }
}
