package huxiao.server.api;

import static huxiao.server.web.TestCity.KEY_A1;
import static huxiao.server.web.TestCity.KEY_B1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Alert;
import huxiao.model.Json;
import huxiao.register.HazardFilter;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

class ApiTest {
    private static final String HAZARD = """
            {"school":"A1","category":"facility_hazard","title":"护栏松动","detail":"二楼","severity":"serious",
             "owner":"李老师","due":"2026-04-01"}""";

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    static Stream<Arguments> who_sees_what() {
        Set<String> all = Set.copyOf(TestCity.ALERTS);
        return Stream.of(
                Arguments.of("analyst", all),
                Arguments.of("admin", all),
                Arguments.of("analyst-xinhua", Set.of("red", "staff", "care")),
                Arguments.of("police", Set.of("red", "staff", "city", "other", "hostile")),
                Arguments.of("police-xinhua", Set.of("red", "staff", "city")),
                Arguments.of("school-a1", Set.of("red")),
                Arguments.of(KEY_A1, Set.of("red")),
                Arguments.of(KEY_B1, Set.of("other", "hostile")));
    }

    private static Visitor visitor(String who) {
        return who.startsWith("hx_") ? city.withKey(who) : city.as(who);
    }

    @ParameterizedTest
    @MethodSource("who_sees_what")
    void everyone_sees_the_alerts_of_their_scope_and_is_told_of_no_other(String who, Set<String> seen) {
        Visitor visitor = visitor(who);
        Set<String> listed = new TreeSet<>();
        visitor.read("/api/v1/alerts?limit=200")
                .path("items")
                .forEach(item -> listed.add(item.path("id").asText()));
        for (String name : TestCity.ALERTS) {
            String id = city.alert(name).id();
            assertThat(listed.contains(id)).as(who + " lists " + name).isEqualTo(seen.contains(name));
            for (String part : List.of("", "/posts", "/history")) {
                assertThat(visitor.get("/api/v1/alerts/" + id + part).statusCode())
                        .as(who + " reads " + name + part)
                        .isEqualTo(seen.contains(name) ? 200 : 404);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, 409, 403, 403",
        "admin, 409, 201, 200",
        "police, 403, 403, 403",
        "police-xinhua, 403, 403, 403",
        "school-a1, 403, 201, 200",
        KEY_A1 + ", 403, 201, 200"
    })
    void each_role_does_what_is_its_own(String who, int decide, int hazard, int figures) {
        Visitor visitor = visitor(who);
        Alert alert = city.alert("red");
        assertThat(visitor.json("POST", "/api/v1/hazards", HAZARD).statusCode()).isEqualTo(hazard);
        assertThat(visitor.json("PUT", "/api/v1/schools/A1/figures", "{\"guards\":3}")
                        .statusCode())
                .isEqualTo(figures);
        String path = "/api/v1/alerts/" + alert.id();
        assertThat(visitor.json("POST", path + "/decision", "{\"verdict\":\"verified\",\"revision\":999}")
                        .statusCode())
                .as("an allowed decision fails on its revision only")
                .isEqualTo(decide);
        assertThat(visitor.json("POST", "/api/v1/alerts/" + alert.id() + "/acknowledge", "")
                        .statusCode())
                .isEqualTo(who.contains("a1") ? 403 : 200);
        assertThat(visitor.get("/api/v1/alerts/" + alert.id() + "/deliveries").statusCode())
                .isEqualTo(who.contains("a1") ? 403 : 200);
    }

    @Test
    void nobody_without_key_or_session_gets_in() {
        for (String path : List.of("/me", "/alerts", "/schools", "/hazards", "/posts", "/no-such-thing")) {
            HttpResponse<String> answer = city.visitor().get("/api/v1" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
            assertProblem(answer, 401);
        }
        assertThat(city.withKey("hx_wrong").get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(city.visitor().get("/api/v1/health").statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_key_beside_a_good_session_is_refused() {
        assertThat(city.as("analyst")
                        .get("/api/v1/me", "Authorization", "Bearer hx_wrong")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_session_needs_its_token_for_every_change() {
        Visitor analyst = city.as("admin");
        HttpResponse<String> answer = analyst.send(analyst.request("/api/v1/hazards")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HAZARD)));
        assertProblem(answer, 403);
    }

    @Test
    void every_fault_of_a_body_is_told_at_once_and_nothing_is_written() {
        long before = city.register().hazards().list(HazardFilter.ALL).total();
        HttpResponse<String> answer = city.withKey(KEY_A1)
                .json(
                        "POST",
                        "/api/v1/hazards",
                        "{\"school\":\"A1\",\"titel\":\"x\",\"category\":\"fire\",\"due\":\"2026-13-01\",\"owner\":5,\"detail\":\"a\\u0000b\"}");
        JsonNode problem = assertProblem(answer, 400);
        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/titel", "/category", "/title", "/detail", "/severity", "/owner", "/due");
        assertThat(city.register().hazards().list(HazardFilter.ALL).total()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"school\":\"A1\"}}",
                "{\"school\":\"A1\",\"school\":\"A1\"}",
                "{\"guards\":1e99}"
            })
    void what_is_no_single_json_object_is_a_fault(String body) {
        assertProblem(city.withKey(KEY_A1).json("POST", "/api/v1/hazards", body), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"guards\":\"3\"}|/guards",
                "{\"guards\":-1}|/guards",
                "{\"guards\":2.5}|/guards",
                "{}|/guards",
                "{\"guards\":3,\"lastInspection\":\"2027-01-01\"}|/lastInspection"
            })
    void figures_are_checked_strictly(String body, String pointer) {
        JsonNode problem = assertProblem(city.withKey(KEY_A1).json("PUT", "/api/v1/schools/A1/figures", body), 400);
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactly(pointer);
    }

    @Test
    void a_hazard_is_entered_once_for_one_key_and_another_body_under_it_is_refused() {
        Visitor school = city.withKey(KEY_A1);
        HttpResponse<String> first = school.json("POST", "/api/v1/hazards", HAZARD, "Idempotency-Key", "once");
        HttpResponse<String> again = school.json("POST", "/api/v1/hazards", HAZARD, "Idempotency-Key", "once");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Location"))
                .hasValue(
                        "/api/v1/hazards/" + Json.tree(first.body()).path("id").asText());
        assertProblem(
                school.json("POST", "/api/v1/hazards", HAZARD.replace("松动", "断裂"), "Idempotency-Key", "once"), 422);
    }

    @Test
    void a_hazard_changes_only_from_the_revision_that_was_read() {
        Visitor school = city.withKey(KEY_A1);
        JsonNode created =
                Json.tree(school.json("POST", "/api/v1/hazards", HAZARD).body());
        String path = "/api/v1/hazards/" + created.path("id").asText();
        assertProblem(school.json("PUT", path, HAZARD), 400);
        HttpResponse<String> changed = school.json("PUT", path, HAZARD.replace("松动", "断裂"), "If-Match", "\"1\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).hasValue("\"2\"");
        JsonNode stale = assertProblem(school.json("PUT", path, HAZARD, "If-Match", "\"1\""), 409);
        assertThat(stale.path("revision").asInt()).isEqualTo(2);
        assertThat(school.json("POST", path + "/close", "{\"revision\":2,\"note\":\"已修\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(school.read(path).path("status").asText()).isEqualTo("closed");
    }

    @Test
    void another_schools_hazards_are_not_there() {
        String id = city.register()
                .hazards()
                .list(HazardFilter.ALL.withSchools(Set.of("B1")))
                .hazards()
                .get(0)
                .id();
        Visitor school = city.withKey(KEY_A1);
        assertProblem(school.get("/api/v1/hazards/" + id), 404);
        assertProblem(school.json("PUT", "/api/v1/hazards/" + id, HAZARD, "If-Match", "\"1\""), 404);
        assertProblem(school.json("POST", "/api/v1/hazards/" + id + "/close", "{\"revision\":1}"), 404);
        assertProblem(school.json("POST", "/api/v1/hazards", HAZARD.replace("A1", "B1")), 404);
        assertProblem(school.json("PUT", "/api/v1/schools/B1/figures", "{\"guards\":3}"), 404);
        assertProblem(school.get("/api/v1/schools/B1"), 404);
        assertThat(school.read("/api/v1/schools").path("total").asInt()).isEqualTo(1);
        assertThat(school.read("/api/v1/hazards").path("items").findValuesAsText("school"))
                .containsOnly("A1");
    }

    @Test
    void a_school_is_told_its_risk_without_what_it_may_not_know() {
        JsonNode whole = city.as("analyst").read("/api/v1/schools/A1").path("risk");
        assertThat(whole.path("score").asDouble()).isEqualTo(66);
        JsonNode own = city.withKey(KEY_A1).read("/api/v1/schools/A1").path("risk");
        assertThat(own.path("score").asDouble()).isEqualTo(56);
        assertThat(own.toString())
                .doesNotContain("老师对学生")
                .doesNotContain(city.alert("staff").id());
    }

    @Test
    void police_search_only_what_police_are_told_of_and_schools_do_not_search() {
        assertThat(city.as("analyst").read("/api/v1/posts").path("items").findValuesAsText("id"))
                .contains("harmless", "care", "red");
        assertThat(city.as("analyst-xinhua").read("/api/v1/posts").path("items").findValuesAsText("id"))
                .containsExactlyInAnyOrder("harmless", "care", "red", "staff");
        assertThat(city.as("police").read("/api/v1/posts").path("items").findValuesAsText("id"))
                .containsExactlyInAnyOrder("red", "staff");
        assertProblem(city.withKey(KEY_A1).get("/api/v1/posts"), 403);
    }

    @Test
    void counts_are_of_all_posts_that_the_reader_may_search() {
        String path =
                "/api/v1/posts?limit=1&histogram=day&facets=level,category,stance,school,district,source,status,hour_of_week";
        JsonNode whole = city.as("analyst-xinhua").read(path);
        assertThat(whole.path("items")).hasSize(1);
        assertThat(whole.path("total").asInt()).isEqualTo(4);
        assertThat(counts(whole, "level")).containsExactly("RED 1", "ORANGE 1", "YELLOW 1", "NONE 1");
        assertThat(counts(whole, "category")).containsExactly("violence_threat 1", "self_harm 1", "sexual_harm 1");
        assertThat(counts(whole, "stance")).containsExactly("witness 3", "opinion 1");
        assertThat(counts(whole, "school")).containsExactly("A1 4");
        assertThat(counts(whole, "district")).containsExactly("新华区 4");
        assertThat(counts(whole, "source")).containsExactly("forum 4");
        assertThat(counts(whole, "status")).containsExactly("unverified 3", "none 1");
        assertThat(counts(whole, "hour_of_week")).containsExactly("12 4");
        assertThat(whole.path("histogram").toString())
                .isEqualTo("[{\"start\":\"2026-03-02T00:00:00+08:00\",\"count\":4}]");
        JsonNode police = city.as("police").read(path);
        assertThat(counts(police, "level")).containsExactly("RED 1", "ORANGE 1");
        assertThat(police.path("histogram").findValuesAsText("count")).containsExactly("2");
        assertProblem(city.withKey(KEY_A1).get(path), 403);
    }

    private static List<String> counts(JsonNode page, String facet) {
        List<String> counts = new ArrayList<>();
        page.path("facets")
                .path(facet)
                .forEach(value -> counts.add(
                        value.path("value").asText() + " " + value.path("count").asLong()));
        return counts;
    }

    @Test
    void what_was_not_asked_for_is_not_counted() {
        JsonNode page = city.as("analyst").read("/api/v1/posts?facets=stance&q=nosuchword");
        assertThat(page.path("facets").toString()).isEqualTo("{\"stance\":[]}");
        assertThat(page.has("histogram")).isFalse();
        assertThat(city.as("analyst").read("/api/v1/posts").has("facets")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"facets=level,author|facets|hour_of_week", "histogram=year|histogram|hour, day, week, month"})
    void an_unknown_count_is_refused_with_what_is_allowed(String query, String parameter, String allowed) {
        JsonNode problem = assertProblem(city.as("analyst").get("/api/v1/posts?" + query), 400);
        assertThat(problem.path("errors").findValuesAsText("parameter")).containsExactly(parameter);
        assertThat(problem.path("errors").get(0).path("detail").asText()).contains(allowed);
    }

    @Test
    void a_histogram_of_too_many_stretches_is_refused_with_a_way_out() {
        for (int hour = 0; hour <= 1_000; hour++) {
            city.putHarmless(
                    "hour-" + hour,
                    "平常的一天",
                    Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofHours(hour)));
        }
        Visitor analyst = city.as("analyst");
        JsonNode problem = assertProblem(analyst.get("/api/v1/posts?histogram=hour"), 400);
        assertThat(problem.path("errors").findValuesAsText("parameter")).containsExactly("histogram");
        assertThat(problem.path("errors").get(0).path("detail").asText()).contains("longer unit", "1000");
        assertThat(analyst.get("/api/v1/posts?histogram=day").statusCode()).isEqualTo(200);
    }

    @Test
    void similar_posts_are_found_among_those_that_one_may_search() {
        assertThat(similar("analyst", "red"))
                .contains("harmless", "care", "staff", "other")
                .doesNotContain("red");
        assertThat(similar("analyst-xinhua", "red")).containsExactlyInAnyOrder("harmless", "care", "staff");
        assertThat(similar("police", "red")).containsExactly("staff");
        assertProblem(city.as("police").get("/api/v1/posts/harmless/similar"), 404);
        assertProblem(city.as("analyst-xinhua").get("/api/v1/posts/other/similar"), 404);
        assertProblem(city.as("analyst").get("/api/v1/posts/no-such-post/similar"), 404);
        assertProblem(city.as("analyst").get("/api/v1/posts/red/similar?limit=0"), 400);
        assertProblem(city.withKey(KEY_A1).get("/api/v1/posts/red/similar"), 403);
        assertThat(city.as("analyst").get("/api/v1/posts/red/similar").body()).doesNotContain("author-key");
    }

    private static List<String> similar(String who, String post) {
        List<String> ids = new ArrayList<>();
        city.as(who).read("/api/v1/posts/" + post + "/similar").forEach(similar -> {
            assertThat(similar.path("similarity").asDouble()).isEqualTo(1);
            ids.add(similar.at("/post/id").asText());
        });
        return ids;
    }

    @Test
    void nothing_of_an_author_leaves_the_api() {
        Visitor analyst = city.as("analyst");
        assertProblem(analyst.get("/api/v1/posts?q=%E4%BD%9C%E8%80%85:x"), 400);
        String id = city.alert("red").id();
        for (String path : List.of(
                "/posts", "/alerts", "/alerts/" + id, "/alerts/" + id + "/posts", "/alerts/" + id + "/history")) {
            assertThat(analyst.get("/api/v1" + path).body()).doesNotContain("author-key");
        }
    }

    @Test
    void every_fault_of_a_query_string_is_told_at_once() {
        JsonNode problem = assertProblem(
                city.as("analyst").get("/api/v1/alerts?level=pink&limit=0&from=tomorrow&after=x&colour=1"), 400);
        assertThat(problem.path("errors").findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("level", "limit", "from", "after", "colour");
    }

    @Test
    void alerts_are_found_by_words_level_school_and_time() {
        Visitor analyst = city.as("analyst");
        assertThat(names(analyst, "q=%E5%B8%A6%E5%88%80")).containsExactly("red");
        assertThat(names(analyst, "level=ORANGE")).containsExactlyInAnyOrder("red", "staff");
        assertThat(names(analyst, "school=C1")).containsExactly("city");
        assertThat(names(analyst, "district=%E8%BF%90%E6%B2%B3%E5%8C%BA"))
                .containsExactlyInAnyOrder("other", "hostile");
        assertThat(names(analyst, "to=2026-03-01")).isEmpty();
        assertThat(names(analyst, "category=self_harm")).containsExactly("care");
    }

    private static List<String> names(Visitor visitor, String query) {
        List<String> names = new ArrayList<>();
        for (JsonNode item : visitor.read("/api/v1/alerts?" + query).path("items")) {
            TestCity.ALERTS.stream()
                    .filter(name -> city.alert(name).id().equals(item.path("id").asText()))
                    .forEach(names::add);
        }
        return names;
    }

    @Test
    void pages_of_a_list_follow_each_other_by_cursor() {
        Visitor analyst = city.as("analyst");
        Set<String> ids = new TreeSet<>();
        String cursor = "";
        do {
            JsonNode page = analyst.read("/api/v1/alerts?limit=4" + (cursor.isEmpty() ? "" : "&after=" + cursor));
            page.path("items")
                    .forEach(item ->
                            assertThat(ids.add(item.path("id").asText())).isTrue());
            cursor = page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(ids).hasSize(TestCity.ALERTS.size());
    }

    @Test
    void a_decision_is_made_once_and_merging_asks_for_another_alert() {
        Visitor analyst = city.as("analyst");
        Alert alert = city.alert("other");
        String path = "/api/v1/alerts/" + alert.id();
        assertProblem(analyst.json("POST", path + "/decision", "{\"verdict\":\"merged\",\"revision\":1}"), 400);
        assertProblem(analyst.json("POST", path + "/merge", "{\"into\":\"" + alert.id() + "\",\"revision\":1}"), 400);
        assertProblem(analyst.json("POST", path + "/merge", "{\"into\":\"nothing\",\"revision\":1}"), 404);
        assertThat(analyst.json(
                                "POST",
                                path + "/merge",
                                "{\"into\":\"" + city.alert("hostile").id() + "\"}",
                                "If-Match",
                                "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(analyst.read(path).path("mergedInto").asText())
                .isEqualTo(city.alert("hostile").id());
        assertProblem(analyst.json("POST", path + "/decision", "{\"verdict\":\"verified\",\"revision\":1}"), 409);

        assertProblem(city.as("police").json("POST", path + "/unmerge", "{\"revision\":2}"), 403);
        assertProblem(analyst.json("POST", path + "/unmerge", "{\"revision\":1}"), 409);
        HttpResponse<String> undone =
                analyst.json("POST", path + "/unmerge", "{\"note\":\"并错了\"}", "If-Match", "\"2\"");
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(undone.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(analyst.read(path).path("status").asText()).isEqualTo("unverified");
        assertProblem(analyst.json("POST", path + "/unmerge", "{\"revision\":3}"), 409);
    }

    @Test
    void posts_are_taken_out_of_an_alert_by_those_who_decide() {
        Visitor analyst = city.as("analyst");
        String path = "/api/v1/alerts/" + city.alert("care").id() + "/part";
        assertProblem(analyst.json("POST", path, "{\"posts\":[],\"revision\":1}"), 400);
        assertProblem(analyst.json("POST", path, "{\"posts\":[7],\"revision\":1}"), 400);
        assertProblem(analyst.json("POST", path, "{\"posts\":[\"care\"],\"revision\":9}"), 409);
        assertProblem(analyst.json("POST", path, "{\"posts\":[\"care\"],\"revision\":1}"), 409);
        assertProblem(analyst.json("POST", path, "{\"posts\":[\"red\"],\"revision\":1}"), 404);
        assertProblem(
                city.as("analyst-xinhua")
                        .json(
                                "POST",
                                path.replace(
                                        city.alert("care").id(),
                                        city.alert("other").id()),
                                "{\"posts\":[\"other\"],\"revision\":1}"),
                404);
        assertProblem(
                city.as("police")
                        .json(
                                "POST",
                                path.replace(
                                        city.alert("care").id(),
                                        city.alert("red").id()),
                                "{\"posts\":[\"red\"],\"revision\":1}"),
                403);
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, 200",
        "admin, 200",
        "analyst-xinhua, 403",
        "police, 403",
        "police-xinhua, 403",
        "school-a1, 403",
        KEY_A1 + ", 403"
    })
    void models_are_compared_by_analysts_and_administrators_of_the_whole_jurisdiction(String who, int status) {
        assertThat(visitor(who).get("/api/v1/shadow").statusCode()).isEqualTo(status);
        assertThat(city.visitor().get("/api/v1/shadow").statusCode()).isEqualTo(401);
    }

    @Test
    void what_another_model_would_change_is_counted_and_listed_without_an_author() {
        Visitor analyst = city.as("analyst");
        JsonNode all = analyst.read("/api/v1/shadow?limit=1");
        assertThat(all.path("model").asText()).isEqualTo("0a1b2c3d4e5f");
        assertThat(all.path("judged").asLong()).isEqualTo(3);
        assertThat(all.path("differing").asLong()).isEqualTo(2);
        assertThat(all.path("newPolice").asLong()).isEqualTo(1);
        assertThat(all.path("moves")).hasSize(2);
        assertThat(all.path("total").asLong()).isEqualTo(2);
        JsonNode second =
                analyst.read("/api/v1/shadow?limit=1&after=" + all.path("next").asText());
        assertThat(second.path("next").asText()).isEmpty();
        assertThat(Set.of(
                        all.at("/items/0/postId").asText(),
                        second.at("/items/0/postId").asText()))
                .isEqualTo(Set.of("new", "lost"));
        JsonNode lost = analyst.read("/api/v1/shadow?turn=lost_police");
        assertThat(lost.path("items")).hasSize(1);
        assertThat(lost.at("/items/0/before").asText()).isEqualTo("RED");
        assertThat(lost.at("/items/0/categoryAfter").asText()).isEqualTo("violence_threat");
        assertThat(lost.findValues("author")).isEmpty();
        assertThat(analyst.read("/api/v1/shadow?model=nosuch").path("total").asLong())
                .isZero();
        assertProblem(analyst.get("/api/v1/shadow?turn=nosuch"), 400);
        assertProblem(analyst.get("/api/v1/shadow?nosuch=1"), 400);
    }

    @Test
    void a_body_may_be_neither_too_long_nor_of_another_kind() {
        Visitor school = city.withKey(KEY_A1);
        String tooLong = "\"" + "x".repeat(70_000) + "\"";
        assertProblem(school.json("POST", "/api/v1/hazards", tooLong), 413);
        assertProblem(
                school.send(school.request("/api/v1/hazards")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                tooLong.getBytes(java.nio.charset.StandardCharsets.UTF_8))))),
                413);
        assertProblem(
                school.send(school.request("/api/v1/hazards")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(HAZARD))),
                415);
        assertProblem(
                school.send(school.request("/api/v1/hazards")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}))),
                400);
        assertProblem(school.json("DELETE", "/api/v1/hazards", ""), 405);
        assertProblem(school.get("/api/v1/nothing"), 404);
    }

    @Test
    void the_description_is_openapi_3_1_and_covers_every_route() throws Exception {
        JsonNode api = city.visitor().read("/api/v1/openapi.json");
        assertThat(api.path("openapi").asText()).startsWith("3.1");
        Set<String> described = new TreeSet<>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).isEqualTo(routes());
        for (JsonNode reference : api.findValues("$ref")) {
            String pointer = reference.asText().substring(1);
            assertThat(api.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
        assertThat(api.at("/components/schemas/HazardForm/required")).hasSize(6);
        assertThat(api.findValuesAsText("name")).doesNotContain("person", "request");
    }

    private static Set<String> routes() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        Set<String> routes = new TreeSet<>();
        for (var bean : scanner.findCandidateComponents("huxiao.server.api")) {
            Class<?> type = Class.forName(bean.getBeanClassName());
            RequestMapping base = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            String prefix = base == null ? "" : base.path()[0];
            for (var method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    String path = mapping.path().length == 0 ? "" : mapping.path()[0];
                    for (RequestMethod verb : mapping.method()) {
                        routes.add(verb + " " + prefix + path);
                    }
                }
            }
        }
        return routes;
    }

    @Test
    void me_says_who_one_is() {
        JsonNode me = city.as("police-xinhua").read("/api/v1/me");
        assertThat(Map.of(
                        "role",
                        me.path("role").asText(),
                        "unit",
                        me.path("policeUnit").asText()))
                .isEqualTo(Map.of("role", "police", "unit", "新华分局"));
    }

    private static JsonNode assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Json.tree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asText()).startsWith("/api/v1/");
        return problem;
    }
}
