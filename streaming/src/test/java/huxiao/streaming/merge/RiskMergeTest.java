package huxiao.streaming.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.model.SchoolRisk;
import huxiao.model.Stage;
import huxiao.model.config.ConfigNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskMergeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final RiskMerge MERGE = new RiskMerge(RiskSettings.from(ConfigNode.parse("test", "")));

    @Test
    void a_school_of_which_nothing_is_known_has_no_risk() {
        SchoolRisk risk = MERGE.merge(school(500, 0), List.of(), NOW);
        assertThat(risk.level()).isEqualTo(Level.NONE);
        assertThat(risk.contributions()).isEmpty();
    }

    @Test
    void every_point_of_the_score_is_named_by_a_contribution() {
        SchoolRisk risk = MERGE.merge(
                school(500, 0),
                List.of(alert("a", Level.RED, true, true), hazard("h", "major", TODAY.plusDays(3))),
                NOW);
        assertThat(risk.contributions()).extracting(Contribution::kind).containsExactly("alert", "hazard");
        assertThat(risk.score())
                .isCloseTo(
                        risk.contributions().stream()
                                .mapToDouble(Contribution::counted)
                                .sum(),
                        within(1e-9))
                .isEqualTo(65);
        assertThat(risk.level()).isEqualTo(Level.RED);
    }

    @Test
    void an_unverified_alert_counts_less_than_a_verified_one_and_a_closed_one_not_at_all() {
        double verified = MERGE.merge(school(500, 0), List.of(alert("a", Level.ORANGE, true, true)), NOW)
                .score();
        double unverified = MERGE.merge(school(500, 0), List.of(alert("a", Level.ORANGE, true, false)), NOW)
                .score();
        double closed = MERGE.merge(school(500, 0), List.of(alert("a", Level.ORANGE, false, true)), NOW)
                .score();
        assertThat(unverified).isPositive().isLessThan(verified);
        assertThat(closed).isZero();
    }

    @Test
    void an_alert_that_nobody_speaks_of_any_more_fades_and_is_forgotten() {
        RiskItem today = alert("a", Level.RED, true, true);
        RiskItem lastWeek = new RiskItem(
                "S",
                "alert",
                "b",
                1,
                true,
                true,
                Level.RED,
                "",
                "words",
                TODAY.minusDays(7).toEpochDay(),
                0);
        RiskItem longAgo = new RiskItem(
                "S",
                "alert",
                "c",
                1,
                true,
                true,
                Level.RED,
                "",
                "words",
                TODAY.minusDays(80).toEpochDay(),
                0);
        assertThat(MERGE.merge(school(500, 0), List.of(today), NOW).score()).isEqualTo(50);
        assertThat(MERGE.merge(school(500, 0), List.of(lastWeek), NOW).score()).isEqualTo(25);
        assertThat(MERGE.merge(school(500, 0), List.of(longAgo), NOW).contributions())
                .isEmpty();
    }

    @Test
    void many_small_causes_cannot_exceed_the_cap_of_their_kind() {
        List<RiskItem> nuisances = IntStream.range(0, 100)
                .mapToObj(i -> hazard("h" + i, "serious", TODAY))
                .toList();
        SchoolRisk risk = MERGE.merge(school(500, 0), nuisances, NOW);
        assertThat(risk.score()).isEqualTo(30);
        assertThat(risk.contributions()).hasSize(100);
    }

    @Test
    void work_past_its_day_adds_a_contribution_of_its_own_from_the_next_day_on() {
        RiskItem hazard = hazard("h", "minor", TODAY);
        assertThat(kinds(MERGE.merge(school(500, 0), List.of(hazard), NOW))).containsExactly("hazard");
        Instant tomorrow = Instant.parse("2026-03-01T16:00:01Z");
        assertThat(kinds(MERGE.merge(school(500, 0), List.of(hazard), tomorrow)))
                .contains("overdue", "hazard");
    }

    @Test
    void guards_are_held_against_the_standard_for_pupils_and_boarders() {
        assertThat(GuardStandard.required(school(80, 0))).isEqualTo(1);
        assertThat(GuardStandard.required(school(1000, 0))).isEqualTo(2);
        assertThat(GuardStandard.required(school(1001, 0))).isEqualTo(3);
        assertThat(GuardStandard.required(school(900, 900))).isEqualTo(4);
        RiskItem figures = new RiskItem(
                "S",
                "figures",
                "S",
                1,
                true,
                true,
                Level.NONE,
                "",
                "",
                TODAY.minusDays(10).toEpochDay(),
                1);
        SchoolRisk risk = MERGE.merge(school(1000, 0), List.of(figures), NOW);
        assertThat(risk.contributions()).singleElement().satisfies(part -> {
            assertThat(part.kind()).isEqualTo("guards");
            assertThat(part.label()).isEqualTo("1/2");
            assertThat(part.cause()).isEqualTo("S");
        });
    }

    @Test
    void a_school_never_inspected_and_one_inspected_long_ago_are_both_due() {
        RiskItem never =
                new RiskItem("S", "figures", "S", 1, true, true, Level.NONE, "", "", LocalDate.MIN.toEpochDay(), 9);
        RiskItem longAgo = new RiskItem(
                "S",
                "figures",
                "S",
                1,
                true,
                true,
                Level.NONE,
                "",
                "",
                TODAY.minusDays(91).toEpochDay(),
                9);
        assertThat(kinds(MERGE.merge(school(500, 0), List.of(never), NOW))).containsExactly("inspection");
        assertThat(kinds(MERGE.merge(school(500, 0), List.of(longAgo), NOW))).containsExactly("inspection");
    }

    private static List<String> kinds(SchoolRisk risk) {
        return risk.contributions().stream().map(Contribution::kind).toList();
    }

    private static RiskItem alert(String id, Level level, boolean open, boolean verified) {
        return new RiskItem("S", "alert", id, 1, open, verified, level, "", "words", TODAY.toEpochDay(), 0);
    }

    private static RiskItem hazard(String id, String severity, LocalDate due) {
        return new RiskItem("S", "hazard", id, 1, true, true, Level.NONE, severity, "wall", due.toEpochDay(), 0);
    }

    private static School school(int pupils, int boarders) {
        return new School(
                "S",
                "沧澜市东关小学",
                "公办",
                Stage.PRIMARY,
                pupils,
                boarders > 0,
                "",
                "运东区",
                0,
                0,
                List.of(),
                boarders,
                "",
                "",
                true,
                "",
                "");
    }
}
