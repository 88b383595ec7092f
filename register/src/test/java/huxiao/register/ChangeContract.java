package huxiao.register;

import static huxiao.register.World.XINHUA;
import static huxiao.register.World.hazard;
import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Hazard;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.SecurityFigures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the job hears of what people did. */
interface ChangeContract extends RegisterFixture {
    private ChangeFeed changes() {
        return register().changes();
    }

    @Test
    default void what_the_job_writes_makes_no_change() {
        Alert alert = register().alerts().record(post("p1").seen()).alert();
        register().alerts().record(post("p2").joins(alert).level(Level.RED).seen());
        assertThat(changes().after(ChangePosition.START, 10)).isEmpty();
    }

    @Test
    default void every_kind_of_change_comes_with_its_record() {
        Hazard hazard = register().hazards().create(hazard(XINHUA, "护栏松动", "2026-04-01"), "zhang", Optional.empty());
        SecurityFigures figures = register().figures().put("A1", 3, LocalDate.parse("2026-02-01"), "zhang");
        Alert alert = register().alerts().record(post("p1").seen()).alert();
        Alert verified = register().alerts().decide(alert.id(), 1, AlertStatus.VERIFIED, "li", "");

        List<RegisterChange> found = changes().after(ChangePosition.START, 10);
        assertThat(found)
                .extracting(RegisterChange::kind, RegisterChange::id, RegisterChange::school, RegisterChange::revision)
                .containsExactly(
                        tuple("hazard", hazard.id(), "A1", 1),
                        tuple("figures", "A1", "A1", 1),
                        tuple("alert", alert.id(), "A1", 2));
        assertThat(Json.read(found.get(0).payload(), Hazard.class)).isEqualTo(hazard);
        assertThat(Json.read(found.get(1).payload(), SecurityFigures.class)).isEqualTo(figures);
        assertThat(Json.read(found.get(2).payload(), Alert.class)).isEqualTo(verified);
        assertThat(changes().after(ChangePosition.of(found.get(0)), 1)).containsExactly(found.get(1));
        assertThat(changes().after(ChangePosition.of(found.get(2)), 10)).isEmpty();
    }

    @Test
    default void a_snapshot_holds_what_is_open() {
        Hazard open = register().hazards().create(hazard(XINHUA, "护栏松动", "2026-04-01"), "zhang", Optional.empty());
        Hazard closed = register().hazards().create(hazard(XINHUA, "灯坏了", "2026-04-01"), "zhang", Optional.empty());
        register().hazards().close(closed.id(), 1, "zhang", "已换");
        register().figures().put("A1", 3, LocalDate.MIN, "zhang");
        Alert alert =
                register().alerts().record(post("p1").about("A1", "C1").seen()).alert();
        Alert rejected = register().alerts().record(post("p2").seen()).alert();
        register().alerts().decide(rejected.id(), 1, AlertStatus.REJECTED, "li", "");
        Alert unclear = register().alerts().record(post("p3").about().seen()).alert();

        List<RegisterChange> snapshot = changes().snapshot();
        assertThat(snapshot)
                .extracting(RegisterChange::kind, RegisterChange::id, RegisterChange::school, RegisterChange::xid)
                .containsExactlyInAnyOrder(
                        tuple("alert", alert.id(), "A1", 0L),
                        tuple("alert", alert.id(), "C1", 0L),
                        tuple("alert", unclear.id(), "", 0L),
                        tuple("hazard", open.id(), "A1", 0L),
                        tuple("figures", "A1", "A1", 0L));
        assertThat(snapshot.stream().filter(change -> change.kind().equals("figures")))
                .allSatisfy(change -> assertThat(Json.read(change.payload(), SecurityFigures.class)
                                .lastInspection())
                        .isEqualTo(LocalDate.MIN));
    }

    @Test
    default void standings_hold_every_alert_open_or_not() {
        Alert open =
                register().alerts().record(post("p1").about("A1", "C1").seen()).alert();
        Alert rejected = register().alerts().record(post("p2").seen()).alert();
        register().alerts().decide(rejected.id(), 1, AlertStatus.REJECTED, "li", "");
        Alert merged = register().alerts().record(post("p3").about("B1").seen()).alert();
        register().alerts().merge(merged.id(), open.id(), 1, "li", "");
        assertThat(changes().standings())
                .allMatch(RegisterChange::tellsOfAlert)
                .extracting(
                        RegisterChange::id,
                        RegisterChange::revision,
                        change -> Json.read(change.payload(), AlertStanding.class))
                .containsExactlyInAnyOrder(
                        tuple(open.id(), 2, new AlertStanding(AlertStatus.UNVERIFIED, "")),
                        tuple(rejected.id(), 2, new AlertStanding(AlertStatus.REJECTED, "")),
                        tuple(merged.id(), 2, new AlertStanding(AlertStatus.MERGED, open.id())));
        assertThat(changes().after(ChangePosition.START, 10))
                .filteredOn(change -> change.id().equals(rejected.id()))
                .extracting(change -> Json.read(change.payload(), AlertStanding.class))
                .containsExactly(new AlertStanding(AlertStatus.REJECTED, ""));
    }

    @Test
    default void a_change_is_held_back_while_one_that_began_before_it_may_still_come() throws SQLException {
        try (Connection slow = connection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("""
                    insert into change (kind, reference, school, revision, payload, at)
                    values ('figures', 'slow', 'A1', 1, '{}', now())
                    """);
            Hazard hazard =
                    register().hazards().create(hazard(XINHUA, "护栏松动", "2026-04-01"), "zhang", Optional.empty());
            assertThat(changes().after(ChangePosition.START, 10)).isEmpty();
            ChangePosition meanwhile = changes().position();
            slow.commit();
            assertThat(changes().after(ChangePosition.START, 10))
                    .extracting(RegisterChange::id)
                    .containsExactly("slow", hazard.id());
            assertThat(changes().after(meanwhile, 10))
                    .as("a snapshot taken before the slow one ended does not hold it")
                    .extracting(RegisterChange::id)
                    .contains("slow");
        }
    }

    @Test
    default void snapshot_and_what_follows_its_position_together_miss_nothing() throws Exception {
        AtomicInteger running = new AtomicInteger(3);
        List<Callable<Void>> work = new ArrayList<>();
        IntStream.range(0, 3)
                .forEach(writer -> work.add(() -> {
                    for (int i = 0; i < 15; i++) {
                        register()
                                .hazards()
                                .create(
                                        hazard(XINHUA, "隐患 " + writer + "/" + i, "2026-04-01"),
                                        "zhang",
                                        Optional.empty());
                    }
                    running.decrementAndGet();
                    return null;
                }));
        Set<String> met = new HashSet<>();
        work.add(() -> {
            ChangePosition position = changes().position();
            changes().snapshot().forEach(change -> met.add(change.id()));
            boolean last;
            do {
                last = running.get() == 0;
                List<RegisterChange> page = changes().after(position, 4);
                while (!page.isEmpty()) {
                    ChangePosition reached = ChangePosition.of(page.get(page.size() - 1));
                    assertThat(reached).isGreaterThan(position);
                    position = reached;
                    page.forEach(change -> met.add(change.id()));
                    page = changes().after(position, 4);
                }
            } while (!last);
            return null;
        });
        AlertContract.inParallel(work);
        assertThat(met).hasSize(45);
    }
}
