package huxiao.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.elasticsearch.server.ElasticsearchServer;
import huxiao.server.web.Visitor;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program over an Elasticsearch server of the operator's own, as an operator sets it up. */
class ElasticsearchIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern CONSOLE = Pattern.compile("console at (http://\\S+)");

    private static final String SECTION = """
            server: {port: 0}
            index:
              elasticsearch: {urls: ["%s"], prefix: %s}
            """;

    @TempDir
    Path folder;

    @Test
    void posts_go_there_are_found_by_command_and_console_and_an_outage_is_told() throws Exception {
        ElasticsearchServer first = ElasticsearchServer.start(Files.createDirectory(folder.resolve("elasticsearch")));
        ElasticsearchServer second = first;
        try {
            configure(first.url().toString());
            Path posts = Files.writeString(folder.resolve("posts.jsonl"), """
                    {"id":"stall","text":"附小门口的早餐摊味道不错，天天来","publishedAt":"%1$s","source":"test"}
                    {"id":"gone","text":"附小门口新开了一家文具店，橡皮有恐龙味","publishedAt":"%1$s","source":"test"}
                    """.formatted(Instant.now()));
            assertThat(run("replay", posts.toString())).contains("indexed 2");
            assertThat(run("search", "早餐摊")).contains("stall");
            assertThat(folder.resolve("data/index")).doesNotExist();
            changeEnginesAndBack(first.url().toString());

            Path log = folder.resolve("up.log");
            Process up = huxiao(log, "up");
            try {
                await().atMost(PATIENCE)
                        .until(() -> !up.isAlive() || console(log).find());
                assertThat(up.isAlive()).as(() -> text(log)).isTrue();
                Visitor admin = new Visitor(address(log));
                admin.signIn("admin", password());
                await().atMost(PATIENCE).until(() -> health(admin).statusCode() == 200);
                assertThat(health(admin).body()).contains("\"index\":\"READY\"");
                assertThat(admin.get("/posts?q=").body()).contains("早餐摊味道不错");
                assertThat(metrics(admin)).contains("huxiao_up{part=\"index\"} 1.0", "huxiao_index_posts 2.0");

                assertThat(run("reindex", first.url().toString(), "--prefix", "other"))
                        .as("by the running server")
                        .contains("read 2\nwritten 0\nrefused 0");
                assertThat(forget("gone")).contains("no text of it is left in the index");
                assertThat(admin.get("/posts?q=").body()).contains("早餐摊味道不错").doesNotContain("恐龙味");
                assertThat(admin.get("/api/v1/audit?action=post.forgotten").body())
                        .contains("\"gone\"", "asked by its author");

                first.kill();
                assertThat(health(admin).statusCode()).isEqualTo(503);
                assertThat(health(admin).body()).contains("\"index\":\"UNAVAILABLE\"");
                assertThat(admin.get("/posts?q=").body()).contains("索引暂时没有响应");
                assertThat(admin.get("/api/v1/posts").statusCode()).isEqualTo(503);
                assertThat(metrics(admin)).contains("huxiao_up{part=\"index\"} 0.0", "huxiao_up{part=\"job\"} 1.0");

                second = first.startAgain();
                await().atMost(PATIENCE).until(() -> health(admin).statusCode() == 200);
                assertThat(admin.get("/posts?q=").body()).contains("早餐摊味道不错");
            } finally {
                up.destroy();
                up.onExit().join();
            }
        } finally {
            first.kill();
            second.kill();
        }
    }

    /** What Elasticsearch holds goes into an embedded index, and from there into Elasticsearch under another prefix. */
    private void changeEnginesAndBack(String url) throws Exception {
        Path embedded = Files.createDirectory(folder.resolve("embedded"));
        Files.writeString(embedded.resolve("huxiao.yaml"), "");
        assertThat(run("reindex", url, "--prefix", "city", "--config", embedded.toString()))
                .contains("read 2\nwritten 2\nrefused 0");
        assertThat(run("search", "早餐摊", "--config", embedded.toString())).contains("stall");
        Path index = folder.resolve("data/index");
        assertThat(run("reindex", index.toString())).contains("read 2\nwritten 0\nrefused 0");

        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("huxiao.yaml"), SECTION.formatted(url, "other"));
        assertThat(run("reindex", index.toString(), "--config", other.toString()))
                .contains("read 2\nwritten 2\nrefused 0");
        assertThat(run("search", "早餐摊", "--config", other.toString())).contains("stall");
        assertThat(run("reindex", url, "--prefix", "other")).contains("read 2\nwritten 0\nrefused 0");
    }

    private void configure(String url) throws IOException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("huxiao.yaml"), SECTION.formatted(url, "city"));
        Files.writeString(config.resolve("sources.yaml"), "");
    }

    private Process huxiao(Path log, String... arguments) throws IOException {
        return DemoProcess.huxiao(log, withFolders(arguments));
    }

    private String[] withFolders(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        if (!all.contains("--config")) {
            all.addAll(List.of("--config", folder.resolve("config").toString()));
        }
        return all.toArray(String[]::new);
    }

    private String forget(String post) throws Exception {
        Path log = folder.resolve("forget.log");
        String data = folder.resolve("data").toString();
        return printed(
                log,
                DemoProcess.huxiao(log, "forget", "--post", post, "--reason", "asked by its author", "--data", data));
    }

    /** What a command prints that ends by itself. */
    private String run(String... arguments) throws Exception {
        Path log = Files.createTempFile(folder, arguments[0], ".log");
        return printed(log, huxiao(log, arguments));
    }

    private static String printed(Path log, Process process) throws InterruptedException {
        int status = process.waitFor();
        assertThat(status).as(() -> text(log)).isZero();
        return text(log);
    }

    private String metrics(Visitor visitor) throws IOException {
        return visitor.get("/metrics", "Authorization", "Bearer " + secret("HUXIAO_METRICS_TOKEN"))
                .body();
    }

    private String password() throws IOException {
        return secret("HUXIAO_ADMIN_PASSWORD");
    }

    private String secret(String name) throws IOException {
        Properties secrets = new Properties();
        try (Reader reader =
                Files.newBufferedReader(folder.resolve("data/secrets.properties"), StandardCharsets.UTF_8)) {
            secrets.load(reader);
        }
        return secrets.getProperty(name);
    }

    private static HttpResponse<String> health(Visitor visitor) {
        return visitor.get("/api/v1/health");
    }

    private static String address(Path log) {
        Matcher console = console(log);
        assertThat(console.find()).isTrue();
        return console.group(1);
    }

    private static Matcher console(Path log) {
        return CONSOLE.matcher(text(log));
    }

    private static String text(Path log) {
        return String.join("\n", DemoProcess.lines(log));
    }
}
