package huxiao.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huxiao.model.Category;
import huxiao.model.Likeness;
import huxiao.register.AlertMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Telling BRAWL = telling("brawl", "p1");
    private static final Telling SAME_BRAWL = telling("brawl", "p2");
    private static final Telling FIRE = telling("fire", "p3");
    private static final Telling SAME_FIRE = telling("fire", "p4");
    private static final List<Telling> ALL = List.of(BRAWL, SAME_BRAWL, FIRE, SAME_FIRE);

    private static Telling telling(String event, String post) {
        return new Telling(
                event, new AlertMember("", post, Likeness.NONE, Category.BULLYING, List.of(), Instant.EPOCH, true));
    }

    @Test
    void pairs_are_counted_by_what_alerts_make_of_them() {
        Figures figures = Figures.of(ALL, Map.of(BRAWL, "A", SAME_BRAWL, "A", FIRE, "A", SAME_FIRE, "B"));
        assertThat(figures).isEqualTo(new Figures(1, 2, 1, 0, 2, 2));
        assertThat(figures.precision()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(figures.recall()).isEqualTo(0.5);
        assertThat(figures.f1()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void an_event_is_whole_where_its_alert_holds_all_of_it_and_nothing_else() {
        assertThat(Figures.of(ALL, Map.of(BRAWL, "A", SAME_BRAWL, "A", FIRE, "B", SAME_FIRE, "C"))
                        .whole())
                .isEqualTo(1);
    }
}
