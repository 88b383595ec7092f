package huxiao.register;

import static huxiao.register.World.MORNING;
import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Route;
import huxiao.register.AlertEvent.Action;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Posts taken out of an alert, and merges undone: by people, and respected by whatever comes later. */
interface PartingContract extends RegisterFixture {
    private AlertBook alerts() {
        return register().alerts();
    }

    private Alert alert(String id) {
        return alerts().find(id).orElseThrow();
    }

    private Alert record(World.SightingBuilder sighting) {
        return alerts().record(sighting.seen()).alert();
    }

    private void sendAll() {
        register().deliveries().claim(99, Duration.ofMinutes(1)).forEach(delivery -> register()
                .deliveries()
                .sent(delivery.id()));
    }

    private List<Delivery> toldIn(Alert alert) {
        return register().deliveries().ofAlert(alert.id()).stream()
                .filter(delivery -> delivery.revision() == alert.revision())
                .toList();
    }

    /** A yellow brawl at A1 that swallowed a red abduction at C1. */
    private Alert swallowed() {
        Alert brawl = record(post("p1").level(Level.YELLOW));
        return record(post("p2")
                .joins(brawl)
                .level(Level.RED)
                .of(Category.ABDUCTION)
                .about("C1")
                .at(MORNING.plusSeconds(60)));
    }

