package huxiao.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import huxiao.model.Json;
import huxiao.server.demo.ReceivedWebhook;
import huxiao.server.run.Accounts;
import huxiao.server.run.DataFolder;
import huxiao.server.run.Demo;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The demo city is crawled, a red alert is met in a real browser, a school adds a hazard and its risk rises. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoConsoleIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static DataFolder data;
    private static Demo demo;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        data = DataFolder.hold(folder.resolve("data"), "demo");
        demo = Demo.start(data, new Demo.Ports(0, 0, 0), Map.of(), Clock.systemUTC(), quiet());
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (demo != null) {
            demo.close();
        }
        if (data != null) {
            data.close();
        }
    }

    @Test
    @Order(1)
    void a_red_alert_of_the_running_demo_appears_on_the_console_by_itself_and_says_why() {
        try (BrowserContext context = context()) {
            List<String> outside = watchRequestsToElsewhere(context);
            Page page = signIn(context, "analyst");
            // Which of the event's posts leads depends on which was read first.
            Locator alert = page.locator("#alert-list tr.level-row-RED")
                    .filter(new Locator.FilterOptions().setHasText("运东区东关小学"))
                    .locator("a[data-open]");
            // Nothing is clicked: the list renews itself.
            alert.first().waitFor(new Locator.WaitForOptions().setTimeout((double) PATIENCE.toMillis()));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("alerts.png")));
            alert.first().click();
            page.waitForURL("**/alerts/*");
            assertThat(page.locator(".alert-head .level-RED").isVisible()).isTrue();
            assertThat(page.locator(".alert-head").innerText()).contains("待核实");
            assertThat(page.locator("p.post mark").count()).isPositive();
            assertThat(page.locator(".reasons li").count()).isPositive();
            assertThat(page.content()).contains("运东区东关小学");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("alert.png"))
                    .setFullPage(true));
            assertThat(outside).as("requests to anywhere but the console").isEmpty();
        }
    }

    @Test
    @Order(2)
    void the_duty_desk_was_told_by_a_webhook_whose_signature_held() {
        await().atMost(PATIENCE).until(() -> demo.receiver().latest().stream().anyMatch(DemoConsoleIT::isRed));
        assertThat(demo.receiver().repeats()).isZero();
    }

    @Test
    @Order(3)
    void a_hazard_that_a_school_adds_through_the_api_raises_its_risk_on_the_page() throws Exception {
        String school = demo.school().code();
        await().atMost(PATIENCE).until(() -> risk(school).path("score").asDouble() > 0);
        double before = risk(school).path("score").asDouble();
        String hazard =
                "{\"school\":\"" + school + "\",\"category\":\"facility_hazard\",\"title\":\"三楼护栏松动\",\"detail\":\"\","
                        + "\"severity\":\"major\",\"owner\":\"总务处 何敏\",\"due\":\"2099-01-01\"}";
        HttpResponse<String> created = api("POST", "/api/v1/hazards", hazard);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> risk(school).path("score").asDouble() > before);
        try (BrowserContext context = context()) {
            Page page = signIn(context, "police");
            page.navigate(demo.service().address() + "/schools/" + school);
            assertThat(page.content()).contains("三楼护栏松动");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("school.png"))
                    .setFullPage(true));
        }
    }

    @Test
    @Order(4)
    void an_alert_that_an_analyst_rejects_is_taken_back_at_the_duty_desk() {
        ReceivedWebhook told = demo.receiver().latest().stream()
                .filter(DemoConsoleIT::isRed)
                .findFirst()
                .orElseThrow();
        String id = told.body().path("data").path("id").asText();
        try (BrowserContext context = context()) {
            Page page = signIn(context, "analyst");
            page.navigate(demo.service().address() + "/alerts/" + id);
            page.fill("#note", "已到现场核实，是食堂师傅送修的刀具");
            page.click("button[value=rejected]");
            page.click("#confirm button[value=yes]");
            page.locator(".status-rejected").first().waitFor();
        }
        await().atMost(PATIENCE).until(() -> demo.receiver().latest().stream()
                .anyMatch(delivery -> delivery.type().equals("alert.retracted")
                        && delivery.body().path("data").path("id").asText().equals(id)));
    }

    @Test
    @Order(5)
    void nothing_that_robots_txt_forbids_was_ever_asked_for() {
        assertThat(demo.city().requestCounts().total()).isPositive();
        assertThat(demo.city().requestCounts().forbidden()).isZero();
    }

    private static boolean isRed(ReceivedWebhook delivery) {
        return delivery.level().equals("RED") && delivery.schools().contains("东关小学");
    }

    private static BrowserContext context() {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1360, 900));
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

    private static Page signIn(BrowserContext context, String login) {
        String password = demo.logins().stream()
                .filter(each -> each.login().equals(login))
                .map(Accounts.Login::password)
                .findFirst()
                .orElseThrow();
        Page page = context.newPage();
        // a busy machine is slow, not broken
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.navigate(demo.service().address() + "/login");
        page.fill("#username", login);
        page.fill("#password", password);
        page.click("form button.primary");
        page.waitForURL("**/alerts*");
        return page;
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

    private static PrintStream quiet() {
        return new PrintStream(java.io.OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
