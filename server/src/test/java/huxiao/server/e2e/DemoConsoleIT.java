package huxiao.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import huxiao.model.Alert;
import huxiao.model.Json;
import huxiao.register.AlertFilter;
import huxiao.register.AlertPost;
import huxiao.server.demo.ReceivedWebhook;
import huxiao.server.run.Demo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demo city is crawled and met in a real browser: a red alert appears and says why, a school adds a hazard and its risk rises, and
 * an analyst presses what there is to press.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoConsoleIT {
    /** Finds one post of those that people of the demo city write while it runs, nine minutes after its start. */
    private static final String SCAM = "柳堤小学 冒充班主任 时间:近24小时";

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final String REASON = "讲的是另一件事";

    @TempDir
    static Path folder;

    private static RunningDemo running;
    private static Demo demo;

    @BeforeAll
    static void start() throws Exception {
        running = RunningDemo.start(folder);
        demo = running.demo();
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    @Order(1)
    void a_search_is_saved_where_it_was_made() {
        try (BrowserContext office = running.office()) {
            Page page = running.signIn(office, "analyst");
            search(page, SCAM);
            page.fill("#save-name", "冒充老师收钱");
            page.click("form[action='/searches'] button");
            page.waitForURL("**/searches");
            assertThat(page.locator(".notice.good").innerText()).contains("冒充老师收钱");
            page.reload();
            assertThat(page.locator("td.words").innerText()).contains("冒充老师收钱", SCAM);
            assertThat(unseen(page)).isZero();
        }
    }

    @Test
    @Order(2)
    void a_red_alert_of_the_running_demo_appears_on_the_console_by_itself_and_says_why() {
        try (BrowserContext context = running.office()) {
            List<String> outside = watchRequestsToElsewhere(context);
            Page page = running.signIn(context, "analyst");
            // Which of the event's posts leads depends on which was read first.
            Locator alert = page.locator("#alert-list tr.level-row-RED")
                    .filter(new Locator.FilterOptions().setHasText("运东区东关小学"))
                    .locator("a[data-open]");
            // Nothing is clicked: the list renews itself.
            alert.first().waitFor(new Locator.WaitForOptions().setTimeout((double) RunningDemo.PATIENCE.toMillis()));
            RunningDemo.photograph(page, "alerts");
            alert.first().click();
            page.waitForURL("**/alerts/*");
            assertThat(page.locator(".alert-head .level-RED").isVisible()).isTrue();
            assertThat(page.locator(".alert-head").innerText()).contains("待核实");
            assertThat(page.locator("p.post mark").count()).isPositive();
            assertThat(page.locator(".reasons li").count()).isPositive();
            assertThat(page.content()).contains("运东区东关小学");
            RunningDemo.photographAll(page, "alert");
            assertThat(outside).as("requests to anywhere but the console").isEmpty();
        }
    }

    @Test
    @Order(3)
    void the_duty_desk_was_told_by_a_webhook_whose_signature_held() {
        await().atMost(RunningDemo.PATIENCE)
                .until(() -> demo.receiver().latest().stream().anyMatch(DemoConsoleIT::isRed));
        assertThat(demo.receiver().repeats()).isZero();
    }

    @Test
    @Order(4)
    void a_hazard_that_a_school_adds_through_the_api_raises_its_risk_on_the_page() throws Exception {
        String school = demo.school().code();
        await().atMost(RunningDemo.PATIENCE)
                .until(() -> risk(school).path("score").asDouble() > 0);
        double before = risk(school).path("score").asDouble();
        String hazard =
                "{\"school\":\"" + school + "\",\"category\":\"facility_hazard\",\"title\":\"三楼护栏松动\",\"detail\":\"\","
                        + "\"severity\":\"major\",\"owner\":\"总务处 何敏\",\"due\":\"2099-01-01\"}";
        HttpResponse<String> created = api("POST", "/api/v1/hazards", hazard);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        await().atMost(RunningDemo.PATIENCE)
                .until(() -> risk(school).path("score").asDouble() > before);
        try (BrowserContext context = running.office()) {
            Page page = running.signIn(context, "police");
            page.navigate(running.at("/schools/" + school));
            assertThat(page.content()).contains("三楼护栏松动");
            RunningDemo.photographAll(page, "school");
        }
    }

    @Test
    @Order(5)
    void an_alert_that_an_analyst_rejects_is_taken_back_at_the_duty_desk() {
        ReceivedWebhook told = demo.receiver().latest().stream()
                .filter(DemoConsoleIT::isRed)
                .findFirst()
                .orElseThrow();
        String id = told.body().path("data").path("id").asText();
        try (BrowserContext context = running.office()) {
            Page page = running.signIn(context, "analyst");
            page.navigate(running.at("/alerts/" + id));
            page.fill("#note", "已到现场核实，是食堂师傅送修的刀具");
            page.click("button[value=rejected]");
            page.click("#confirm button[value=yes]");
            page.locator(".status-rejected").first().waitFor();
        }
        await().atMost(RunningDemo.PATIENCE).until(() -> demo.receiver().latest().stream()
                .anyMatch(delivery -> delivery.type().equals("alert.retracted")
                        && delivery.body().path("data").path("id").asText().equals(id)));
    }

    @Test
    @Order(6)
    void a_saved_search_counts_what_it_finds_until_its_owner_marks_it_as_seen() {
        running.hurry(Duration.ofMinutes(10));
        try (BrowserContext office = running.office()) {
            Page page = running.signIn(office, "analyst");
            await().pollInSameThread().atMost(RunningDemo.PATIENCE).until(() -> {
                page.navigate(running.at("/searches"));
                return unseen(page) == 1;
            });
            assertThat(page.locator("td.words + td").innerText()).isEqualTo("1");
            RunningDemo.photographAll(page, "searches");
            page.click("td.words a");
            page.waitForURL("**/searches/*");
            assertThat(page.locator(".copies li").innerText()).contains("柳堤小学", "新");
            assertThat(unseen(page)).as("opened, not yet marked").isEqualTo(1);
            RunningDemo.photographAll(page, "search");
            page.click("form[action$='/seen'] button");
            page.locator(".notice.good").waitFor();
            assertThat(unseen(page)).isZero();
            page.reload();
            assertThat(page.locator("form[action$='/seen'] button").count()).isZero();
            assertThat(page.locator(".copies li").innerText()).contains("柳堤小学").doesNotContain("新 ");
            page.navigate(running.at("/searches"));
            assertThat(page.locator("td.words + td").innerText()).isEqualTo("0");
        }
    }

    @Test
    @Order(7)
    void a_back_test_says_what_a_query_would_have_found() {
        try (BrowserContext office = running.office()) {
            Page page = running.signIn(office, "analyst");
            search(page, "东关小学");
            page.click("a[href^='/backtest']");
            page.waitForURL("**/backtest*");
            assertThat(page.inputValue("#b-query")).isEqualTo("东关小学");
            page.click("form[action='/backtest'] button.primary");
            Locator found = page.locator("dl.facts dd").first();
            found.waitFor();
            String count = found.innerText();
            assertThat(Integer.parseInt(count)).isGreaterThanOrEqualTo(3);
            assertThat(page.locator(".by-level .level-RED").count()).isEqualTo(1);
            RunningDemo.photographAll(page, "backtest");
            page.reload();
            assertThat(found.innerText()).isEqualTo(count);
            found.locator("a").click();
            page.waitForURL("**/posts*");
            assertThat(page.locator(".columns h2").first().innerText()).isEqualTo("找到 " + count + " 条");
        }
    }

    @Test
    @Order(8)
    void the_spread_of_an_event_is_drawn_by_the_clocks_of_the_city_wherever_it_is_looked_at() {
        Alert alert = await().atMost(RunningDemo.PATIENCE)
                .until(() -> ofTwoPosts(DemoConsoleIT::spansHours), Optional::isPresent)
                .orElseThrow();
        List<String> there = hours(alert, "Asia/Shanghai");
        assertThat(there)
                .contains(DateTimeFormatter.ofPattern("HH:00", Locale.ROOT)
                        .format(alert.firstSeen().atZone(CITY)));
        assertThat(hours(alert, "America/New_York")).isEqualTo(there);
    }

    @Test
    @Order(9)
    void a_post_of_another_event_is_taken_out_merged_back_and_taken_out_again() {
        Alert both = await().atMost(RunningDemo.PATIENCE)
                .until(() -> ofTwoPosts(alert -> true), Optional::isPresent)
                .orElseThrow();
        AlertPost other = posts(both).stream()
                .filter(post -> !post.id().equals(both.post().id()))
                .findFirst()
                .orElseThrow();
        String two = running.at("/alerts/" + both.id());
        try (BrowserContext office = running.office()) {
            Page page = running.signIn(office, "analyst");
            page.navigate(two);
            page.check("input[name=posts]");
            page.fill("#part-note", REASON);
            page.click("#part button");
            RunningDemo.photograph(page, "part");
            page.click("#confirm button[value=yes]");
            page.waitForURL(url -> url.contains("/alerts/") && !url.equals(two));
            String apart = page.url();
            page.reload();
            assertThat(told(page)).isEqualTo(other.text());
            assertThat(page.locator(".timeline a").getAttribute("href")).isEqualTo("/alerts/" + both.id());
            assertThat(others(page)).isZero();
            RunningDemo.photographAll(page, "parted");
            page.navigate(two);
            assertThat(others(page)).isZero();
            assertThat(page.locator(".timeline li").last().innerText()).contains(idOf(apart), REASON);
            awaitInSearch(page, other, idOf(apart));

            page.navigate(apart);
            page.click("details summary:has-text('并入另一预警')");
            page.selectOption("#into", both.id());
            page.click("form[action$='/merge'] button");
            page.click("#confirm button[value=yes]");
            page.locator(".alert-head .status-merged").waitFor();
            page.reload();
            assertThat(page.locator(".alert-head .notice a").getAttribute("href"))
                    .isEqualTo("/alerts/" + both.id());
            RunningDemo.photographAll(page, "merged");
            page.navigate(two);
            assertThat(others(page)).isEqualTo(1);
            awaitInSearch(page, other, both.id());

            page.navigate(apart);
            page.click("form[action$='/unmerge'] button");
            page.click("#confirm button[value=yes]");
            page.locator(".alert-head .status-unverified").waitFor();
            page.reload();
            assertThat(told(page)).isEqualTo(other.text());
            assertThat(page.locator(".timeline li").last().innerText()).contains("撤销合并", "analyst");
            RunningDemo.photographAll(page, "unmerged");
            page.navigate(two);
            assertThat(others(page)).isZero();
            awaitInSearch(page, other, idOf(apart));
        }
    }

    @Test
    @Order(10)
    void nothing_that_robots_txt_forbids_was_ever_asked_for() {
        assertThat(demo.city().requestCounts().total()).isPositive();
        assertThat(demo.city().requestCounts().forbidden()).isZero();
    }

    private static boolean isRed(ReceivedWebhook delivery) {
        return delivery.level().equals("RED") && delivery.schools().contains("东关小学");
    }

    private static void search(Page page, String query) {
        page.navigate(running.at("/posts"));
        page.fill("#q", query);
        page.click("form[role=search] button");
        page.locator(".columns h2").first().waitFor();
    }

    /** How many posts the navigation says that searches found and nobody saw. */
    private static int unseen(Page page) {
        Locator mark = page.locator("nav .unseen");
        return mark.count() == 0 ? 0 : Integer.parseInt(mark.innerText());
    }

    /** An open alert whose two posts tell in different words, so that one can go without the other; old enough to be sent to nobody. */
    private static Optional<Alert> ofTwoPosts(Predicate<Alert> also) {
        return demo.service().register().alerts().list(AlertFilter.ALL.page(1000, "")).alerts().stream()
                .filter(alert -> alert.isOpen() && alert.historic() && alert.copies() == 2 && also.test(alert))
                .filter(alert ->
                        posts(alert).stream().map(AlertPost::text).distinct().count() == 2)
                .findFirst();
    }

    /** Whether its posts lie so far apart that the chart has hours to tell. */
    private static boolean spansHours(Alert alert) {
        Duration span = Duration.between(alert.firstSeen(), alert.lastSeen());
        return span.toMinutes() > 60 && span.toHours() < 12;
    }

    /** What stands below the chart of an alert's posts over time, in a browser of another time zone. */
    private static List<String> hours(Alert alert, String zone) {
        try (BrowserContext office = running.office(zone)) {
            Page page = running.signIn(office, "analyst");
            page.navigate(running.at("/alerts/" + alert.id()));
            RunningDemo.photographAll(page, "spread-" + zone.replace('/', '-'));
            Object labels = page.locator("[data-chart=spread]").evaluate("""
                    box => echarts.getInstanceByDom(box).getModel().getComponent("xAxis").axis.getViewLabels()
                      .map((label) => label.formattedLabel.replace(/[{]\\w+[|]|[}]/g, ""))""");
            return ((List<?>) labels).stream().map(String::valueOf).toList();
        }
    }

    private static List<AlertPost> posts(Alert alert) {
        return demo.service().register().alerts().posts(alert.id());
    }

    /** The text of the leading post as its page shows it, without the numbers of the reasons. */
    private static Object told(Page page) {
        return page.locator("p.post").evaluate("""
                post => {
                  const words = post.cloneNode(true);
                  words.querySelectorAll("sup").forEach((number) => number.remove());
                  return words.textContent;
                }""");
    }

    /** How many posts of the event an alert's page lists beside the leading one. */
    private static int others(Page page) {
        return page.locator("#part").count() == 0
                ? 0
                : page.locator("input[name=posts]").count();
    }

    private static String idOf(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The search over posts follows what was done to alerts, soon. */
    private static void awaitInSearch(Page page, AlertPost post, String alert) {
        String words = Stream.of(post.text().split("[\\p{P}\\s]"))
                .max(Comparator.comparing(String::length))
                .orElseThrow();
        await().pollInSameThread().atMost(RunningDemo.PATIENCE).until(() -> {
            search(page, '"' + words + '"');
            return page.locator(".copies li")
                            .filter(new Locator.FilterOptions().setHasText(words))
                            .locator("a[href='/alerts/" + alert + "']")
                            .count()
                    == 1;
        });
    }

    private static List<String> watchRequestsToElsewhere(BrowserContext context) {
        List<String> outside = new ArrayList<>();
        context.onRequest(request -> {
            if (!request.url().startsWith(demo.service().address())
                    && !request.url().startsWith("data:")) {
                outside.add(request.url());
            }
        });
        return outside;
    }

    private static JsonNode risk(String school) throws Exception {
        HttpResponse<String> response = api("GET", "/api/v1/schools/" + school, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.tree(response.body()).path("risk");
    }

    private static HttpResponse<String> api(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.service().address() + path))
                .header("Authorization", "Bearer " + demo.schoolKey())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