    @Test
    default void posts_taken_out_make_an_alert_of_their_own_and_each_tells_what_its_posts_tell() {
        Alert both = swallowed();
        assertThat(both.revision()).isEqualTo(2);
        Alert apart = alerts().part(both.id(), Set.of("p2"), 2, "li", "两件事");

        assertThat(apart.revision()).isEqualTo(1);
        assertThat(apart.status()).isEqualTo(AlertStatus.UNVERIFIED);
        assertThat(apart.level()).isEqualTo(Level.RED);
        assertThat(apart.categories()).containsExactly(Category.ABDUCTION);
        assertThat(apart.schools()).containsExactly("C1");
        assertThat(alerts().posts(apart.id())).extracting(AlertPost::id).containsExactly("p2");
        Alert rest = alert(both.id());
        assertThat(rest.revision()).isEqualTo(3);
        assertThat(rest.level()).isEqualTo(Level.YELLOW);
        assertThat(rest.categories()).containsExactly(Category.VIOLENCE_THREAT);
        assertThat(rest.schools()).containsExactly("A1");
        assertThat(rest.post().id()).isEqualTo("p1");
        assertThat(rest.copies()).isEqualTo(1);
        assertThat(rest.lastSeen()).isEqualTo(MORNING);
        assertThat(alerts().history(both.id()))
                .extracting(AlertEvent::action, AlertEvent::person, AlertEvent::note)
                .endsWith(tuple(Action.PARTED, "li", apart.id() + ": 两件事"));
        assertThat(alerts().history(apart.id()))
                .extracting(AlertEvent::action, AlertEvent::person, AlertEvent::note)
                .containsExactly(tuple(Action.RAISED, "li", both.id()));
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject(both.id())))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::detail)
                .containsExactly(tuple("li", "alert.parted", "1 posts into " + apart.id() + ": 两件事"));
    }

    @Test
    default void what_an_alert_tells_no_more_is_taken_back_and_the_new_alert_is_raised() {
        Alert both = swallowed();
        sendAll();
        Alert apart = alerts().part(both.id(), Set.of("p2"), 2, "li", "");
        assertThat(toldIn(apart))
                .extracting(Delivery::receiver, Delivery::event)
                .containsExactlyInAnyOrder(tuple("duty", DeliveryEvent.RAISED), tuple("bureau", DeliveryEvent.RAISED));
        assertThat(toldIn(alert(both.id())))
                .extracting(Delivery::receiver, Delivery::event)
                .containsExactlyInAnyOrder(
                        tuple("duty", DeliveryEvent.RETRACTED),
                        tuple("bureau", DeliveryEvent.UPDATED),
                        tuple("school-a1", DeliveryEvent.UPDATED));
    }

    @Test
    default void a_copy_taken_out_of_an_alert_tells_nobody_of_what_is_left() {
        Alert alert = record(post("p1"));
        record(post("p2").joins(alert));
        sendAll();
        alerts().part(alert.id(), Set.of("p2"), 1, "li", "");
        assertThat(toldIn(alert(alert.id()))).isEmpty();
    }

    @Test
    default void what_was_taken_out_unsent_is_never_sent_to_those_who_do_not_want_the_rest() {
        Alert both = swallowed();
        alerts().part(both.id(), Set.of("p2"), 2, "li", "");
        assertThat(register().deliveries().ofAlert(both.id()))
                .filteredOn(delivery -> delivery.receiver().equals("duty"))
                .extracting(Delivery::state)
                .containsOnly(DeliveryState.CANCELLED);
    }

    @Test
    default void the_schools_that_an_alert_left_hear_of_it() {
        Alert both = swallowed();
        Alert apart = alerts().part(both.id(), Set.of("p2"), 2, "li", "");
        assertThat(register().changes().after(ChangePosition.START, 10))
                .extracting(RegisterChange::id, RegisterChange::school, RegisterChange::revision)
                .containsExactlyInAnyOrder(
                        tuple(apart.id(), "C1", 1), tuple(both.id(), "A1", 3), tuple(both.id(), "C1", 3));
    }

    @Test
    default void a_post_taken_out_is_not_put_back_and_its_copies_follow_it() {
        Alert both = swallowed();
        Alert apart = alerts().part(both.id(), Set.of("p2"), 2, "li", "");
        List<Delivery> told = register().deliveries().ofAlert(both.id());

        assertThat(swallowed().id()).as("a replay").isEqualTo(apart.id());
        assertThat(record(post("p2").joins(both).saying("改了")))
                .extracting(Alert::id)
                .isEqualTo(apart.id());
        assertThat(record(post("copy").joins("p2"))).extracting(Alert::id).isEqualTo(apart.id());
        assertThat(record(post("copy of the copy").joins("copy")))
                .extracting(Alert::id)
                .isEqualTo(apart.id());
        assertThat(record(post("other").joins("p1"))).extracting(Alert::id).isEqualTo(both.id());
        assertThat(register().deliveries().ofAlert(both.id()).stream()
                        .filter(delivery -> delivery.revision() <= 3)
                        .toList())
                .isEqualTo(told);
    }

    @Test
    default void copies_word_for_word_leave_together() {
        Alert alert = record(post("p1"));
        record(post("p2").joins(alert));
        record(post("p3").joins(alert).writtenLike("p2"));
        Alert apart = alerts().part(alert.id(), Set.of("p3"), 1, "li", "");
        assertThat(alerts().posts(apart.id())).extracting(AlertPost::id).containsExactlyInAnyOrder("p2", "p3");
        assertThat(apart.copies()).isEqualTo(2);
    }

    @Test
    default void a_post_that_once_told_worse_still_does_after_others_were_taken_out() {
        Alert alert = record(post("p1").level(Level.RED));
        record(post("p1").level(Level.BLUE).saying("没事了").collectedAfter(Duration.ofHours(1)));
        record(post("p2").joins(alert));
        alerts().part(alert.id(), Set.of("p2"), 1, "li", "");
        assertThat(alert(alert.id()).level()).isEqualTo(Level.RED);
    }

    @Test
    default void a_school_hears_of_an_alert_again_when_the_accusation_of_its_staff_leaves_it() {
        Alert alert = record(post("p1"));
        record(post("p2").joins(alert).routes(Route.POLICE_NOW, Route.BUREAU));
        assertThat(alert(alert.id()).routes()).doesNotContain(Route.SCHOOL);
        Alert apart = alerts().part(alert.id(), Set.of("p2"), 2, "li", "");
        assertThat(apart.routes()).doesNotContain(Route.SCHOOL);
        assertThat(alert(alert.id()).routes()).contains(Route.SCHOOL);
    }

    @Test
    default void a_merge_undone_leaves_both_alerts_as_they_were() {
        Alert first = record(post("p1"));
        Alert second = record(post("p2").level(Level.RED).of(Category.ABDUCTION).about("C1"));
        record(post("p3").joins("p2").level(Level.BLUE).of(Category.ABDUCTION).about("C1"));
        alerts().decide(second.id(), 1, AlertStatus.VERIFIED, "li", "");
        Alert before = alert(second.id());
        alerts().merge(second.id(), first.id(), 2, "li", "");
        sendAll();
        Alert again = alerts().unmerge(second.id(), 3, "wang", "并错了");

        assertThat(again.status()).isEqualTo(AlertStatus.VERIFIED);
        assertThat(again.mergedInto()).isEmpty();
        assertThat(again.revision()).isEqualTo(4);
        assertThat(again).usingRecursiveComparison().ignoringFields("revision").isEqualTo(before);
        assertThat(alert(again.id())).isEqualTo(again);
        assertThat(alert(first.id()))
                .usingRecursiveComparison()
                .ignoringFields("revision", "post.author")
                .isEqualTo(first);
        assertThat(alerts().posts(first.id())).extracting(AlertPost::id).containsExactly("p1");
        assertThat(alerts().history(second.id()))
                .extracting(AlertEvent::action, AlertEvent::person, AlertEvent::note)
                .endsWith(tuple(Action.UNMERGED, "wang", "并错了"));
        assertThat(toldIn(again))
                .extracting(Delivery::receiver, Delivery::event)
                .containsExactlyInAnyOrder(tuple("duty", DeliveryEvent.RAISED), tuple("bureau", DeliveryEvent.RAISED));
        assertThat(toldIn(alert(first.id()))).extracting(Delivery::event).containsOnly(DeliveryEvent.UPDATED);
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject(second.id())))
                .extracting(AuditEntry::action)
                .contains("alert.unmerged");
    }

    @Test
    default void copies_that_came_after_a_merge_follow_the_posts_they_are_copies_of() {
        Alert first = record(post("p1"));
        Alert second = record(post("p2"));
        alerts().merge(second.id(), first.id(), 1, "li", "");
        Duration later = Duration.between(MORNING, clock().instant()).plusHours(1);
        record(post("p3").joins("p2").writtenLike("p2").collectedAfter(later));
        record(post("p4").joins("p1").writtenLike("p1").collectedAfter(later));
        assertThat(alert(first.id()).copies()).isEqualTo(4);
        alerts().unmerge(second.id(), 2, "li", "");
        assertThat(alerts().posts(second.id())).extracting(AlertPost::id).containsExactlyInAnyOrder("p2", "p3");
        assertThat(alerts().posts(first.id())).extracting(AlertPost::id).containsExactlyInAnyOrder("p1", "p4");
        assertThat(record(post("p5").joins("p3"))).extracting(Alert::id).isEqualTo(second.id());
    }

    @Test
    default void only_what_can_be_parted_is_parted() {
        Alert both = swallowed();
        assertThatThrownBy(() -> alerts().part(both.id(), Set.of("p2"), 1, "li", ""))
                .isInstanceOf(StaleRevisionException.class);
        assertThatThrownBy(() -> alerts().part(both.id(), Set.of("p1", "p2"), 2, "li", ""))
                .isInstanceOf(WrongStatusException.class)
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> alerts().part(both.id(), Set.of("elsewhere"), 2, "li", ""))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> alerts().part("nothing", Set.of("p1"), 2, "li", ""))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> alerts().unmerge(both.id(), 2, "li", "")).isInstanceOf(WrongStatusException.class);
        assertThat(alert(both.id())).isEqualTo(both);

        Alert other = record(post("p3"));
        alerts().merge(other.id(), both.id(), 1, "li", "");
        assertThatThrownBy(() -> alerts().unmerge(other.id(), 1, "li", "")).isInstanceOf(StaleRevisionException.class);
        alerts().decide(both.id(), 3, AlertStatus.REJECTED, "li", "");
        assertThatThrownBy(() -> alerts().part(both.id(), Set.of("p2"), 4, "li", ""))
                .isInstanceOf(WrongStatusException.class);
        assertThatThrownBy(() -> alerts().unmerge(other.id(), 2, "li", ""))
                .isInstanceOf(WrongStatusException.class)
                .hasMessageContaining("rejected");
        assertThat(alert(other.id()).status()).isEqualTo(AlertStatus.MERGED);
    }

    @Test
    default void parting_while_posts_arrive_loses_none() throws Exception {
        Alert alert = record(post("p1"));
        record(post("p2").joins(alert));
        AlertContract.inParallel(List.of(
                () -> {
                    alerts().part(alert.id(), Set.of("p2"), 1, "li", "");
                    return null;
                },
                () -> {
                    for (int i = 0; i < 20; i++) {
                        alerts().record(post("a" + i).joins("p1").seen());
                    }
                    return null;
                },
                () -> {
                    for (int i = 0; i < 20; i++) {
                        alerts().record(post("b" + i).joins("p2").seen());
                    }
                    return null;
                }));
        List<Alert> both = alerts().list(AlertFilter.ALL).alerts();
        assertThat(both).hasSize(2);
        assertThat(both.stream().mapToInt(Alert::copies).sum()).isEqualTo(42);
        both.forEach(one -> assertThat(alerts().posts(one.id())).hasSize(one.copies()));
    }
}
