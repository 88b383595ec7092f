package huxiao.register;

import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.PostIds;
import huxiao.model.Route;
import huxiao.register.AlertEvent.Action;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What receivers must get. */
interface DeliveryContract extends RegisterFixture {
    Duration LEASE = Duration.ofSeconds(30);

    private DeliveryBook deliveries() {
        return register().deliveries();
    }

    private Alert raise(World.SightingBuilder sighting) {
        return register().alerts().record(sighting.seen()).alert();
    }

    @Test
    default void a_deliverys_id_comes_from_alert_revision_and_receiver() {
        Alert alert = raise(post("p1"));
        assertThat(deliveries().ofAlert(alert.id()))
                .extracting(Delivery::id)
                .contains(PostIds.sha256(alert.id(), "1", "duty").substring(0, 32));
    }

    @Test
    default void a_message_says_what_a_duty_officer_needs_and_not_who_wrote_it() {
        Alert alert = raise(post("p1").level(Level.RED));
        Delivery delivery = deliveries().claim(1, LEASE).get(0);
        JsonNode message = Json.tree(delivery.payload());
        assertThat(message.path("type").asText()).isEqualTo("alert.raised");
        assertThat(message.path("timestamp").asText())
                .isEqualTo(clock().instant().toString());
        JsonNode data = message.path("data");
        assertThat(data.path("id").asText()).isEqualTo(alert.id());
        assertThat(data.path("status").asText()).isEqualTo("unverified");
        assertThat(data.path("level").asText()).isEqualTo("RED");
        assertThat(data.path("text").asText()).isEqualTo(alert.post().text());
        assertThat(data.path("schools").path(0).path("name").asText()).isEqualTo("新华区实验小学");
        assertThat(data.path("schools").path(0).path("pupils").asInt()).isEqualTo(1200);
        assertThat(data.path("reasons").path(0).path("text").asText()).isEqualTo("明天");
        assertThat(data.path("frame").path("modes").path(0).asText()).isEqualTo("future");
        assertThat(data.path("frame").path("times").path(0).path("from").asText())
                .isEqualTo(alert.post().publishedAt().toString());
        assertThat(delivery.payload()).doesNotContain(alert.post().author());
    }

