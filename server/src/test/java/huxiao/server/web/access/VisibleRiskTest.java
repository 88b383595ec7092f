package huxiao.server.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Contribution;
import huxiao.model.Level;
import huxiao.model.SchoolRisk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibleRiskTest {
    private static final Instant COMPUTED = Instant.parse("2026-11-24T02:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Contribution HIDDEN = new Contribution("alert", "hidden", "", 50, 50);
    private static final Contribution SEEN = new Contribution("alert", "seen", "", 25, 10);
    private static final Contribution HAZARD = new Contribution("hazard", "h1", "护栏松动", 6, 6);

    private final VisibleRisk visible = new VisibleRisk(new RiskScale(
            Map.of("alert", 60.0, "hazard", 30.0), Map.of(Level.BLUE, 5.0, Level.ORANGE, 30.0, Level.RED, 50.0)));

    @Test
    void a_hidden_alert_leaves_no_trace_in_contributions_score_level_or_time() {
        SchoolRisk whole = new SchoolRisk("CL014", Level.RED, 66, List.of(HIDDEN, SEEN, HAZARD), COMPUTED);
        SchoolRisk without = new SchoolRisk(
                "CL014",
                Level.ORANGE,
                31,
                List.of(new Contribution("alert", "seen", "", 25, 25), HAZARD),
                COMPUTED.minusSeconds(600));
        Map<String, String> words = Map.of("seen", "校门口窨井盖没了");
        assertThat(visible.of(whole, words, NOW)).isEqualTo(visible.of(without, words, NOW));
        assertThat(visible.of(whole, words, NOW))
                .isEqualTo(new SchoolRisk(
                        "CL014",
                        Level.ORANGE,
                        31,
                        List.of(new Contribution("alert", "seen", "校门口窨井盖没了", 25, 25), HAZARD),
                        NOW));
    }

    @Test
    void a_school_with_nothing_but_a_hidden_alert_looks_like_one_without_any() {
        SchoolRisk only = new SchoolRisk("CL014", Level.RED, 50, List.of(HIDDEN), COMPUTED);
        assertThat(visible.of(only, Map.of(), NOW)).isEqualTo(new SchoolRisk("CL014", Level.NONE, 0, List.of(), NOW));
    }
}
