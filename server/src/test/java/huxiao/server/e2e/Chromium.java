package huxiao.server.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A headless Chromium: {@code HUXIAO_CHROMIUM}, else one on the PATH, else installed from Debian's packages when that is
 * possible; otherwise the test fails with the one line that says how.
 */
final class Chromium implements AutoCloseable {
    private static final String HOW =
            "no Chromium found: install it (on Debian: apt-get install chromium fonts-noto-cjk) or set"
                    + " HUXIAO_CHROMIUM to its executable";
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() throws IOException, InterruptedException {
        Path executable = executable();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new Chromium(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    private static Path executable() throws IOException, InterruptedException {
        String configured = System.getenv("HUXIAO_CHROMIUM");
        if (configured != null && !configured.isBlank()) {
            Path path = Path.of(configured);
            if (!Files.isExecutable(path)) {
                throw new AssertionError("HUXIAO_CHROMIUM names " + path + ", which is no executable file");
            }
            return path;
        }
        Optional<Path> found = onPath();
        if (found.isEmpty() && isRootOnDebian()) {
            run("apt-get", "update", "-q");
            run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk");
            found = onPath();
        }
        return found.orElseThrow(() -> new AssertionError(HOW));
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.isRegularFile(Path.of("/etc/debian_version"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        if (builder.start().waitFor() != 0) {
            throw new AssertionError(HOW + " (" + String.join(" ", command) + " failed)");
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
