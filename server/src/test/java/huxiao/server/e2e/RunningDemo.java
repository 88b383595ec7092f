package huxiao.server.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import huxiao.server.run.Accounts;
import huxiao.server.run.DataFolder;
import huxiao.server.run.Demo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The demo in this process, and a browser to look at it with. */
final class RunningDemo implements AutoCloseable {
    /** A busy machine is slow, not broken. */
    static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final Path PICTURES = Path.of("target", "screenshots");

    private final HurriedClock clock = HurriedClock.start();
    private final DataFolder data;
    private final Demo demo;
    private final Chromium chromium;

    private RunningDemo(Path folder) throws Exception {
        data = DataFolder.hold(folder.resolve("data"), "demo");
        demo = started(data, clock);
        chromium = browser(data, demo);
    }

    /** Starts all in a new folder. */
    static RunningDemo start(Path folder) throws Exception {
        return new RunningDemo(folder);
    }

    private static Demo started(DataFolder data, HurriedClock clock) throws Exception {
        try {
            return Demo.start(data, new Demo.Ports(0, 0, 0), Map.of(), clock, quiet());
        } catch (Exception | Error e) {
            data.close();
            throw e;
        }
    }

    private static Chromium browser(DataFolder data, Demo demo) throws IOException, InterruptedException {
        try {
            return Chromium.start();
        } catch (Exception | Error e) {
            demo.close();
            data.close();
            throw e;
        }
    }

    private static PrintStream quiet() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }

    Demo demo() {
        return demo;
    }

    /** Address of a page of the console. */
    String at(String path) {
        return demo.service().address() + path;
    }

    /** Lets time pass, for the service and for what is written in the city. */
    void hurry(Duration time) {
        clock.hurry(time);
    }

    /** A browser of its own, set as in an office in China. */
    BrowserContext office() {
        return office("Asia/Shanghai");
    }

    /** The same whose machine stands in another time zone. */
    BrowserContext office(String zone) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setTimezoneId(zone)
                        .setViewportSize(1360, 900));
    }

    /** The page that follows when somebody has signed in. */
    Page signIn(BrowserContext context, String login) {
        String password = demo.logins().stream()
                .filter(each -> each.login().equals(login))
                .map(Accounts.Login::password)
                .findFirst()
                .orElseThrow();
        Page page = context.newPage();
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.navigate(at("/login"));
        page.fill("#username", login);
        page.fill("#password", password);
        page.click("form button.primary");
        page.waitForURL("**/alerts*");
        return page;
    }

    /** Keeps a picture of what can be seen at once. */
    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    /** Keeps a picture of the whole page. */
    static void photographAll(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
        demo.close();
        data.close();
    }
}
