package huxiao.register;

import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.register.AlertEvent.Action;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people make of an alert. */
interface DecisionContract extends RegisterFixture {
    private AlertBook alerts() {
        return register().alerts();
    }

    private Alert raise(String post) {
        return alerts().record(post(post).seen()).alert();
    }

    @Test
    default void a_decision_raises_the_revision_and_leaves_its_traces() {
        Alert alert = raise("p1");
        clock().advance(Duration.ofMinutes(1));
        Alert verified = alerts().decide(alert.id(), 1, AlertStatus.VERIFIED, "li", "学校已证实");
        assertThat(verified.status()).isEqualTo(AlertStatus.VERIFIED);
        assertThat(verified.revision()).isEqualTo(2);
        assertThat(alerts().find(alert.id())).contains(verified);
        assertThat(alerts().history(alert.id()))
                .extracting(AlertEvent::action, AlertEvent::person, AlertEvent::note, AlertEvent::revision)
                .containsExactly(tuple(Action.RAISED, "", "", 1), tuple(Action.VERIFIED, "li", "学校已证实", 2));
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject(alert.id())))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::detail, AuditEntry::at)
                .containsExactly(tuple("li", "alert.verified", "学校已证实", clock().instant()));
        assertThat(register().changes().after(ChangePosition.START, 10))
                .extracting(RegisterChange::kind, RegisterChange::id, RegisterChange::school, RegisterChange::revision)
                .containsExactly(tuple("alert", alert.id(), "A1", 2));
    }

    @Test
    default void a_decision_on_an_old_revision_is_refused_and_writes_nothing() {
        Alert alert = raise("p1");
        alerts().record(post("p2").joins(alert).level(Level.RED).seen());
        assertThatThrownBy(() -> alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", ""))
                .isInstanceOfSatisfying(StaleRevisionException.class, e -> assertThat(e.actual())
                        .isEqualTo(2));
        assertThat(alerts().find(alert.id()).orElseThrow().status()).isEqualTo(AlertStatus.UNVERIFIED);
        assertThat(register().audit().list(AuditFilter.ALL)).isEmpty();
        assertThat(register().changes().after(ChangePosition.START, 10)).isEmpty();
    }

    @Test
    default void of_several_who_decide_at_once_one_succeeds() throws Exception {
        Alert alert = raise("p1");
        AtomicInteger decided = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AlertContract.inParallel(IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(person -> () -> {
                    try {
                        alerts().decide(alert.id(), 1, AlertStatus.VERIFIED, "person" + person, "");
                        decided.incrementAndGet();
                    } catch (StaleRevisionException e) {
                        refused.incrementAndGet();
                    }
                    return null;
                })
                .toList());
        assertThat(decided).hasValue(1);
        assertThat(refused).hasValue(3);
        assertThat(register().audit().list(AuditFilter.ALL)).hasSize(1);
    }

    @Test
    default void only_the_steps_that_make_sense_are_allowed() {
        Alert alert = raise("p1");
        assertThatThrownBy(() -> alerts().decide(alert.id(), 1, AlertStatus.CLOSED, "li", ""))
                .isInstanceOf(WrongStatusException.class)
                .hasMessageContaining("unverified")
                .hasMessageContaining("[rejected, verified]");
        assertThatThrownBy(() -> alerts().decide(alert.id(), 1, AlertStatus.MERGED, "li", ""))
                .isInstanceOf(WrongStatusException.class);
        assertThatThrownBy(() -> alerts().decide("nothing", 1, AlertStatus.VERIFIED, "li", ""))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> alerts().decide(alert.id(), 1, AlertStatus.VERIFIED, " ", ""))
                .isInstanceOf(IllegalArgumentException.class);
        alerts().decide(alert.id(), 1, AlertStatus.VERIFIED, "li", "");
        alerts().decide(alert.id(), 2, AlertStatus.CLOSED, "li", "");
        assertThat(alerts().decide(alert.id(), 3, AlertStatus.VERIFIED, "li", "")
                        .revision())
                .isEqualTo(4);
    }

    @Test
    default void a_rejected_alert_is_taken_back_from_those_who_were_told() {
        Alert alert = raise("p1");
        List<Delivery> claimed = register().deliveries().claim(3, Duration.ofMinutes(1));
        assertThat(claimed).extracting(Delivery::receiver).containsExactlyInAnyOrder("bureau", "duty", "school-a1");
        for (Delivery delivery : claimed) {
            if (delivery.receiver().equals("duty")) {
                register().deliveries().sent(delivery.id());
            } else if (delivery.receiver().equals("bureau")) {
                register().deliveries().failed(delivery.id(), "HTTP 500", clock().instant());
            }
        }
        // school-a1's is on its way at this moment.
        alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "恶作剧");
        assertThat(register().deliveries().ofAlert(alert.id()))
                .extracting(Delivery::receiver, Delivery::event, Delivery::state)
                .containsExactly(
                        tuple("bureau", DeliveryEvent.RAISED, DeliveryState.CANCELLED),
                        tuple("duty", DeliveryEvent.RAISED, DeliveryState.SENT),
                        tuple("school-a1", DeliveryEvent.RAISED, DeliveryState.CANCELLED),
                        tuple("bureau", DeliveryEvent.RETRACTED, DeliveryState.PENDING),
                        tuple("duty", DeliveryEvent.RETRACTED, DeliveryState.PENDING),
                        tuple("school-a1", DeliveryEvent.RETRACTED, DeliveryState.PENDING));
        assertThat(register().deliveries().claim(9, Duration.ofMinutes(1)))
                .as("not before the one on its way is done with")
                .extracting(Delivery::receiver)
                .containsExactly("bureau", "duty");
    }

    @Test
    default void those_who_were_never_told_hear_nothing_of_a_rejection() {
        Alert alert = raise("p1");
        alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "");
        assertThat(register().deliveries().ofAlert(alert.id()))
                .hasSize(3)
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.CANCELLED);
    }

    @Test
    default void a_rejection_taken_back_is_told_again() {
        Alert alert = raise("p1");
        register().deliveries().claim(9, Duration.ofMinutes(1)).forEach(delivery -> register()
                .deliveries()
                .sent(delivery.id()));
        alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "");
        alerts().decide(alert.id(), 2, AlertStatus.VERIFIED, "li", "");
        assertThat(register().deliveries().ofAlert(alert.id()))
                .filteredOn(delivery -> delivery.receiver().equals("duty"))
                .extracting(Delivery::revision, Delivery::event)
                .containsExactly(
                        tuple(1, DeliveryEvent.RAISED),
                        tuple(2, DeliveryEvent.RETRACTED),
                        tuple(3, DeliveryEvent.RAISED));
    }

    @Test
    default void copies_of_a_rejected_alert_are_counted_and_a_worse_post_starts_a_new_one() {
        Alert alert = raise("p1");
        alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "");
        Recorded copy = alerts().record(post("p2")
                .joins(alert)
                .of(Category.INCITEMENT)
                .about("B1")
                .seen());
        assertThat(copy.changed()).isFalse();
        assertThat(copy.alert().copies()).isEqualTo(2);
        assertThat(copy.alert().schools()).containsExactly("A1");

        Recorded worse =
                alerts().record(post("p3").joins(alert).level(Level.RED).seen());
        assertThat(worse.changed()).isTrue();
        assertThat(worse.alert().id()).isNotEqualTo(alert.id());
        assertThat(worse.alert().status()).isEqualTo(AlertStatus.UNVERIFIED);

        Recorded alsoWorse =
                alerts().record(post("p4").joins(alert).level(Level.RED).seen());
        assertThat(alsoWorse.alert().id()).isEqualTo(worse.alert().id());
        assertThat(alsoWorse.alert().copies()).isEqualTo(2);
        assertThat(alerts().record(post("p3").joins(alert).level(Level.RED).seen())
                        .changed())
                .isFalse();
    }

    @Test
    default void a_rejected_alerts_own_post_that_turns_worse_leaves_for_a_new_alert() {
        Alert alert = raise("p1");
        alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "");
        Sighting edited = post("p1").level(Level.RED).saying("我到校门口了").seen();
        Recorded recorded = alerts().record(edited);
        assertThat(recorded.changed()).isTrue();
        assertThat(recorded.alert().id()).isNotEqualTo(alert.id());
        assertThat(alerts().posts(recorded.alert().id())).hasSize(1);
        assertThat(alerts().record(edited).changed()).isFalse();
        assertThat(alerts().record(post("p1").seen()).alert().id())
                .isEqualTo(recorded.alert().id());
        Recorded copy = alerts().record(post("p2").joins(alert).level(Level.RED).seen());
        assertThat(copy.alert().id()).isEqualTo(recorded.alert().id());
    }

    @Test
    default void a_merged_alert_hands_over_its_posts_and_what_they_tell() {
        Alert first = raise("p1");
        Alert second = alerts().record(post("p2")
                        .level(Level.RED)
                        .of(Category.ABDUCTION)
                        .about("C1")
                        .seen())
                .alert();
        register().deliveries().claim(9, Duration.ofMinutes(1)).forEach(delivery -> register()
                .deliveries()
                .sent(delivery.id()));
        Alert merged = alerts().merge(second.id(), first.id(), 1, "li", "同一件事");

        assertThat(merged.status()).isEqualTo(AlertStatus.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(first.id());
        assertThat(merged.revision()).isEqualTo(2);
        Alert into = alerts().find(first.id()).orElseThrow();
        assertThat(into.revision()).isEqualTo(2);
        assertThat(into.copies()).isEqualTo(2);
        assertThat(into.level()).isEqualTo(Level.RED);
        assertThat(into.post().id()).isEqualTo("p2");
        assertThat(into.categories()).containsExactly(Category.ABDUCTION, Category.VIOLENCE_THREAT);
        assertThat(into.schools()).containsExactly("A1", "C1");
        assertThat(alerts().posts(first.id())).extracting(AlertPost::id).containsExactly("p1", "p2");
        assertThat(alerts().posts(second.id())).isEmpty();
        assertThat(alerts().history(first.id()))
                .extracting(AlertEvent::action, AlertEvent::person, AlertEvent::note)
                .containsExactly(tuple(Action.RAISED, "", ""), tuple(Action.ABSORBED, "li", second.id()));
        assertThat(register().deliveries().ofAlert(second.id()))
                .filteredOn(delivery -> delivery.revision() == 2)
                .extracting(Delivery::receiver, Delivery::event)
                .containsExactly(tuple("bureau", DeliveryEvent.RETRACTED), tuple("duty", DeliveryEvent.RETRACTED));
        assertThat(register().deliveries().ofAlert(first.id()))
                .filteredOn(delivery -> delivery.revision() == 2)
                .extracting(Delivery::event)
                .hasSize(3)
                .containsOnly(DeliveryEvent.UPDATED);
        assertThat(register().changes().after(ChangePosition.START, 10))
                .extracting(RegisterChange::id, RegisterChange::school, RegisterChange::revision)
                .containsExactly(tuple(second.id(), "C1", 2), tuple(first.id(), "A1", 2), tuple(first.id(), "C1", 2));
    }

    @Test
    default void who_joins_a_merged_alert_joins_what_it_was_merged_into() {
        Alert first = raise("p1");
        Alert second = raise("p2");
        Alert third = raise("p3");
        alerts().merge(first.id(), second.id(), 1, "li", "");
        alerts().merge(second.id(), third.id(), 2, "li", "");
        Recorded copy = alerts().record(post("p4").joins(first).seen());
        assertThat(copy.alert().id()).isEqualTo(third.id());
        assertThat(copy.alert().copies()).isEqualTo(4);
        assertThat(alerts().record(post("p1").seen()).alert().id()).isEqualTo(third.id());
        assertThat(alerts().record(post("p1").saying("改了").seen()).alert().id()).isEqualTo(third.id());
    }

    @Test
    default void only_open_alerts_are_merged() {
        Alert first = raise("p1");
        Alert second = raise("p2");
        assertThatThrownBy(() -> alerts().merge(first.id(), first.id(), 1, "li", ""))
                .isInstanceOf(WrongStatusException.class);
        assertThatThrownBy(() -> alerts().merge(first.id(), "nothing", 1, "li", ""))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> alerts().merge(first.id(), second.id(), 7, "li", ""))
                .isInstanceOf(StaleRevisionException.class);
        alerts().decide(second.id(), 1, AlertStatus.REJECTED, "li", "");
        assertThatThrownBy(() -> alerts().merge(first.id(), second.id(), 1, "li", ""))
                .isInstanceOf(WrongStatusException.class)
                .hasMessageContaining("rejected");
    }

    @Test
    default void merging_while_posts_arrive_loses_none() throws Exception {
        Alert first = raise("p1");
        Alert second = raise("p2");
        AlertContract.inParallel(List.of(
                () -> {
                    alerts().merge(second.id(), first.id(), 1, "li", "");
                    return null;
                },
                () -> {
                    for (int i = 0; i < 20; i++) {
                        alerts().record(post("a" + i).joins(second).seen());
                    }
                    return null;
                },
                () -> {
                    for (int i = 0; i < 20; i++) {
                        alerts().record(post("p2").saying("第" + i + "次修改").seen());
                        alerts().record(post("b" + i).joins(first).seen());
                    }
                    return null;
                }));
        assertThat(alerts().find(first.id()).orElseThrow().copies()).isEqualTo(42);
        assertThat(alerts().posts(first.id())).hasSize(42);
    }
}
