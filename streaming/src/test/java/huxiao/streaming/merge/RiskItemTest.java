package huxiao.streaming.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Route;
import huxiao.model.Stance;
import huxiao.register.RegisterChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskItemTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void an_alert_counts_for_its_schools_and_no_more_for_one_that_it_left() {
        Alert alert = new Alert(
                "a",
                3,
                AlertStatus.UNVERIFIED,
                Level.RED,
                List.of(Category.VIOLENCE_THREAT),
                Stance.WITNESS,
                List.of(Route.POLICE_NOW),
                List.of("CL014"),
                List.of(),
                new Post("p", "v", "", "", "", "text", "", "", "", NOON, NOON),
                List.of(),
                Insight.NONE,
                3,
                1,
                NOON,
                NOON,
                false,
                "");
        assertThat(RiskItem.of(change(alert, "CL014")))
                .extracting(RiskItem::school, RiskItem::open, RiskItem::revision)
                .containsExactly(tuple("CL014", true, 3));
        assertThat(RiskItem.of(change(alert, "CL016")))
                .extracting(RiskItem::school, RiskItem::key, RiskItem::open, RiskItem::revision)
                .containsExactly(tuple("CL016", "alert:a", false, 3));
    }

    private static RegisterChange change(Alert alert, String school) {
        return new RegisterChange(1, 1, "alert", alert.id(), school, alert.revision(), Json.write(alert));
    }
}
