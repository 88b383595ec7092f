package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Level;
import huxiao.register.Account;
import huxiao.register.HazardFilter;
import huxiao.register.Role;
import huxiao.register.SavedSearch;
import huxiao.register.Scope;
import huxiao.register.SearchDraft;
import huxiao.register.SearchHit;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import huxiao.server.web.WebServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:src|href)=\"(?:https?:)?//(?!forum\\.example)", Pattern.CASE_INSENSITIVE);

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
        SavedSearch hostile = city.register()
                .searches()
                .create(
                        new SearchDraft(TestCity.HOSTILE.substring(0, SearchDraft.MAX_NAME), TestCity.HOSTILE, true),
                        "admin",
                        1);
        city.clock().pass(Duration.ofSeconds(1));
        city.register()
                .searches()
                .put(
                        List.of(new SearchHit(
                                hostile.id(),
                                "hostile",
                                Level.BLUE,
                                List.of("B1"),
                                city.clock().instant())),
                        1000);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static List<String> pages() {
        String hostileHazard = city.register()
                .hazards()
                .list(HazardFilter.ALL.withSchools(Set.of("B1")))
                .hazards()
                .get(0)
                .id();
        return List.of(
                "/alerts",
                "/alerts?q=%E5%88%80&status=all",
                "/alerts?q=%28",
                "/alerts/" + city.alert("red").id(),
                "/alerts/" + city.alert("hostile").id(),
                "/posts",
                "/posts?q=level%3E%3Dyellow",
                "/posts?q=nosuchword",
                "/posts?q=%22alert(1)%22",
                "/searches",
                "/searches/" + city.register().searches().list("admin").get(0).id(),
                "/backtest?q=%22%3Cscript%3Ealert(1)%22",
                "/schools",
                "/schools/A1",
                "/schools/B1",
                "/hazards",
                "/hazards?status=all",
                "/hazards/" + hostileHazard,
                "/shadow",
                "/shadow?turn=new_police",
                "/shadow?model=nosuch&turn=nosuch&after=nosuch",
                "/accounts",
                "/accounts/school-a1",
                "/me");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void every_page_is_whole_strict_and_says_everything_in_words(String language) {
        Visitor admin = city.as("admin");
        admin.get("/language?to=" + language);
        for (String page : pages()) {
            HttpResponse<String> answer = admin.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body())
                    .as(page)
                    .contains("<html lang=\"" + language + "\"", "class=\"skip\"")
                    .doesNotContain("??")
                    .doesNotContainPattern(ELSEWHERE);
            assertThat(header(answer, "Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(header(answer, "Cache-Control")).contains("no-store");
        }
    }

    @Test
    void what_people_out_there_wrote_stays_text() {
        Visitor admin = city.as("admin");
        for (String page : pages()) {
            String body = admin.get(page).body();
            assertThat(body).as(page).doesNotContain("<script>alert", "<img src=x", "' autofocus onfocus");
            Document document = Jsoup.parse(body, "http://console.example/");
            assertThat(document.select(
                            "script:not([src]), style, [style], img:not([src^=/img/]), iframe, object, embed, base"))
                    .as(page)
                    .isEmpty();
            assertThat(document.select("[^on]")).as(page).isEmpty();
            assertThat(document.select("[href]").eachAttr("abs:href"))
                    .as(page)
                    .allMatch(link ->
                            link.startsWith("http://console.example/") || link.startsWith("http://forum.example/"));
        }
        assertThat(admin.get("/alerts/" + city.alert("hostile").id()).body())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "${7*7}",
                        "{{7*7}}",
                        "javascript:alert(document.domain)");
    }

    @Test
    void what_another_model_would_change_is_shown_by_what_becomes_of_telling_police_to_those_who_may_see_it() {
        Visitor analyst = city.as("analyst");
        Document all = Jsoup.parse(analyst.get("/shadow").body());
        assertThat(all.select("nav a[href=/shadow]")).hasSize(1);
        assertThat(all.select("section").first().text()).contains("0a1b2c3d4e5f", "3", "2");
        assertThat(all.select("td.words")).hasSize(2);
        assertThat(Jsoup.parse(analyst.get("/shadow?turn=lost_police").body())
                        .select("td.words")
                        .eachText())
                .containsExactly("明天带刀去学校");
        for (String other : List.of("analyst-xinhua", "police", "police-xinhua", "school-a1")) {
            Visitor visitor = city.as(other);
            assertThat(visitor.get("/shadow").statusCode()).as(other).isEqualTo(403);
            assertThat(Jsoup.parse(visitor.get("/alerts").body()).select("nav a[href=/shadow]"))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void a_source_is_a_link_that_tells_nothing_of_us() {
        assertThat(city.as("analyst").get("/alerts/" + city.alert("red").id()).body())
                .contains("href=\"http://forum.example/1\" rel=\"noreferrer noopener nofollow external\"");
    }

    @ParameterizedTest
    @CsvSource({"analyst, true, true", "police, false, true", "school-a1, false, false", "admin, true, true"})
    void a_page_offers_only_what_its_reader_may_do(String login, boolean decides, boolean handles) {
        String body = city.as(login).get("/alerts/" + city.alert("red").id()).body();
        assertThat(body.contains("/decision\"")).isEqualTo(decides);
        assertThat(body.contains("class=\"timeline\"")).isEqualTo(handles);
        assertThat(body.contains("/acknowledge\"")).isEqualTo(handles);
    }

    @ParameterizedTest
    @CsvSource({
        "school-a1, staff, 404",
        "school-a1, care, 404",
        "police, care, 404",
        "police-xinhua, other, 404",
        "analyst-xinhua, city, 404",
        "analyst-xinhua, care, 200",
        "school-a1, red, 200"
    })
    void what_is_out_of_scope_is_not_there(String login, String alert, int status) {
        HttpResponse<String> answer =
                city.as(login).get("/alerts/" + city.alert(alert).id());
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.body())
                    .contains("error-code")
                    .doesNotContain(city.alert(alert).post().text());
        }
    }

    @Test
    void lists_and_counts_hold_nothing_out_of_scope() {
        String body = city.as("school-a1").get("/alerts?status=all").body();
        assertThat(body).contains(city.alert("red").id());
        assertThat(body)
                .doesNotContain(city.alert("staff").id(), city.alert("care").id(), "运河区");
        assertThat(body).contains("\"figure\">1<").doesNotContain("\"figure\">2<");
        assertThat(city.as("school-a1").get("/schools/A1").body()).doesNotContain("老师对学生");
        assertThat(city.as("school-a1").get("/posts").statusCode()).isEqualTo(403);
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_the_login_page_and_back() {
        Visitor visitor = city.visitor();
        HttpResponse<String> answer = visitor.get("/schools/A1");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(header(answer, "Location")).isEqualTo("/login");
        assertThat(header(visitor.signIn("analyst", TestCity.PASSWORD), "Location"))
                .endsWith("/schools/A1");
        assertThat(city.visitor().get("/alerts", "HX-Request", "true").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        HttpResponse<String> answer = city.visitor().get("/login");
        assertThat(header(answer, "Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax")
                .startsWith("huxiao=");
    }

    @Test
    void a_change_without_the_pages_token_is_refused() {
        Visitor analyst = city.as("analyst");
        HttpResponse<String> answer = analyst.post(
                "/alerts/" + city.alert("staff").id() + "/decision",
                Map.of(),
                Map.of("revision", "1", "verdict", "verified"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(city.register()
                        .alerts()
                        .find(city.alert("staff").id())
                        .orElseThrow()
                        .status())
                .isEqualTo(AlertStatus.UNVERIFIED);
    }

    @Test
    void an_alert_says_who_does_what_and_when_in_china_time() {
        String page = "/alerts/" + city.alert("red").id();
        Visitor analyst = city.as("analyst");
        analyst.get("/language?to=zh-CN");
        assertThat(analyst.get(page).body())
                .contains("谁、做什么、对谁", "他人 · 本校教职工", "将要发生", "03-02 12:00 至 03-02 12:30（北京时间）");
        analyst.get("/language?to=en");
        assertThat(analyst.get(page).body()).contains("Who does what to whom", "to come", "(China time)");
    }

    @Test
    void an_alert_is_unverified_until_an_analyst_has_verified_it() {
        Visitor analyst = city.as("analyst");
        Alert alert = city.alert("city");
        String page = "/alerts/" + alert.id();
        assertThat(analyst.get(page).body()).contains("尚未经人工核实");
        HttpResponse<String> answer = analyst.submit(
                page, page + "/decision", Map.of("revision", "1", "verdict", "verified", "note", "已电话核实\u0000"));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(analyst.get(page).body()).contains("已标为属实", "已电话核实").doesNotContain("尚未经人工核实");
        analyst.submit(page, page + "/decision", Map.of("revision", "1", "verdict", "rejected"));
        assertThat(analyst.get(page).body()).contains("notice bad");
        assertThat(city.register().alerts().find(alert.id()).orElseThrow().status())
                .isEqualTo(AlertStatus.VERIFIED);
    }

    @Test
    void an_analyst_takes_a_post_out_of_an_alert_and_puts_it_back_and_out_again() {
        Visitor analyst = city.as("analyst");
        city.join("second", "other");
        Alert alert = city.register().alerts().find(city.alert("other").id()).orElseThrow();
        String page = "/alerts/" + alert.id();
        assertThat(Jsoup.parse(analyst.get(page).body())
                        .select("input[name=posts]")
                        .eachAttr("value"))
                .containsExactly("second");
        assertThat(Jsoup.parse(city.as("police").get(page).body()).select("input[name=posts], #part"))
                .isEmpty();
        String revision = String.valueOf(alert.revision());
        analyst.submit(page, page + "/part", Map.of("revision", revision));
        assertThat(analyst.get(page).body()).contains("请先勾选要移出的帖文");
        HttpResponse<String> answer =
                analyst.submit(page, page + "/part", Map.of("revision", revision, "posts", "second", "note", "两件事"));
        String apart = header(answer, "Location").replaceFirst(".*/alerts/", "/alerts/");
        assertThat(apart).isNotEqualTo(page);
        assertThat(analyst.get(apart).body()).contains("已另立预警", "另一件事 second");
        assertThat(analyst.get(page).body()).contains("移出部分帖文").doesNotContain("name=\"posts\"");

        analyst.submit(apart, apart + "/merge", Map.of("revision", "1", "into", alert.id()));
        assertThat(analyst.get(page).body()).contains("name=\"posts\"");
        analyst.submit(apart, apart + "/unmerge", Map.of("revision", "2"));
        assertThat(analyst.get(apart).body()).contains("已撤销合并", "另一件事 second");
        assertThat(analyst.get(page).body()).doesNotContain("name=\"posts\"");
    }

    @Test
    void similar_posts_are_shown_beside_an_alert_to_those_who_may_search() {
        String page = "/alerts/" + city.alert("red").id();
        assertThat(city.as("analyst").get(page).body()).contains("相似帖文", "老师对学生动手动脚");
        assertThat(city.as("police").get(page).body()).contains("老师对学生动手动脚").doesNotContain("活着没有意思", "食堂涨价太贵了");
        assertThat(city.as("school-a1").get(page).body()).doesNotContain("相似帖文", "老师对学生动手动脚");
    }

    @Test
    void the_list_renews_itself_in_parts() {
        HttpResponse<String> answer = city.as("analyst").get("/alerts?level=RED", "HX-Request", "true");
        assertThat(answer.body())
                .doesNotContain("<html", "<body")
                .contains("data-row=\"" + city.alert("red").id(), "hx-swap-oob=\"true\"");
    }

    @Test
    void a_query_that_is_not_understood_is_explained() {
        assertThat(city.as("analyst").get("/alerts?q=%E4%BD%9C%E8%80%85%3Ax").body())
                .contains("id=\"q-fault\"");
    }

    @Test
    void each_count_beside_the_posts_leads_to_just_these_posts_and_back() {
        Visitor analyst = city.as("analyst-xinhua");
        analyst.get("/language?to=en");
        Document all = Jsoup.parse(analyst.get("/posts?q=*").body());
        assertThat(all.select(".facets").text())
                .contains("Red", "Self-harm", "新华区实验小学")
                .doesNotContain("运河区");
        Element red = all.select(".facets a:contains(Red)").first();
        assertThat(red.select(".number").text()).isEqualTo("1");
        Document narrowed = Jsoup.parse(analyst.get(red.attr("href")).body());
        assertThat(narrowed.select("#q").attr("value")).isEqualTo("级别:红");
        assertThat(narrowed.select(".copies li")).hasSize(1);
        Element chosen = narrowed.select(".facets a[aria-current]").first();
        assertThat(chosen.text()).startsWith("Red");
        assertThat(Jsoup.parse(analyst.get(chosen.attr("href")).body()).select(".copies li"))
                .hasSize(4);
    }

    @Test
    void posts_are_drawn_over_time_and_each_bar_leads_to_its_posts() {
        Visitor analyst = city.as("analyst-xinhua");
        Document page = Jsoup.parse(analyst.get("/posts").body());
        assertThat(page.select("svg.bars a title").eachText())
                .hasSize(24)
                .contains("03-02 11:00: 0")
                .endsWith("03-02 12:00: 4");
        assertThat(page.select(".narrow-table tbody tr").eachText()).containsExactly("03-02 12:00 4");
        Document narrowed = Jsoup.parse(
                analyst.get(page.select("svg.bars a").last().attr("href")).body());
        assertThat(narrowed.select(".copies li")).hasSize(4);
        Document hours =
                Jsoup.parse(analyst.get(page.select(".week a").attr("href")).body());
        assertThat(hours.select("#q").attr("value")).isEqualTo("星期:一 AND 时段:12");
        assertThat(hours.select(".copies li")).hasSize(4);
        assertThat(Jsoup.parse(analyst.get("/posts?q=nosuchword").body()).select("svg, .facets"))
                .isEmpty();
    }

    @Test
    void a_hazard_with_faults_is_not_entered_and_the_form_keeps_what_was_typed() {
        Visitor school = city.as("school-a1");
        long before = city.register().hazards().list(HazardFilter.ALL).total();
        HttpResponse<String> answer = school.submit(
                "/hazards",
                "/hazards",
                Map.of("school", "A1", "title", "台阶破损<b>", "due", "2026-02-31", "severity", "minor"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("台阶破损&lt;b&gt;", "应为日期", "必填");
        assertThat(city.register().hazards().list(HazardFilter.ALL).total()).isEqualTo(before);
    }

    @Test
    void a_hazard_is_entered_changed_and_closed() {
        Visitor school = city.as("school-a1");
        Map<String, String> fields = Map.of(
                "school",
                "A1",
                "title",
                "台阶破损",
                "category",
                "facility_hazard",
                "severity",
                "minor",
                "owner",
                "张老师",
                "due",
                "2026-04-01");
        assertThat(school.submit("/hazards", "/hazards", fields).statusCode()).isEqualTo(302);
        String id = city.register().hazards().list(HazardFilter.OPEN.withSchools(Set.of("A1"))).hazards().stream()
                .filter(hazard -> hazard.title().equals("台阶破损"))
                .findFirst()
                .orElseThrow()
                .id();
        String page = "/hazards/" + id;
        Map<String, String> changed = new java.util.HashMap<>(fields);
        changed.put("revision", "1");
        changed.put("status", "in_progress");
        assertThat(school.submit(page, page, changed).statusCode()).isEqualTo(302);
        assertThat(school.get(page).body()).contains("整改中");
        school.submit(page, page + "/close", Map.of("revision", "2", "note", "已修补"));
        assertThat(school.get(page).body()).contains("已销号");
    }

    @Test
    void guessing_passwords_grows_slow_for_the_guesser_alone() {
        Visitor guesser = city.visitor();
        for (int i = 0; i < 5; i++) {
            assertThat(header(guesser.signIn("police-xinhua", "guess " + i), "Location"))
                    .endsWith("/login?failed");
        }
        HttpResponse<String> answer = guesser.signIn("police-xinhua", TestCity.PASSWORD);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(header(answer, "Retry-After")).isNotBlank();
        assertThat(answer.body()).contains("请在");
        assertThat(header(city.as("analyst").get("/"), "Location")).endsWith("/alerts");
        city.clock().pass(Duration.ofMinutes(6));
        assertThat(header(guesser.signIn("police-xinhua", TestCity.PASSWORD), "Location"))
                .endsWith("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "analyst' or 1=1--", "\u0000", "ANALYST\u0000"})
    void an_unknown_login_is_answered_like_a_wrong_password(String login) {
        assertThat(header(city.visitor().signIn(login, "x"), "Location")).endsWith("/login?failed");
    }

    @Test
    void a_session_ends_with_its_account() {
        city.register().accounts().put(city.account("leaver", Role.ADMIN, Scope.EVERYTHING), "test");
        Visitor leaver = city.as("leaver");
        assertThat(leaver.get("/alerts").statusCode()).isEqualTo(200);
        Account account = city.register().accounts().find("leaver").orElseThrow();
        city.register()
                .accounts()
                .put(
                        new Account(
                                account.login(),
                                account.name(),
                                account.role(),
                                account.scope(),
                                account.passwordHash(),
                                false,
                                0,
                                account.lockedUntil(),
                                account.lastSignIn()),
                        "test");
        assertThat(leaver.get("/alerts").statusCode()).isEqualTo(302);
        assertThat(leaver.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/alerts?q=x, /alerts?q=x",
        "//evil.example, /",
        "/\\evil.example, /",
        "https://evil.example, /",
        "/a b, /",
        "/schools?q={x}, /schools?q={x}"
    })
    void the_language_switch_goes_back_to_a_page_of_ours_only(String back, String to) {
        HttpResponse<String> answer = city.visitor()
                .get("/language?to=en&back="
                        + java.net.URLEncoder.encode(back, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(header(answer, "Location").replaceFirst("^http://[^/]+", "")).isEqualTo(to);
    }

    @Test
    void the_page_to_try_the_api_needs_nothing_from_outside() {
        HttpResponse<String> answer = city.visitor().get("/api/v1/docs");
        assertThat(answer.body()).contains("swagger-ui-bundle.js").doesNotContainPattern(ELSEWHERE);
        assertThat(header(answer, "Content-Security-Policy")).contains("script-src 'self';");
        for (String resource : List.of(
                "/webjars/swagger-ui/5.28.1/swagger-ui-bundle.js",
                "/webjars/swagger-ui/5.28.1/swagger-ui.css",
                "/webjars/htmx.org/2.0.7/dist/htmx.min.js",
                "/webjars/echarts/5.3.1/dist/echarts.min.js",
                "/js/docs.js",
                "/js/huxiao.js",
                "/css/huxiao.css")) {
            assertThat(city.visitor().get(resource).statusCode()).as(resource).isEqualTo(200);
        }
    }

    @Test
    void two_servers_run_side_by_side() {
        try (WebServer other = WebServer.start(TestCity.settings(), city.parts())) {
            assertThat(other.port()).isPositive();
            assertThat(city.visitor().get("/login").statusCode()).isEqualTo(200);
        }
        assertThat(city.visitor().get("/login").statusCode()).isEqualTo(200);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_derived_school_is_shown_with_its_place_and_distance_in_the_list_and_on_the_page() {
        Alert near = city.raiseNear("柳堤桥", "C1", 0.6, 70);
        Visitor admin = city.as("admin");
        admin.get("/language?to=en");
        assertThat(Jsoup.parse(admin.get("/alerts").body())
                        .select("tr[data-row=" + near.id() + "] .at-school")
                        .text())
                .contains("Derived: 70 m from \"柳堤桥\"");
        assertThat(Jsoup.parse(admin.get("/alerts/" + near.id()).body()).text())
                .contains("Derived: 70 m from \"柳堤桥\"")
                .contains("The post names no school");
    }

    @Test
    void while_the_school_is_unclear_the_candidates_are_named_in_the_list_and_on_the_page() {
        Alert near = city.raiseNear("老渡口", "C1", 0.3, 320);
        Visitor admin = city.as("admin");
        admin.get("/language?to=en");
        assertThat(Jsoup.parse(admin.get("/alerts").body())
                        .select("tr[data-row=" + near.id() + "] .at-school")
                        .text())
                .contains("School unclear")
                .contains("沧澜市第一中学")
                .contains("Derived: 320 m from \"老渡口\"");
        assertThat(Jsoup.parse(admin.get("/alerts/" + near.id()).body()).text())
                .contains("School unclear")
                .contains("Derived: 320 m from \"老渡口\"");
    }
}
