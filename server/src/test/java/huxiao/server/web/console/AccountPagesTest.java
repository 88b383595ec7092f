package huxiao.server.web.console;

import static huxiao.server.web.TestCity.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import huxiao.register.Account;
import huxiao.register.ApiKey;
import huxiao.register.Role;
import huxiao.register.Scope;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountPagesTest {
    private static final Pattern KEY = Pattern.compile("hx_[A-Za-z0-9_-]{43}");

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static Map<String, String> fields(String login, String role) {
        Map<String, String> fields = new HashMap<>();
        fields.put("login", login);
        fields.put("name", "李老师<b>");
        fields.put("role", role);
        fields.put("password", " correct horse ");
        fields.put("active", "true");
        return fields;
    }

    @ParameterizedTest
    @CsvSource({"admin, 200, true", "analyst, 403, false", "police, 403, false", "school-a1, 403, false"})
    void the_accounts_are_shown_to_administrators_only(String login, int status, boolean linked) {
        Visitor visitor = city.as(login);
        assertThat(visitor.get("/accounts").statusCode()).isEqualTo(status);
        assertThat(visitor.get("/accounts/admin").statusCode()).isEqualTo(status);
        Document page = Jsoup.parse(visitor.get("/alerts").body());
        assertThat(page.select("nav a[href=/accounts]").isEmpty()).isEqualTo(!linked);
        assertThat(page.select("header a[href=/me]")).hasSize(1);
        assertThat(visitor.submit("/alerts", "/keys", Map.of("school", "A1", "label", "x"))
                        .statusCode())
                .isEqualTo(linked ? 302 : 403);
    }

    @Test
    void an_account_is_added_and_its_password_is_taken_as_it_was_typed() {
        Visitor admin = city.as("admin");
        Map<String, String> fields = fields("li", "school");
        fields.put("school", "A1");
        HttpResponse<String> answer = admin.submit("/accounts", "/accounts", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(admin.get("/accounts").body()).contains("已添加账号 li", "李老师&lt;b&gt;");
        Visitor li = city.visitor();
        assertThat(header(li.signIn("li", " correct horse "), "Location")).endsWith("/");
        assertThat(li.read("/api/v1/me").path("school").asText()).isEqualTo("A1");
    }

    @Test
    void adding_never_changes_an_account_that_is_there() {
        HttpResponse<String> answer = city.as("admin").submit("/accounts", "/accounts", fields("police", "analyst"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("已有此账号");
        assertThat(city.register().accounts().find("police").map(Account::role)).hasValue(Role.POLICE);
    }

    @Test
    void faults_stand_beside_their_fields_and_the_form_keeps_all_but_the_password() {
        Map<String, String> fields = fields("System", "school");
        fields.put("password", "elevenbytes");
        fields.put("district", "\"><b>无此区");
        HttpResponse<String> answer = city.as("admin").submit("/accounts", "/accounts", fields);
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#a-login[aria-invalid][aria-describedby=a-login-fault]"))
                .hasSize(1);
        assertThat(page.select("#a-login-fault").text()).contains("小写字母");
        assertThat(page.select("#a-password-fault").text()).contains("12", "72");
        assertThat(page.select("#a-district-fault").text()).isEqualTo("没有这个区县");
        assertThat(page.select("#a-name").val()).isEqualTo("李老师<b>");
        assertThat(answer.body()).doesNotContain("elevenbytes", "\"><b>");
    }

    @Test
    void an_account_is_changed_without_its_password() {
        city.register().accounts().put(city.account("moving", Role.POLICE, Scope.EVERYTHING), "test");
        Visitor admin = city.as("admin");
        Map<String, String> fields = fields("ignored", "police");
        fields.put("password", "");
        fields.put("policeUnit", "运河分局");
        assertThat(admin.submit("/accounts/moving", "/accounts/moving", fields).statusCode())
                .isEqualTo(302);
        Account moved = city.register().accounts().find("moving").orElseThrow();
        assertThat(moved.scope()).isEqualTo(Scope.ofPoliceUnit("运河分局"));
        Document page = Jsoup.parse(admin.get("/accounts/moving").body());
        assertThat(page.select("#a-policeUnit option[selected]").val()).isEqualTo("运河分局");
        assertThat(page.select("#a-district option[selected]")).isEmpty();
        assertThat(city.as("moving").get("/alerts").statusCode()).isEqualTo(200);
        assertThat(admin.get("/accounts/nobody").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "demoted"})
    void the_last_administrator_is_told_why_the_account_stays(String what) {
        Map<String, String> fields = fields("admin", what.equals("off") ? "admin" : "police");
        fields.put("active", Boolean.toString(!what.equals("off")));
        fields.put("password", "");
        HttpResponse<String> answer = city.as("admin").submit("/accounts/admin", "/accounts/admin", fields);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("最后一个启用的管理员");
    }

    @Test
    void a_key_is_shown_once_and_works_until_it_is_revoked() {
        Visitor admin = city.as("admin");
        assertThat(admin.submit("/accounts", "/keys", Map.of("school", "A1", "label", "教务"))
                        .statusCode())
                .isEqualTo(302);
        Matcher shown = KEY.matcher(admin.get("/accounts").body());
        assertThat(shown.find()).isTrue();
        assertThat(admin.get("/accounts").body()).doesNotContainPattern(KEY).contains("教务");
        Visitor software = city.withKey(shown.group());
        assertThat(software.get("/api/v1/me").statusCode()).isEqualTo(200);
        String id = city.register().accounts().keys("A1").stream()
                .filter(key -> key.label().equals("教务"))
                .map(ApiKey::id)
                .findFirst()
                .orElseThrow();
        assertThat(admin.submit("/accounts", "/keys/" + id + "/revoke", Map.of())
                        .statusCode())
                .isEqualTo(302);
        assertThat(software.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(admin.get("/accounts").body()).select("form[action$=" + id + "/revoke]"))
                .isEmpty();
    }

    @Test
    void a_key_needs_school_and_purpose() {
        int before = city.register().accounts().keys().size();
        HttpResponse<String> answer = city.as("admin").submit("/accounts", "/keys", Map.of("school", "", "label", " "));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#k-school-fault, #k-label-fault")).hasSize(2);
        assertThat(city.register().accounts().keys()).hasSize(before);
    }

    @Test
    void everybody_changes_their_own_password_on_their_page() {
        city.register().accounts().put(city.account("zhao", Role.POLICE, Scope.EVERYTHING), "test");
        Visitor zhao = city.as("zhao");
        Visitor elsewhere = city.as("zhao");
        HttpResponse<String> faulty = zhao.submit(
                "/me", "/me/password", Map.of("old", "wrong", "new", " new password ", "again", "new password"));
        assertThat(faulty.statusCode()).isEqualTo(400);
        assertThat(faulty.body()).contains("两次输入的新密码不一致").doesNotContain(" new password ");
        HttpResponse<String> wrong = zhao.submit(
                "/me", "/me/password", Map.of("old", "wrong", "new", " new password ", "again", " new password "));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.body()).select("#p-old-fault").text()).isEqualTo("原密码不正确");
        assertThat(zhao.submit(
                                "/me",
                                "/me/password",
                                Map.of("old", PASSWORD, "new", " new password ", "again", " new password "))
                        .statusCode())
                .isEqualTo(302);
        assertThat(zhao.get("/me").body()).contains("密码已修改");
        assertThat(elsewhere.get("/me").statusCode()).isEqualTo(302);
        assertThat(header(city.visitor().signIn("zhao", " new password "), "Location"))
                .endsWith("/");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
