package huxiao.register;

import static huxiao.register.World.CITY;
import static huxiao.register.World.XINHUA;
import static huxiao.register.World.YUNHE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.model.Schools;
import huxiao.model.SecurityFigures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schools, their figures and their merged risk. */
interface SchoolContract extends RegisterFixture {
    @Test
    default void schools_are_kept_as_the_file_has_them() {
        assertThat(register().schools().all()).containsExactly(XINHUA, YUNHE, CITY);
    }

    @Test
    default void a_changed_school_is_updated_and_one_gone_from_the_file_is_no_longer_active() {
        School renamed = new School(
                "B1",
                "运河区第一小学",
                YUNHE.type(),
                YUNHE.stage(),
                900,
                true,
                YUNHE.division(),
                YUNHE.district(),
                Double.NaN,
                Double.NaN,
                List.of(),
                40,
                YUNHE.educationBureau(),
                YUNHE.policeUnit(),
                false,
                "A1",
                "");
        register().figures().put("C1", 2, LocalDate.MIN, "zhang");
        register().putSchools(new Schools(List.of(renamed, XINHUA)));
        assertThat(register().schools().all()).containsExactly(renamed, XINHUA);
        assertThat(register().figures().find("C1")).isPresent();
        register().putSchools(World.SCHOOLS);
        assertThat(register().schools().all()).containsExactly(XINHUA, YUNHE, CITY);
    }

    @Test
    default void inspections_are_kept_one_by_one_and_the_last_one_is_derived() {
        FiguresBook figures = register().figures();
        assertThat(figures.find("A1")).isEmpty();
        SecurityFigures first = figures.put("A1", 3, LocalDate.MIN, "zhang");
        assertThat(first.lastInspection()).isEqualTo(LocalDate.MIN);
        assertThat(first.revision()).isEqualTo(1);
        clock().advance(Duration.ofMinutes(1));
        SecurityFigures second = figures.put("A1", 4, LocalDate.parse("2026-02-10"), "zhang");
        assertThat(second).isEqualTo(new SecurityFigures("A1", 2, 4, LocalDate.parse("2026-02-10"), clock().instant()));
        SecurityFigures older = figures.put("A1", 4, LocalDate.parse("2025-09-01"), "zhang");
        assertThat(older.lastInspection()).isEqualTo(LocalDate.parse("2026-02-10"));
        assertThat(older.revision()).isEqualTo(3);
        assertThat(figures.inspections("A1"))
                .containsExactly(LocalDate.parse("2026-02-10"), LocalDate.parse("2025-09-01"));
        assertThat(figures.put("A1", 4, LocalDate.parse("2026-02-10"), "zhang"))
                .as("nothing new")
                .isEqualTo(older);
        assertThat(register().audit().list(AuditFilter.ALL.ofSubject("A1"))).hasSize(3);
    }

    @Test
    default void impossible_figures_are_refused() {
        FiguresBook figures = register().figures();
        assertThatThrownBy(() -> figures.put("nowhere", 1, LocalDate.MIN, "zhang"))
                .hasMessageContaining("school: found 'nowhere'");
        assertThatThrownBy(() -> figures.put("A1", -1, LocalDate.MIN, "zhang"))
                .hasMessageContaining("guards: found -1");
        assertThatThrownBy(() -> figures.put("A1", 1, LocalDate.parse("2026-03-03"), "zhang"))
                .hasMessageContaining("to 2026-03-02");
    }

    @Test
    default void the_latest_risk_of_a_school_is_kept() {
        SchoolRisk late = risk("A1", Level.ORANGE, 40, 60);
        SchoolRisk early = risk("A1", Level.RED, 90, 30);
        register().risks().put(late);
        register().risks().put(early);
        register().risks().put(risk("B1", Level.RED, 50, 0));
        register().risks().put(risk("C1", Level.RED, 95, 0));
        assertThat(register().risks().find("A1")).contains(late);
        assertThat(register().risks().find("Z9")).isEmpty();
        assertThat(register().risks().all()).extracting(SchoolRisk::school).containsExactly("C1", "B1", "A1");
    }

    private static SchoolRisk risk(String school, Level level, double score, int seconds) {
        return new SchoolRisk(
                school,
                level,
                score,
                List.of(new Contribution("alert", "x", "刀", score, score)),
                World.MORNING.plusSeconds(seconds));
    }
}
