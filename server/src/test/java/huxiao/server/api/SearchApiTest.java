package huxiao.server.api;

import static huxiao.server.web.TestCity.KEY_A1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.register.SearchHit;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchApiTest {
    private static final String SEARCHES = "/api/v1/searches";
    private static final List<String> KEEPERS =
            List.of("analyst", "analyst-xinhua", "police", "police-xinhua", "admin");

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @AfterEach
    void endAll() {
        KEEPERS.forEach(login -> city.register().searches().list(login).forEach(search -> city.register()
                .searches()
                .end(search.id(), search.revision(), login)));
    }

    private static String body(String name, String query) {
        return "{\"name\":\"" + name + "\",\"query\":\"" + query + "\"}";
    }

    private static String save(Visitor visitor, String query) {
        HttpResponse<String> answer = visitor.json("POST", SEARCHES, body("s", query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        city.clock().pass(Duration.ofSeconds(1));
        return Json.tree(answer.body()).path("id").asText();
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Json.tree(answer.body());
    }

    @Test
    void a_search_is_saved_changed_from_the_revision_that_was_read_and_ended() {
        Visitor analyst = city.as("analyst");
        HttpResponse<String> saved = analyst.json("POST", SEARCHES, body("  刀  ", " 带刀 级别>=橙 "));
        assertThat(saved.statusCode()).isEqualTo(201);
        JsonNode search = Json.tree(saved.body());
        String path = SEARCHES + "/" + search.path("id").asText();
        assertThat(saved.headers().firstValue("Location")).hasValue(path);
        assertThat(saved.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(search.path("name").asText()).isEqualTo("刀");
        assertThat(search.path("query").asText()).isEqualTo("带刀 级别>=橙");
        assertThat(search.path("announced").asBoolean()).as("when left out").isTrue();
        assertThat(search.path("fault").asText()).isEmpty();
        assertThat(search.path("unseen").asLong()).isZero();

        String other = "{\"name\":\"枪\",\"query\":\"枪\",\"announced\":false}";
        problem(analyst.json("PUT", path, other), 400);
        assertThat(analyst.json("PUT", path, other, "If-Match", "\"1\"").statusCode())
                .isEqualTo(200);
        assertThat(problem(analyst.json("PUT", path, other, "If-Match", "\"1\""), 409)
                        .path("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(analyst.read(SEARCHES).path("items")).containsExactly(analyst.read(path));
        assertThat(analyst.read(path).path("announced").asBoolean()).isFalse();

        problem(analyst.json("POST", path + "/end", "{\"revision\":1}"), 409);
        assertThat(analyst.json("POST", path + "/end", "{\"revision\":2}").statusCode())
                .isEqualTo(204);
        problem(analyst.get(path), 404);
        assertThat(analyst.read(SEARCHES).path("total").asLong()).isZero();
    }

    @Test
    void a_faulty_query_is_told_with_its_position_and_saves_nothing() {
        Visitor analyst = city.as("analyst");
        JsonNode error = problem(analyst.json("POST", SEARCHES, body("s", "刀 AND (枪")), 400)
                .at("/errors/0");
        assertThat(error.path("pointer").asText()).isEqualTo("/query");
        assertThat(error.path("position").isInt()).isTrue();
        assertThat(error.path("expected").asText()).isNotEmpty();
        String id = save(analyst, "刀");
        problem(
                analyst.json(
                        "PUT",
                        SEARCHES + "/" + id,
                        "{\"name\":\"s\",\"query\":\"级别:粉\",\"announced\":true,\"revision\":1}"),
                400);
        assertThat(analyst.read(SEARCHES + "/" + id).path("query").asText()).isEqualTo("刀");
        assertThat(analyst.read(SEARCHES).path("total").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"作者:author-key-of-red", "author:author-key-of-red", "用户:author-key-of-red", "uid:1"})
    void no_search_by_who_wrote_a_post_can_be_saved(String query) {
        JsonNode problem = problem(city.as("analyst").json("POST", SEARCHES, body("s", query)), 400);
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/query");
        assertThat(city.register().searches().list("analyst")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/name,/query",
                "{\"name\":\" \",\"query\":\"刀\"}|/name",
                "{\"name\":\"s\",\"query\":\"刀\",\"owner\":\"police\"}|/owner",
                "{\"name\":\"s\",\"query\":\"刀\",\"announced\":\"yes\"}|/announced"
            })
    void a_form_is_read_strictly(String body, String pointers) {
        JsonNode problem = problem(city.as("analyst").json("POST", SEARCHES, body), 400);
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder(pointers.split(","));
    }

    @Test
    void another_persons_search_is_not_there_for_anyone() {
        String id = save(city.as("analyst"), "刀");
        for (String other : List.of("admin", "analyst-xinhua", "police")) {
            Visitor visitor = city.as(other);
            assertThat(visitor.read(SEARCHES).path("total").asLong()).isZero();
            problem(visitor.get(SEARCHES + "/" + id), 404);
            problem(visitor.get(SEARCHES + "/" + id + "/hits"), 404);
            problem(
                    visitor.json(
                            "PUT",
                            SEARCHES + "/" + id,
                            "{\"name\":\"s\",\"query\":\"刀\",\"announced\":true,\"revision\":1}"),
                    404);
            problem(visitor.json("POST", SEARCHES + "/" + id + "/end", "{\"revision\":1}"), 404);
            problem(visitor.json("POST", SEARCHES + "/" + id + "/seen", "{\"until\":\"2026-03-02T04:00:00Z\"}"), 404);
        }
        assertThat(city.register().searches().list("analyst")).hasSize(1);
        assertThat(city.as("admin").get("/api/v1/audit?subject=" + id).body())
                .contains("search.saved")
                .doesNotContain("刀");
    }

    @Test
    void schools_keep_no_searches() {
        for (Visitor school : List.of(city.as("school-a1"), city.withKey(KEY_A1))) {
            problem(school.get(SEARCHES), 403);
            problem(school.json("POST", SEARCHES, body("s", "刀")), 403);
        }
        problem(city.visitor().get(SEARCHES), 401);
    }

    @Test
    void one_person_keeps_so_many_searches() {
        Visitor analyst = city.as("analyst");
        for (int i = 0; i < TestCity.settings().savedSearches(); i++) {
            save(analyst, "刀" + i);
        }
        assertThat(problem(analyst.json("POST", SEARCHES, body("s", "刀")), 409)
                        .path("detail")
                        .asText())
                .contains("at most");
    }

    @Test
    void hits_are_the_posts_that_their_reader_may_see_by_now() {
        List<SearchHit> hits = new ArrayList<>();
        for (String login : KEEPERS) {
            String id = save(city.as(login), "刀");
            hits.add(new SearchHit(
                    id, "red", Level.RED, List.of("A1"), city.clock().instant()));
            hits.add(new SearchHit(
                    id, "care", Level.YELLOW, List.of("A1"), city.clock().instant()));
            hits.add(new SearchHit(
                    id, "other", Level.YELLOW, List.of("B1"), city.clock().instant()));
            hits.add(new SearchHit(
                    id, "harmless", Level.NONE, List.of("A1"), city.clock().instant()));
        }
        city.register().searches().put(hits, 1000);
        assertThat(found("analyst")).containsExactlyInAnyOrder("red", "care", "other", "harmless");
        assertThat(found("admin")).containsExactlyInAnyOrder("red", "care", "other", "harmless");
        assertThat(found("analyst-xinhua")).containsExactlyInAnyOrder("red", "care", "harmless");
        assertThat(found("police")).containsExactly("red");
        assertThat(found("police-xinhua")).containsExactly("red");
    }

    private static List<String> found(String login) {
        Visitor visitor = city.as(login);
        JsonNode search = visitor.read(SEARCHES).at("/items/0");
        JsonNode hits = visitor.read(SEARCHES + "/" + search.path("id").asText() + "/hits");
        List<String> ids = hits.findValues("post").stream()
                .map(post -> post.path("id").asText())
                .toList();
        assertThat(hits.path("total").asInt()).as(login).isEqualTo(ids.size());
        assertThat(search.path("unseen").asInt()).as(login).isEqualTo(ids.size());
        assertThat(hits.toString()).doesNotContain("author");
        return ids;
    }

    @Test
    void hits_come_in_pages_and_what_was_seen_is_no_longer_unseen() {
        Visitor analyst = city.as("analyst");
        String id = save(analyst, "刀");
        for (String post : List.of("red", "care", "gone", "other")) {
            city.register()
                    .searches()
                    .put(
                            List.of(new SearchHit(
                                    id,
                                    post,
                                    Level.RED,
                                    List.of("A1"),
                                    city.clock().instant())),
                            1000);
            city.clock().pass(Duration.ofSeconds(1));
        }
        String path = SEARCHES + "/" + id;
        JsonNode first = analyst.read(path + "/hits?limit=2");
        assertThat(first.findValues("post"))
                .extracting(post -> post.path("id").asText())
                .containsExactly("other");
        JsonNode second =
                analyst.read(path + "/hits?limit=2&after=" + first.path("next").asText());
        assertThat(second.findValues("post"))
                .extracting(post -> post.path("id").asText())
                .containsExactly("care", "red");
        assertThat(second.path("next").asText()).isEmpty();
        problem(analyst.get(path + "/hits?after=x"), 400);
        problem(analyst.get(path + "/hits?by=x"), 400);

        String until = second.at("/items/0/foundAt").asText();
        problem(analyst.json("POST", path + "/seen", "{\"until\":\"soon\"}"), 400);
        assertThat(analyst.json("POST", path + "/seen", "{\"until\":\"" + until + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(analyst.read(path).path("unseen").asInt()).isEqualTo(2);
        assertThat(analyst.read(path + "/hits").at("/items/0/unseen").asBoolean())
                .isTrue();
        assertThat(analyst.read(path + "/hits").at("/items/1/unseen").asBoolean())
                .isFalse();
    }
}
