package huxiao.register;

import static huxiao.register.World.CITY;
import static huxiao.register.World.XINHUA;
import static huxiao.register.World.YUNHE;
import static huxiao.register.World.hazard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Category;
import huxiao.model.Hazard;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The risk register of each school. */
interface HazardContract extends RegisterFixture {
    private HazardBook hazards() {
        return register().hazards();
    }

    private Hazard create(HazardDraft draft) {
        return hazards().create(draft, "zhang", Optional.empty());
    }

    @Test
    default void a_hazard_lives_from_entry_to_closing() {
        Hazard created = create(hazard(XINHUA, "护栏松动", "2026-04-01"));
        assertThat(created.status()).isEqualTo(HazardStatus.OPEN);
        assertThat(hazards().find(created.id())).contains(created);
        clock().advance(Duration.ofHours(1));
        HazardDraft begun = new HazardDraft(
                "A1",
                Category.INJURY_ACCIDENT,
                "护栏松动，已围挡",
                "",
                HazardSeverity.MAJOR,
                "李主任",
                LocalDate.parse("2026-03-20"),
                HazardStatus.IN_PROGRESS);
        Hazard updated = hazards().update(created.id(), 1, begun, "li");
        assertThat(updated)
                .isEqualTo(new Hazard(
                        created.id(),
                        2,
                        "A1",
                        Category.INJURY_ACCIDENT,
                        "护栏松动，已围挡",
                        "",
                        HazardSeverity.MAJOR,
                        "李主任",
                        LocalDate.parse("2026-03-20"),
                        HazardStatus.IN_PROGRESS,
                        created.createdAt(),
                        clock().instant()));
        Hazard closed = hazards().close(created.id(), 2, "zhang", "已焊接");
        assertThat(closed.status()).isEqualTo(HazardStatus.CLOSED);
        assertThat(closed.revision()).isEqualTo(3);
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject(created.id())))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple("zhang", "hazard.closed", "已焊接"),
                        tuple("li", "hazard.updated", "护栏松动，已围挡"),
                        tuple("zhang", "hazard.created", "护栏松动"));
    }

    @Test
    default void steps_that_do_not_fit_are_refused_and_write_nothing() {
        Hazard hazard = create(hazard(XINHUA, "护栏松动", "2026-04-01"));
        HazardDraft draft = hazard(XINHUA, "护栏", "2026-04-01");
        assertThatThrownBy(() -> hazards().update("nothing", 1, draft, "li"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> hazards().update(hazard.id(), 2, draft, "li"))
                .isInstanceOf(StaleRevisionException.class);
        assertThatThrownBy(() -> hazards().update(hazard.id(), 1, hazard(YUNHE, "护栏", "2026-04-01"), "li"))
                .hasMessageContaining("stays with its school");
        assertThatThrownBy(() -> create(new HazardDraft(
                        "nowhere",
                        Category.FACILITY_HAZARD,
                        "x",
                        "",
                        HazardSeverity.MINOR,
                        "y",
                        LocalDate.parse("2026-04-01"))))
                .hasMessageContaining("school: found 'nowhere'");
        hazards().close(hazard.id(), 1, "li", "");
        assertThatThrownBy(() -> hazards().close(hazard.id(), 2, "li", "")).isInstanceOf(WrongStatusException.class);
        assertThatThrownBy(() -> hazards().update(hazard.id(), 2, draft, "li"))
                .isInstanceOf(WrongStatusException.class);
        assertThat(register().audit().list(AuditFilter.ALL)).hasSize(2);
        assertThat(register().changes().after(ChangePosition.START, 10)).hasSize(2);
    }

    @Test
    default void a_repeated_request_enters_one_hazard_even_at_the_same_time() throws Exception {
        HazardDraft draft = hazard(XINHUA, "护栏松动", "2026-04-01");
        ConcurrentLinkedQueue<Hazard> results = new ConcurrentLinkedQueue<>();
        AlertContract.inParallel(IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(request -> () -> {
                    results.add(hazards().create(draft, "zhang", Optional.of("key-1")));
                    return null;
                })
                .toList());
        assertThat(results).hasSize(4).containsOnly(results.element());
        assertThat(hazards().list(HazardFilter.ALL).total()).isEqualTo(1);
        assertThat(register().audit().list(AuditFilter.ALL)).hasSize(1);
        assertThat(hazards().create(draft, "li", Optional.of("key-1")).id())
                .as("another person's key is another key")
                .isNotEqualTo(results.element().id());
        assertThatThrownBy(() -> hazards().create(hazard(XINHUA, "别的", "2026-04-01"), "zhang", Optional.of("key-1")))
                .isInstanceOf(IdempotencyConflictException.class);
    }

    @Test
    default void hazards_are_listed_by_due_day_within_the_filter() {
        Hazard late = create(hazard(XINHUA, "晚", "2026-05-01"));
        Hazard early = create(hazard(YUNHE, "早", "2026-02-01"));
        Hazard city = create(hazard(CITY, "市直", "2026-03-01"));
        hazards().close(city.id(), 1, "li", "");
        assertThat(ids(HazardFilter.ALL)).containsExactly(early.id(), city.id(), late.id());
        assertThat(ids(HazardFilter.OPEN)).containsExactly(early.id(), late.id());
        assertThat(ids(HazardFilter.OPEN.dueBefore(LocalDate.parse("2026-03-02"))))
                .containsExactly(early.id());
        assertThat(ids(HazardFilter.ALL.withSchools(Set.of("A1", "C1")))).containsExactly(city.id(), late.id());
        assertThat(ids(HazardFilter.ALL.within(Scope.ofPoliceUnit("新华分局")))).containsExactly(city.id(), late.id());
        assertThat(ids(HazardFilter.ALL.within(Scope.ofEducationBureau("沧澜市教育局"))))
                .containsExactly(city.id());
        assertThat(ids(HazardFilter.ALL.withCategory(Category.FRAUD))).isEmpty();
    }

    @Test
    default void pages_of_hazards_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 7; i++) {
            create(hazard(XINHUA, "隐患" + i, "2026-04-0" + (1 + i / 3)));
        }
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            HazardPage page = hazards().list(HazardFilter.ALL.page(2, cursor));
            page.hazards().forEach(hazard -> walked.add(hazard.id()));
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertThat(walked).containsExactlyElementsOf(ids(HazardFilter.ALL)).hasSize(7);
    }

    private List<String> ids(HazardFilter filter) {
        return hazards().list(filter).hazards().stream().map(Hazard::id).toList();
    }
}