    @Test
    default void a_retraction_holds_no_text() {
        Alert alert = raise(post("p1"));
        deliveries().claim(9, LEASE).forEach(delivery -> deliveries().sent(delivery.id()));
        register().alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "");
        Delivery retraction = deliveries().claim(1, LEASE).get(0);
        assertThat(Json.tree(retraction.payload()).path("type").asText()).isEqualTo("alert.retracted");
        assertThat(retraction.payload()).doesNotContain("带刀");
    }

    @Test
    default void the_most_urgent_is_handed_out_first_then_the_oldest() {
        Alert blue = raise(post("p1").level(Level.BLUE));
        clock().advance(Duration.ofSeconds(1));
        Alert orange = raise(post("p2"));
        clock().advance(Duration.ofSeconds(1));
        Alert red = raise(post("p3").level(Level.RED));
        assertThat(deliveries().claim(20, LEASE))
                .extracting(Delivery::alertId)
                .containsExactly(
                        red.id(), red.id(), red.id(), orange.id(), orange.id(), orange.id(), blue.id(), blue.id());
    }

    @Test
    default void what_is_claimed_comes_back_after_its_lease() {
        raise(post("p1"));
        List<Delivery> claimed = deliveries().claim(9, LEASE);
        assertThat(claimed).hasSize(3).extracting(Delivery::attempts).containsOnly(1);
        assertThat(deliveries().claim(9, LEASE)).isEmpty();
        clock().advance(LEASE);
        assertThat(deliveries().claim(9, LEASE))
                .hasSize(3)
                .extracting(Delivery::attempts)
                .containsOnly(2);
    }

    @Test
    default void claimers_at_the_same_time_never_get_the_same() throws Exception {
        for (int i = 0; i < 20; i++) {
            raise(post("p" + i));
        }
        ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();
        AlertContract.inParallel(IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(claimer -> () -> {
                    while (claimed.size() < 60) {
                        deliveries().claim(7, LEASE).forEach(delivery -> claimed.add(delivery.id()));
                    }
                    return null;
                })
                .toList());
        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    default void a_failed_try_waits_and_keeps_its_id_and_bytes() {
        raise(post("p1").level(Level.BLUE).about("B1"));
        Delivery first = deliveries().claim(1, LEASE).get(0);
        deliveries()
                .failed(
                        first.id(),
                        "HTTP 503 " + "x".repeat(5000),
                        clock().instant().plusSeconds(60));
        assertThat(deliveries().claim(1, LEASE)).isEmpty();
        clock().advance(Duration.ofSeconds(60));
        Delivery second = deliveries().claim(1, LEASE).get(0);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.payload()).isEqualTo(first.payload());
        assertThat(second.lastError()).startsWith("HTTP 503").hasSize(1000);
        clock().advance(Duration.ofSeconds(1));
        deliveries().sent(second.id());
        assertThat(deliveries().find(first.id()).orElseThrow())
                .extracting(Delivery::state, delivery -> delivery.sentAt().orElseThrow(), Delivery::lastError)
                .containsExactly(DeliveryState.SENT, clock().instant(), "");
        clock().advance(Duration.ofDays(1));
        assertThat(deliveries().claim(1, LEASE)).isEmpty();
    }

    @Test
    default void an_update_waits_for_the_message_before_it_and_hurries_it() {
        Alert alert = raise(post("p1").level(Level.BLUE).about("B1"));
        Delivery raised = deliveries().claim(1, LEASE).get(0);
        deliveries().failed(raised.id(), "refused", clock().instant().plus(Duration.ofHours(1)));
        raise(post("p2").joins(alert).level(Level.YELLOW).about("B1"));
        List<Delivery> due = deliveries().claim(9, LEASE);
        assertThat(due).extracting(Delivery::id).containsExactly(raised.id());
        deliveries().sent(raised.id());
        assertThat(deliveries().claim(9, LEASE))
                .extracting(Delivery::revision, Delivery::event)
                .containsExactly(tuple(2, DeliveryEvent.UPDATED));
    }

    @Test
    default void what_is_given_up_lets_later_messages_pass() {
        Alert alert = raise(post("p1").level(Level.BLUE).about("B1"));
        Delivery raised = deliveries().claim(1, LEASE).get(0);
        raise(post("p2").joins(alert).level(Level.YELLOW).about("B1"));
        assertThat(deliveries().claim(9, LEASE)).isEmpty();
        deliveries().dead(raised.id(), "HTTP 410");
        assertThat(deliveries().claim(9, LEASE)).hasSize(1);
        assertThat(deliveries().counts())
                .containsEntry(DeliveryState.DEAD, 1L)
                .containsEntry(DeliveryState.PENDING, 1L)
                .containsEntry(DeliveryState.SENT, 0L)
                .containsEntry(DeliveryState.CANCELLED, 0L);
    }

    @Test
    default void what_was_sent_while_it_was_cancelled_was_sent() {
        Alert alert = raise(post("p1").level(Level.BLUE).about("B1"));
        Delivery onItsWay = deliveries().claim(1, LEASE).get(0);
        register().alerts().decide(alert.id(), 1, AlertStatus.REJECTED, "li", "");
        deliveries().sent(onItsWay.id());
        assertThat(deliveries().find(onItsWay.id()).orElseThrow().state()).isEqualTo(DeliveryState.SENT);
        assertThat(deliveries().claim(9, LEASE)).extracting(Delivery::event).containsExactly(DeliveryEvent.RETRACTED);
    }

    @Test
    default void the_first_acknowledgement_counts() {
        Alert alert = raise(post("p1"));
        Delivery delivery = deliveries().claim(1, LEASE).get(0);
        deliveries().sent(delivery.id());
        clock().advance(Duration.ofSeconds(5));
        Delivery acknowledged = deliveries().acknowledge(delivery.id(), "wang");
        assertThat(acknowledged.acknowledgedAt()).contains(clock().instant());
        assertThat(acknowledged.acknowledgedBy()).isEqualTo("wang");
        clock().advance(Duration.ofSeconds(5));
        assertThat(deliveries().acknowledge(delivery.id(), "zhao")).isEqualTo(acknowledged);

        assertThat(deliveries().acknowledgeAlert(alert.id(), "zhao"))
                .extracting(Delivery::acknowledgedBy)
                .containsExactlyInAnyOrder("wang", "zhao", "zhao");
        deliveries().acknowledgeAlert(alert.id(), "zhao");
        assertThat(register().alerts().history(alert.id()))
                .extracting(AlertEvent::action, AlertEvent::person, AlertEvent::revision)
                .containsExactly(
                        tuple(Action.RAISED, "", 1),
                        tuple(Action.ACKNOWLEDGED, "wang", 1),
                        tuple(Action.ACKNOWLEDGED, "zhao", 1));
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject(alert.id())))
                .extracting(AuditEntry::person)
                .containsExactly("zhao", "wang");
        assertThatThrownBy(() -> deliveries().acknowledge("nothing", "wang"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> deliveries().acknowledgeAlert("nothing", "wang"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    default void a_replay_under_other_receivers_tells_nobody_anew() {
        Alert alert = raise(post("p1"));
        Receiver added = new Receiver(
                "new", "mail", "new@example.org", Level.BLUE, Set.of(Route.BUREAU), List.of(), List.of(), List.of());
        Register other = reopened(List.of(World.DUTY, added));
        other.alerts().record(post("p1").seen());
        assertThat(other.deliveries().ofAlert(alert.id())).hasSize(3);
        other.alerts().record(post("p2").joins(alert).level(Level.RED).seen());
        assertThat(other.deliveries().ofAlert(alert.id()))
                .filteredOn(delivery -> delivery.revision() == 2)
                .extracting(Delivery::receiver, Delivery::event)
                .containsExactly(tuple("duty", DeliveryEvent.UPDATED), tuple("new", DeliveryEvent.RAISED));
    }
}
