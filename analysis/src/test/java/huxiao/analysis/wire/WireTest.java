package huxiao.analysis.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.model.AuthorKeys;
import huxiao.model.Category;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.config.SchoolsCsv;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
    private static final Path CONFIG = Path.of(System.getProperty("huxiao.home"), "config");
    private static final Judge JUDGE =
            Judge.load(AnalysisSettings.defaults(), CONFIG, SchoolsCsv.read(CONFIG.resolve("schools.csv")));
    private static final AuthorKeys KEYS = new AuthorKeys(new byte[16], Duration.ofDays(30));
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private static Post parse(String line) {
        return PostLine.parse(line, KEYS, NOW);
    }

    @Test
    void a_line_becomes_a_post_whose_author_is_keyed_and_whose_numbers_are_masked() {
        Post post = parse(
                "{\"id\":\"a\",\"text\":\"打13812345678\",\"title\":\"t\",\"source\":\"s\",\"url\":\"u\",\"author\":\"小明\","
                        + "\"place\":\"云岭县\",\"publishedAt\":\"2026-03-02T07:40:00+08:00\",\"unknown\":[1]}");
        assertThat(post.text()).isEqualTo("打138****5678");
        assertThat(post.author()).hasSize(32).doesNotContain("小明");
        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-03-01T23:40:00Z"));
        assertThat(post.collectedAt()).isEqualTo(NOW);
        assertThat(post.place()).isEqualTo("云岭县");
    }

    @Test
    void an_authors_key_rotates_with_the_reading_whatever_time_a_line_claims() {
        String undated = "{\"id\":\"a\",\"text\":\"x\",\"author\":\"小明\"}";
        String dated = "{\"id\":\"a\",\"text\":\"x\",\"author\":\"小明\",\"publishedAt\":\"2020-01-01T00:00:00+08:00\"}";
        Instant later = NOW.plus(Duration.ofDays(31));
        for (String line : List.of(undated, dated)) {
            assertThat(PostLine.parse(line, KEYS, later).author())
                    .isNotEqualTo(parse(line).author());
        }
    }

    @Test
    void what_is_kept_of_a_refused_line_names_no_author_and_no_number() {
        assertThat(PostLine.keepable(
                        "{\"id\":\"a\",\"author\":\"小明\",\"nick\":\"小明\",\"text\":17,\"title\":\"打13812345678\"}"))
                .isEqualTo("{\"id\":\"a\",\"text\":17,\"title\":\"打138****5678\"}");
        for (String line : List.of("小明 说: 13812345678", "[\"小明\"]", "{\"author\":\"小明", "{\"id\":\"x\"} 小明", "小明")) {
            assertThat(PostLine.keepable(line)).startsWith("no JSON object").doesNotContain("小明", "13812345678");
            assertThatThrownBy(() -> parse(line)).satisfies(e -> assertThat(PostLine.keepableCause(e.getMessage()))
                    .doesNotContain("小明")
                    .startsWith(line.startsWith("[") ? "found an array" : "not JSON"));
        }
    }

    @Test
    void what_is_optional_may_be_absent() {
        Post post = parse("{\"id\":\"a\",\"text\":\"\"}");
        assertThat(post.publishedAt()).isEqualTo(Instant.EPOCH);
        assertThat(post.title()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json | not JSON",
                "[1] | allowed: a JSON object",
                "{\"text\":\"x\"} | id: is missing",
                "{\"id\":\"x\"} | text: is missing",
                "{\"id\":1,\"text\":\"x\"} | id: found a number, allowed: a string",
                "{\"id\":\" \",\"text\":\"x\"} | allowed: 1 to 256",
                "{\"id\":\"x\",\"text\":\"x\",\"publishedAt\":\"2026-03-02\"} | RFC 3339 with offset",
                "{\"id\":\"x\",\"text\":\"x\"} {} | not JSON",
            })
    void a_malformed_line_is_refused_with_what_is_allowed(String line, String message) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_line_has_the_promised_members_in_the_promised_order() {
        Post post = parse("{\"id\":\"a\",\"text\":\"沧澜一中门口现在有个男的拿着砍刀追学生\"}");
        JsonNode line = Json.tree(AssessmentJson.line(post, JUDGE.assess(post)));
        List<String> members = new ArrayList<>();
        line.fieldNames().forEachRemaining(members::add);
        assertThat(members)
                .containsExactly(
                        "id",
                        "level",
                        "police",
                        "routes",
                        "category",
                        "categories",
                        "stance",
                        "score",
                        "bias",
                        "schools",
                        "reasons",
                        "frame");
        assertThat(line.get("police").booleanValue()).isTrue();
        assertThat(line.get("categories")).hasSize(Category.values().length);
        JsonNode school = line.get("schools").get(0);
        assertThat(school.get("code").asText()).isEqualTo("CL001");
        assertThat(school.get("mention").asText()).isEqualTo("沧澜一中");
        assertThat(school.get("field").asText()).isEqualTo("text");
        assertThat(school.get("end").asInt()).isEqualTo(4);
        JsonNode reason = line.get("reasons").get(0);
        assertThat(reason.has("reason") && reason.has("weight") && reason.has("text"))
                .isTrue();
    }

    @Test
    void the_frame_says_who_does_what_and_when_in_the_authors_own_offsets() {
        Post post = parse("{\"id\":\"a\",\"text\":\"周五放学后我要砍死他\",\"publishedAt\":\"2026-11-25T09:20:00+08:00\"}");
        JsonNode frame =
                Json.tree(AssessmentJson.line(post, JUDGE.assess(post))).get("frame");
        assertThat(frame.get("person").asText()).isEqualTo("first");
        assertThat(frame.get("act").get("text").asText()).isEqualTo("砍死");
        assertThat(frame.get("act").get("start").asInt()).isEqualTo(7);
        assertThat(frame.has("means")).isFalse();
        assertThat(frame.get("times").get(0).get("from").asText()).isEqualTo("2026-11-27T07:30:00Z");
        assertThat(frame.get("modes").get(0).asText()).isEqualTo("future");
    }

    @Test
    void none_has_no_category() {
        Post post = parse("{\"id\":\"a\",\"text\":\"今天天气真好\"}");
        JsonNode line = Json.tree(AssessmentJson.line(post, JUDGE.assess(post)));
        assertThat(line.get("category").isNull()).isTrue();
        assertThat(line.get("routes")).isEmpty();
        assertThat(line.get("frame").isNull()).isTrue();
    }

    @Test
    void half_a_pair_survives_as_an_escape() {
        Post post = parse("{\"id\":\"\\ud83d\",\"text\":\"x\"}");
        String line = AssessmentJson.line(post, JUDGE.assess(post));
        String sent = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(Json.tree(sent).get("id").asText()).isEqualTo("\ud83d");
    }

    @Test
    void a_refusal_stands_in_the_place_of_its_line() {
        assertThat(AssessmentJson.refusal(3, "id: is missing"))
                .isEqualTo("{\"id\":null,\"line\":3,\"error\":\"id: is missing\"}");
    }
}
