package huxiao.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two alerts of the city are verified: one of a knife, which police are told of, and one of self-harm. */
class BacktestApiTest {
    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
        for (String name : List.of("red", "care")) {
            city.register().alerts().decide(city.alert(name).id(), 1, AlertStatus.VERIFIED, "analyst", "");
        }
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static HttpResponse<String> ask(Visitor visitor, String body) {
        return visitor.json("POST", "/api/v1/backtests", body);
    }

    private static JsonNode search(String who, String query) {
        HttpResponse<String> answer = ask(city.as(who), "{\"query\":\"" + query + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode outcome = Json.tree(answer.body()).path("search");
        assertThat(outcome.path("complete").asBoolean()).isTrue();
        return outcome;
    }

    private static JsonNode threshold(String who, double asked) {
        HttpResponse<String> answer = ask(city.as(who), "{\"alertThreshold\":" + asked + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.tree(answer.body()).path("threshold");
    }

    @Test
    void a_search_is_told_what_it_finds_and_which_verified_alerts_it_misses() {
        JsonNode knife = search("analyst", "带刀");
        assertThat(knife.path("posts").asLong()).isEqualTo(1);
        assertThat(knife.path("byDay").toString()).isEqualTo("{\"2026-03-02\":1}");
        assertThat(knife.path("byLevel").toString()).isEqualTo("{\"RED\":1}");
        assertThat(knife.path("alerts").asInt()).isEqualTo(1);
        assertThat(knife.path("verified").asInt()).isEqualTo(2);
        assertThat(knife.path("found").asInt()).isEqualTo(1);
        JsonNode missed = knife.path("missed");
        assertThat(missed.findValuesAsText("id"))
                .containsExactly(city.alert("care").id());
        assertThat(city.as("analyst").get(missed.at("/0/link").asText()).statusCode())
                .isEqualTo(200);

        JsonNode all = search("analyst", "*");
        assertThat(all.path("posts").asLong()).isEqualTo(7);
        assertThat(all.path("alerts").asInt()).isEqualTo(6);
        assertThat(all.path("missed")).isEmpty();
    }

    @Test
    void what_lies_before_is_not_looked_at() {
        JsonNode nothing = Json.tree(ask(city.as("analyst"), "{\"query\":\"带刀 时间<2026-03-01\",\"days\":90}")
                        .body())
                .path("search");
        assertThat(nothing.path("posts").asLong()).isZero();
        assertThat(nothing.path("missed")).hasSize(2);
    }

    @Test
    void everyone_tries_a_search_with_their_own_rights() {
        assertThat(search("analyst-xinhua", "*").path("posts").asLong()).isEqualTo(4);
        JsonNode police = search("police", "*");
        assertThat(police.path("byLevel").toString()).isEqualTo("{\"ORANGE\":1,\"RED\":1}");
        assertThat(police.path("verified").asInt())
                .as("what goes to counsellors is neither found nor missed")
                .isEqualTo(1);
        JsonNode blind = search("police-xinhua", "围墙");
        assertThat(blind.path("posts").asLong()).isZero();
        assertThat(blind.path("missed").findValuesAsText("id"))
                .containsExactly(city.alert("red").id());
    }

    @Test
    void a_higher_threshold_loses_alerts_and_a_lower_one_raises_harmless_posts() {
        JsonNode higher = threshold("analyst", 0.98);
        assertThat(higher.path("current").asDouble()).isEqualTo(0.5);
        assertThat(higher.path("posts").asLong()).isEqualTo(6);
        assertThat(higher.path("fewerAlerts").asInt()).isEqualTo(6);
        assertThat(higher.path("fewerPolice").asInt()).isEqualTo(2);
        assertThat(higher.path("lostCount").asInt()).isEqualTo(2);
        assertThat(higher.path("lost").findValuesAsText("id"))
                .containsExactlyInAnyOrder(
                        city.alert("red").id(), city.alert("care").id());
        JsonNode little = threshold("analyst", 0.9);
        assertThat(little.path("fewerAlerts").asInt()).isZero();
        assertThat(little.path("lost")).isEmpty();
        assertThat(threshold("analyst-xinhua", 0.98).path("fewerAlerts").asInt())
                .isEqualTo(3);

        assertThat(threshold("analyst", 0.04).path("morePosts").asLong()).isEqualTo(1);
        assertThat(threshold("analyst", 0.1).path("morePosts").asLong()).isZero();
        assertThat(threshold("analyst", 0.1).path("fewerAlerts").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"police, 200, 403", "police-xinhua, 200, 403", "admin, 200, 200", "school-a1, 403, 403"})
    void only_who_decides_tries_thresholds_and_schools_try_nothing(String who, int search, int threshold) {
        assertThat(ask(city.as(who), "{\"query\":\"刀\"}").statusCode()).isEqualTo(search);
        assertThat(ask(city.as(who), "{\"alertThreshold\":0.6}").statusCode()).isEqualTo(threshold);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|''",
                "{\"query\":\"刀\",\"alertThreshold\":0.6}|''",
                "{\"alertThreshold\":1}|/alertThreshold",
                "{\"alertThreshold\":\"0.6\"}|/alertThreshold",
                "{\"query\":\"刀\",\"days\":91}|/days",
                "{\"query\":\"刀\",\"days\":0}|/days",
                "{\"query\":\"作者:x\"}|/query",
                "{\"query\":\"(\"}|/query"
            })
    void faults_are_told_with_their_place(String body, String pointer) {
        HttpResponse<String> answer = ask(city.as("analyst"), body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Json.tree(answer.body()).at("/errors/0/pointer").asText())
                .isEqualTo(pointer.equals("''") ? "" : pointer);
    }
}
