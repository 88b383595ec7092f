package huxiao.server.api;

import static huxiao.server.web.TestCity.KEY_A1;
import static huxiao.server.web.TestCity.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Json;
import huxiao.register.Account;
import huxiao.register.AuditEntry;
import huxiao.register.AuditFilter;
import huxiao.register.Role;
import huxiao.register.Scope;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountApiTest {
    private static final String NEW_PASSWORD = "staple battery horse";

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static String body(String role, String more) {
        return "{\"name\":\"王警官\",\"role\":\"" + role + "\",\"active\":true" + more + "}";
    }

    private static String withPassword(String role, String more) {
        return body(role, ",\"password\":\"" + PASSWORD + "\"" + more);
    }

    private static Visitor somebody(String login) {
        city.register().accounts().put(city.account(login, Role.POLICE, Scope.EVERYTHING), "test");
        return city.as(login);
    }

    private static boolean signsIn(String login, String password) {
        return city.visitor()
                .signIn(login, password)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .endsWith("/");
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, 403, 403, 403",
        "analyst-xinhua, 403, 403, 403",
        "police, 403, 403, 403",
        "school-a1, 403, 403, 403",
        KEY_A1 + ", 403, 403, 403",
        "nobody, 401, 403, 403",
        "admin, 200, 201, 404"
    })
    void accounts_and_keys_are_for_administrators(String who, int read, int write, int revoke) {
        Visitor visitor =
                switch (who) {
                    case KEY_A1 -> city.withKey(KEY_A1);
                    case "nobody" -> city.visitor();
                    default -> city.as(who);
                };
        assertThat(visitor.get("/api/v1/accounts").statusCode()).isEqualTo(read);
        assertThat(visitor.get("/api/v1/schools/A1/keys").statusCode()).isEqualTo(read);
        String login = "made-by-" + who.replace("hx_", "");
        assertThat(visitor.json("PUT", "/api/v1/accounts/" + login, withPassword("police", ""))
                        .statusCode())
                .isEqualTo(write);
        assertThat(visitor.json("PUT", "/api/v1/accounts/" + login, "{}").statusCode())
                .as("faults of a body are told to administrators only")
                .isEqualTo(write == 201 ? 400 : write);
        assertThat(visitor.json("POST", "/api/v1/schools/A1/keys", "{\"label\":\"门禁\"}")
                        .statusCode())
                .isEqualTo(write);
        assertThat(visitor.json("POST", "/api/v1/keys/nothing/revoke", "").statusCode())
                .isEqualTo(revoke);
        assertThat(city.register().accounts().find(login).isPresent()).isEqualTo(who.equals("admin"));
    }

    @Test
    void the_list_shows_no_more_of_anybody_than_it_must() {
        JsonNode list = city.as("admin").read("/api/v1/accounts");
        assertThat(list.path("total").asInt()).isEqualTo(list.path("items").size());
        for (JsonNode item : list.path("items")) {
            List<String> members = new ArrayList<>();
            item.fieldNames().forEachRemaining(members::add);
            assertThat(members)
                    .isSubsetOf(
                            "login",
                            "name",
                            "role",
                            "district",
                            "policeUnit",
                            "educationBureau",
                            "school",
                            "active",
                            "lastSignIn")
                    .hasSizeBetween(8, 9);
        }
        assertThat(list.findValuesAsText("login")).contains("admin", "school-a1");
    }

    @Test
    void an_account_is_added_signs_in_and_sees_its_scope() {
        HttpResponse<String> answer = city.as("admin")
                .json("PUT", "/api/v1/accounts/wang.jie@pd-1", withPassword("police", ",\"policeUnit\":\"新华分局\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain(PASSWORD, "$2a$");
        JsonNode me = city.as("wang.jie@pd-1").read("/api/v1/me");
        assertThat(me.path("role").asText()).isEqualTo("police");
        assertThat(me.path("policeUnit").asText()).isEqualTo("新华分局");
        assertThat(city.as("wang.jie@pd-1")
                        .read("/api/v1/schools")
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(city.register().audit().list(AuditFilter.ALL.ofSubject("wang.jie@pd-1")))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::detail)
                .contains(tuple("admin", "account.put", "police, 新华分局"));
    }

    @Test
    void every_fault_of_an_account_is_told_at_once_and_nothing_is_written() {
        JsonNode problem = problem(city.as("admin").json("PUT", "/api/v1/accounts/faulty", """
                        {"nam":"x","name":" ","role":"boss","district":"无此区","policeUnit":"无此分局","educationBureau":"无此局",
                         "school":"Z9","password":"elevenbytes"}"""), 400);
        assertThat(problem.path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/nam",
                        "/name",
                        "/role",
                        "/district",
                        "/policeUnit",
                        "/educationBureau",
                        "/school",
                        "/password",
                        "/active");
        assertThat(city.register().accounts().find("faulty")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "police|,\"password\":\"elevenbytes\"|/password",
                "police|,\"password\":\"一二三\"|/password",
                "police|,\"password\":\"一二三四五六七八九十一二三四五六七八九十一二三四五\"|/password",
                "police|,\"password\":\"            \"|/password",
                "police|,\"password\":123456789012|/password",
                "police||/password",
                "school|,\"password\":\"correct horse\"|/school",
                "admin|,\"password\":\"correct horse\",\"district\":\"新华区\"|/role",
                "police|,\"password\":\"correct horse\",\"district\":\"新华区\",\"policeUnit\":\"运河分局\"|~~",
                "school|,\"password\":\"correct horse\",\"school\":\"A1\",\"district\":\"运河区\"|~~"
            })
    void what_an_account_says_must_hang_together(String role, String more, String pointer) {
        HttpResponse<String> answer =
                city.as("admin").json("PUT", "/api/v1/accounts/checked", body(role, more == null ? "" : more));
        assertThat(problem(answer, 400).path("errors").findValuesAsText("pointer"))
                .containsExactly(pointer);
        assertThat(city.register().accounts().find("checked")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"一二三四", "一二三四五六七八九十一二三四五六七八九十一二三四", " correct horse "})
    void a_password_has_twelve_to_seventy_two_bytes_as_they_were_sent(String password) {
        HttpResponse<String> answer = city.as("admin")
                .json(
                        "PUT",
                        "/api/v1/accounts/long-" + password.length(),
                        body("police", ",\"password\":\"" + password + "\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(signsIn("long-" + password.length(), password)).isTrue();
    }

    @Test
    void a_truth_value_is_no_text() {
        String body = withPassword("police", "").replace("true", "\"true\"");
        JsonNode problem = problem(city.as("admin").json("PUT", "/api/v1/accounts/truth", body), 400);
        assertThat(problem.path("errors").findValuesAsText("detail")).containsExactly("allowed: true, false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "system", "a%20b", "%E7%8E%8B", ".a"})
    void what_is_no_login_gets_no_account(String login) {
        problem(city.as("admin").json("PUT", "/api/v1/accounts/" + login, withPassword("police", "")), 400);
    }

    @Test
    void an_account_of_a_place_that_left_the_directory_can_still_be_switched_off() {
        city.register().accounts().put(city.account("gone", Role.POLICE, Scope.ofDistrict("撤并区")), "test");
        String body = body("police", ",\"district\":\"撤并区\"").replace("true", "false");
        assertThat(city.as("admin").json("PUT", "/api/v1/accounts/gone", body).statusCode())
                .isEqualTo(200);
        assertThat(city.register().accounts().find("gone").orElseThrow().active())
                .isFalse();
        problem(
                city.as("admin")
                        .json("PUT", "/api/v1/accounts/also-gone", withPassword("police", ",\"district\":\"撤并区\"")),
                400);
    }

    @Test
    void the_password_stays_when_it_is_left_out_and_a_new_name_ends_no_session() {
        Visitor wang = somebody("renamed");
        assertThat(city.as("admin")
                        .json("PUT", "/api/v1/accounts/renamed", body("police", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(city.register().accounts().find("renamed").map(Account::name))
                .hasValue("王警官");
        assertThat(wang.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(signsIn("renamed", PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "off|{\"name\":\"x\",\"role\":\"police\",\"active\":false}",
                "role|{\"name\":\"x\",\"role\":\"analyst\",\"active\":true}",
                "scope|{\"name\":\"x\",\"role\":\"police\",\"active\":true,\"policeUnit\":\"新华分局\"}",
                "password|{\"name\":\"x\",\"role\":\"police\",\"active\":true,\"password\":\"another password\"}"
            })
    void another_password_role_or_scope_or_switching_off_ends_the_sessions(String what, String body) {
        Visitor visitor = somebody("changed-" + what);
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(city.as("admin")
                        .json("PUT", "/api/v1/accounts/changed-" + what, body)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/alerts").statusCode()).isEqualTo(302);
    }

    @Test
    void the_last_active_administrator_cannot_be_locked_out() {
        Visitor admin = city.as("admin");
        problem(admin.json("PUT", "/api/v1/accounts/admin", body("admin", "").replace("true", "false")), 409);
        problem(admin.json("PUT", "/api/v1/accounts/admin", body("analyst", "")), 409);
        assertThat(admin.json("PUT", "/api/v1/accounts/deputy", withPassword("admin", ""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(city.as("deputy")
                        .json("PUT", "/api/v1/accounts/deputy", body("police", ""))
                        .statusCode())
                .isEqualTo(200);
        problem(admin.json("PUT", "/api/v1/accounts/admin", body("analyst", "")), 409);
        assertThat(admin.read("/api/v1/me").path("role").asText()).isEqualTo("admin");
    }

    @Test
    void ones_own_password_is_changed_with_the_old_one_only() {
        JsonNode problem = problem(
                city.as("admin")
                        .json("PUT", "/api/v1/accounts/admin", body("admin", ",\"password\":\"" + NEW_PASSWORD + "\"")),
                400);
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactly("/password");
        assertThat(signsIn("admin", PASSWORD)).isTrue();
    }

    @Test
    void a_new_password_ends_the_other_sessions_and_this_one_goes_on() {
        Visitor here = somebody("owner");
        Visitor there = city.as("owner");
        HttpResponse<String> answer = here.json("POST", "/api/v1/me/password", passwords(PASSWORD, NEW_PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(there.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(here.get("/alerts").statusCode()).isEqualTo(200);
        assertThat(here.json("POST", "/api/v1/me/password", passwords(NEW_PASSWORD, NEW_PASSWORD + "2"))
                        .statusCode())
                .as("the session's CSRF token goes on too")
                .isEqualTo(204);
        assertThat(signsIn("owner", PASSWORD)).isFalse();
        assertThat(signsIn("owner", NEW_PASSWORD + "2")).isTrue();
        assertThat(city.register().audit().list(AuditFilter.ALL.ofSubject("owner")))
                .extracting(AuditEntry::action)
                .contains("account.password");
    }

    private static String passwords(String old, String fresh) {
        return "{\"old\":\"" + old + "\",\"new\":\"" + fresh + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"old\":\"not my password\",\"new\":\"staple battery horse\"}|/old",
                "{\"old\":\"correct horse battery\",\"new\":\"elevenbytes\"}|/new",
                "{\"old\":\"correct horse battery\",\"new\":\"correct horse battery\"}|/new",
                "{\"fresh\":\"staple battery horse\"}|/fresh /old /new"
            })
    void a_wrong_old_or_an_unfit_new_password_changes_nothing(String body, String pointers) {
        Visitor visitor = somebody("careless");
        JsonNode problem = problem(visitor.json("POST", "/api/v1/me/password", body), 400);
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder(pointers.split(" "));
        assertThat(visitor.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(signsIn("careless", PASSWORD)).isTrue();
    }

    @Test
    void guessing_the_old_password_from_an_open_session_grows_slow() {
        Visitor thief = somebody("robbed");
        for (int i = 0; i < 5; i++) {
            problem(thief.json("POST", "/api/v1/me/password", passwords("guess " + i, NEW_PASSWORD)), 400);
        }
        HttpResponse<String> answer = thief.json("POST", "/api/v1/me/password", passwords(PASSWORD, NEW_PASSWORD));
        problem(answer, 429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        city.clock().pass(Duration.ofMinutes(6));
        assertThat(thief.json("POST", "/api/v1/me/password", passwords(PASSWORD, NEW_PASSWORD))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_key_has_no_password() {
        problem(city.withKey(KEY_A1).json("POST", "/api/v1/me/password", passwords(PASSWORD, NEW_PASSWORD)), 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me/password", "/api/v1/schools/A1/keys", "/api/v1/keys/nothing/revoke"})
    void a_session_needs_its_token_here_too(String path) {
        Visitor admin = city.as("admin");
        problem(
                admin.send(admin.request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(passwords(PASSWORD, NEW_PASSWORD)))),
                403);
    }

    @Test
    void a_key_works_once_it_is_issued_and_no_more_once_it_is_revoked() {
        Visitor admin = city.as("admin");
        HttpResponse<String> answer = admin.json("POST", "/api/v1/schools/B1/keys", "{\"label\":\" 门禁系统 \"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode issued = Json.tree(answer.body());
        String key = issued.path("key").asText();
        String id = issued.path("id").asText();
        assertThat(key).matches("hx_[A-Za-z0-9_-]{43}");
        assertThat(issued.path("label").asText()).isEqualTo("门禁系统");
        JsonNode me = city.withKey(key).read("/api/v1/me");
        assertThat(me.path("login").asText()).isEqualTo("apikey:" + id);
        assertThat(me.path("school").asText()).isEqualTo("B1");
        assertThat(admin.get("/api/v1/schools/B1/keys").body())
                .contains(id)
                .doesNotContain(key)
                .doesNotContain("sha256");
        assertThat(city.register().audit().list(AuditFilter.ALL).toString()).doesNotContain(key);

        HttpResponse<String> revoked = admin.json("POST", "/api/v1/keys/" + id + "/revoke", "");
        assertThat(revoked.statusCode()).isEqualTo(200);
        assertThat(Json.tree(revoked.body()).path("revokedAt").asText()).isNotEmpty();
        assertThat(city.withKey(key).get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(admin.json("POST", "/api/v1/keys/" + id + "/revoke", "").body())
                .isEqualTo(revoked.body());
        assertThat(city.register().audit().list(AuditFilter.ALL.ofSubject(id)))
                .extracting(AuditEntry::person, AuditEntry::action)
                .containsExactly(tuple("admin", "apikey.revoked"), tuple("admin", "apikey.issued"));
    }

    @Test
    void two_keys_are_never_the_same() {
        Visitor admin = city.as("admin");
        Optional<String> first = key(admin);
        assertThat(first).isPresent().isNotEqualTo(key(admin));
    }

    private static Optional<String> key(Visitor admin) {
        HttpResponse<String> answer = admin.json("POST", "/api/v1/schools/C1/keys", "{\"label\":\"x\"}");
        return Optional.of(Json.tree(answer.body()).path("key").asText()).filter(key -> key.startsWith("hx_"));
    }

    @Test
    void keys_are_asked_for_strictly_and_for_schools_that_exist() {
        Visitor admin = city.as("admin");
        JsonNode problem = problem(admin.json("POST", "/api/v1/schools/A1/keys", "{\"lable\":\"x\"}"), 400);
        assertThat(problem.path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/lable", "/label");
        problem(admin.json("POST", "/api/v1/schools/Z9/keys", "{\"label\":\"x\"}"), 404);
        problem(admin.get("/api/v1/schools/Z9/keys"), 404);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return Json.tree(answer.body());
    }
}
