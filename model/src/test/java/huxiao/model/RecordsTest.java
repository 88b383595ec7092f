package huxiao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Span WORD = new Span(Field.TEXT, 0, 1, "t");
    private static final Insight INSIGHT = new Insight(
            List.of(new Change(WORD, "刀", Cloak.HOMOPHONE)),
            new ThreatFrame(
                    WORD,
                    ThreatFrame.Person.THIRD,
                    true,
                    WORD,
                    WORD,
                    WORD,
                    WORD,
                    List.of(new TimeWindow(WORD, Instant.EPOCH, Instant.EPOCH.plusSeconds(60))),
                    List.of(ThreatFrame.Mode.FUTURE),
                    "words"),
            List.of(new Counterfactual(WORD, Level.BLUE)),
            List.of(new SchoolLink("CL001", 0.4, WORD, 120)));
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final AuthorKeys KEYS =
            new AuthorKeys("0123456789abcdef".getBytes(StandardCharsets.UTF_8), Duration.ofDays(30));

    @Test
    void an_alert_survives_its_json() {
        Post post = post("p", AT, AT);
        Alert alert = new Alert(
                "a",
                2,
                AlertStatus.VERIFIED,
                Level.RED,
                List.of(Category.ABDUCTION),
                Stance.WITNESS,
                List.of(Route.POLICE_NOW),
                List.of("CL001"),
                List.of(),
                post,
                List.of(new Reason(new Span(Field.TEXT, 0, 1, "t"), "model", 1.5)),
                INSIGHT,
                3.5,
                1,
                AT,
                AT,
                false,
                "");
        String json = Json.write(alert);
        assertThat(Json.read(json, Alert.class)).isEqualTo(alert);
        assertThat(json)
                .contains("\"level\":\"RED\"")
                .contains("\"categories\":[\"abduction\"]")
                .contains("2026-03-01T00:00:00Z")
                .doesNotContain("\"open\"");
    }

    @Test
    void an_assessment_cannot_contradict_itself() {
        assertThatThrownBy(() -> assessment(Level.NONE, List.of(Category.FRAUD), List.of()))
                .hasMessageContaining("NONE");
        assertThatThrownBy(() -> assessment(Level.BLUE, List.of(), List.of())).hasMessageContaining("BLUE");
        assertThatThrownBy(() -> assessment(Level.RED, List.of(Category.FRAUD), List.of(Route.BUREAU)))
                .hasMessageContaining("RED");
        assertThatThrownBy(() -> assessment(Level.YELLOW, List.of(Category.FRAUD), List.of(Route.POLICE_NOW)))
                .hasMessageContaining("YELLOW");
    }

    @Test
    void a_post_from_the_future_is_computed_with_at_its_time_of_collection() {
        assertThat(post("p", AT.plusSeconds(3600), AT).eventTime()).isEqualTo(AT.plusSeconds(300));
        assertThat(post("p", AT.minusSeconds(9), AT).eventTime()).isEqualTo(AT.minusSeconds(9));
    }

    @Test
    void an_authors_key_changes_with_the_retention_window_and_the_source() {
        String key = KEYS.key("forum", "小明", AT);
        assertThat(key).hasSize(32).isEqualTo(KEYS.key("forum", " 小明 ", AT.plusSeconds(60)));
        assertThat(KEYS.key("forum", "小明", AT.plus(Duration.ofDays(30)))).isNotEqualTo(key);
        assertThat(KEYS.key("news", "小明", AT)).isNotEqualTo(key);
        assertThat(KEYS.key("forum", "  ", AT)).isEmpty();
    }

    @Property
    boolean ids_of_different_parts_differ(@ForAll String a, @ForAll String b) {
        return PostIds.sha256(a, b).equals(PostIds.sha256(a + b, "")) == b.isEmpty();
    }

    @Test
    void wire_names_that_are_none_are_refused_with_what_is_allowed() {
        assertThat(Category.of("self_harm")).isEqualTo(Category.SELF_HARM);
        assertThatThrownBy(() -> Stance.of("angry"))
                .hasMessageContaining("'angry'")
                .hasMessageContaining("hyperbole");
    }

    private static Post post(String id, Instant published, Instant collected) {
        return new Post(id, PostIds.version("", "t"), "s", "http://x/", "", "t", "", "", "", published, collected);
    }

    private static Assessment assessment(Level level, List<Category> categories, List<Route> routes) {
        return new Assessment(
                "p",
                "v",
                level,
                categories,
                Map.of(),
                Stance.WITNESS,
                routes,
                0,
                0,
                List.of(),
                List.of(),
                Insight.NONE);
    }
}
