package huxiao.server.api;

import static huxiao.server.web.TestCity.KEY_A1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import huxiao.index.Hit;
import huxiao.index.PostIndex;
import huxiao.index.query.Query;
import huxiao.model.Json;
import huxiao.register.AuditEntry;
import huxiao.register.AuditFilter;
import huxiao.server.web.TestCity;
import huxiao.server.web.Visitor;
import huxiao.server.web.WebServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final String EXPORT = "/api/v1/posts/export";

    private static TestCity city;

    @BeforeAll
    static void start(@TempDir Path folder) {
        city = new TestCity(folder);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void everybody_takes_along_what_they_may_search_and_nothing_of_an_author() {
        HttpResponse<String> answer = city.as("analyst-xinhua").get(EXPORT);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/jsonl;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"posts.jsonl\"");
        assertThat(ids(answer)).containsExactlyInAnyOrder("harmless", "care", "red", "staff");
        assertThat(answer.body()).doesNotContain("author");
        assertThat(Json.tree(answer.body().lines().findFirst().orElseThrow()))
                .isEqualTo(city.as("analyst-xinhua")
                        .read("/api/v1/posts")
                        .path("items")
                        .get(0));
        assertThat(ids(city.as("police").get(EXPORT))).containsExactlyInAnyOrder("red", "staff");
        assertThat(ids(city.as("police").get(EXPORT + "?q=-%E5%B8%A6%E5%88%80")))
                .containsExactly("staff");
        assertThat(city.withKey(KEY_A1).get(EXPORT).statusCode()).isEqualTo(403);
        assertThat(city.as("school-a1").get(EXPORT).statusCode()).isEqualTo(403);
        assertThat(city.visitor().get(EXPORT).statusCode()).isEqualTo(401);
    }

    private static List<String> ids(HttpResponse<String> answer) {
        return answer.body()
                .lines()
                .map(Json::tree)
                .map(post -> post.path("id").asText())
                .toList();
    }

    @Test
    void a_table_is_what_spreadsheets_read_and_holds_no_formula() {
        city.putHarmless("formula", "=HYPERLINK(\"http://x\")", Instant.parse("2020-05-01T00:00:00Z"));
        HttpResponse<String> answer = city.as("analyst").get(EXPORT + "?format=csv&q=%E6%9D%A5%E6%BA%90:news");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().split("\r\n"))
                .containsExactly(
                        "\uFEFF\"id\",\"publishedAt\",\"level\",\"categories\",\"stance\",\"status\",\"schools\",\"source\","
                                + "\"url\",\"title\",\"text\",\"alertId\"",
                        "\"formula\",\"2020-05-01T08:00+08:00\",\"NONE\",\"\",\"opinion\",\"none\",\"B1\",\"news\","
                                + "\"http://news.example/formula\",\"\",\"'=HYPERLINK(\"\"http://x\"\")\",\"\"");
    }

    @Test
    void what_finds_nothing_is_an_empty_file() {
        assertThat(city.as("analyst").get(EXPORT + "?q=nosuchword").body()).isEmpty();
        assertThat(city.as("analyst")
                        .get(EXPORT + "?format=csv&q=nosuchword")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_faulty_request_gets_no_file() {
        for (String query : List.of("?format=xls", "?q=%28", "?q=author:x", "?limit=5")) {
            HttpResponse<String> answer = city.as("analyst").get(EXPORT + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .as(query)
                    .isEmpty();
        }
    }

    @Test
    void who_took_what_along_is_in_the_audit_trail() {
        city.as("police").get(EXPORT + "?format=csv&q=level:red");
        List<AuditEntry> entries = city.register().audit().list(AuditFilter.ALL.ofPerson("police"));
        assertThat(entries.subList(0, 2))
                .extracting(AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple("posts.exported", "1 posts, complete, csv: level:red"),
                        tuple("posts.export", "csv: level:red"));
    }

    @Test
    void an_export_that_fails_midway_breaks_off_instead_of_ending() {
        Hit hit = anyHit();
        Supplier<Stream<Hit>> failing = () -> Stream.iterate(0, i -> i + 1).map(i -> {
            if (i == 10_000) {
                throw new UncheckedIOException(new IOException("the disk is gone"));
            }
            return hit;
        });
        try (WebServer server = WebServer.start(TestCity.settings(), city.parts(streaming(failing)))) {
            Visitor analyst = visitor(server);
            assertThatThrownBy(() -> analyst.get(EXPORT)).isInstanceOf(UncheckedIOException.class);
            assertThat(city.register().audit().list(AuditFilter.ALL).get(0).detail())
                    .startsWith("10000 posts, cut off, jsonl");
        }
    }

    @Test
    void an_export_that_fails_at_once_is_a_problem_and_no_file() {
        Supplier<Stream<Hit>> failing = () -> {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        };
        try (WebServer server = WebServer.start(TestCity.settings(), city.parts(streaming(failing)))) {
            HttpResponse<String> answer = visitor(server).get(EXPORT);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(Json.tree(answer.body()).path("detail").asText()).contains("failed");
        }
    }

    @Test
    void a_download_without_end_is_streamed_and_closed_when_the_reader_goes_away() throws IOException {
        Hit hit = anyHit();
        AtomicBoolean closed = new AtomicBoolean();
        Supplier<Stream<Hit>> endless = () -> Stream.generate(() -> hit).onClose(() -> closed.set(true));
        try (WebServer server = WebServer.start(TestCity.settings(), city.parts(streaming(endless)))) {
            try (InputStream body = visitor(server).open(EXPORT).body()) {
                assertThat(body.readNBytes(1_000_000)).hasSize(1_000_000);
                assertThat(closed).isFalse();
            }
            await().untilTrue(closed);
        }
    }

    @Test
    void one_person_runs_so_many_exports_at_once_and_is_told_when_to_come_again() throws IOException {
        Hit hit = anyHit();
        Supplier<Stream<Hit>> endless = () -> Stream.generate(() -> hit);
        try (WebServer server = WebServer.start(TestCity.settings(), city.parts(streaming(endless)))) {
            Visitor analyst = visitor(server);
            List<InputStream> running = new ArrayList<>();
            for (int i = 0; i < TestCity.settings().exports(); i++) {
                HttpResponse<InputStream> export = analyst.open(i == 0 ? EXPORT : "/posts/export?format=csv");
                assertThat(export.statusCode()).isEqualTo(200);
                running.add(export.body());
            }
            long noted = audited();

            HttpResponse<String> refused = visitor(server).get(EXPORT);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(Json.tree(refused.body()).path("detail").asText())
                    .contains("At most 2 of your exports run at once", "您同时最多可进行 2 个导出");
            HttpResponse<String> page = analyst.get("/posts/export?format=jsonl");
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("30");
            assertThat(page.body()).contains("导出太多");
            assertThat(analyst.get("/posts/export?format=jsonl", "Cookie", "language=en")
                            .body())
                    .contains("Too many exports");
            assertThat(audited()).as("what was refused left nothing").isEqualTo(noted);

            Visitor other = new Visitor("http://127.0.0.1:" + server.port());
            other.signIn("police", TestCity.PASSWORD);
            try (InputStream body = other.open(EXPORT).body()) {
                assertThat(body.readNBytes(1000)).as("another person's").hasSize(1000);
            }
            running.get(0).close();
            await().until(() -> {
                HttpResponse<InputStream> again = analyst.open(EXPORT);
                again.body().close();
                return again.statusCode() == 200;
            });
            running.get(1).close();
        }
    }

    private static long audited() {
        return city.register().audit().list(AuditFilter.ALL.ofPerson("analyst")).stream()
                .filter(entry -> entry.action().startsWith("posts."))
                .count();
    }

    @Test
    void the_console_gives_the_same_file_as_the_api_and_a_page_for_a_fault() {
        Visitor analyst = city.as("analyst");
        HttpResponse<String> file = analyst.get("/posts/export?format=csv&q=level:red");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"posts.csv\"");
        assertThat(file.body())
                .isEqualTo(analyst.get(EXPORT + "?format=csv&q=level:red").body());
        assertThat(analyst.get("/posts/export?format=csv&q=%28").statusCode()).isEqualTo(400);
        assertThat(analyst.get("/posts/export?format=xls").statusCode()).isEqualTo(400);
        assertThat(city.as("school-a1").get("/posts/export?format=csv").statusCode())
                .isEqualTo(403);
    }

    private static Hit anyHit() {
        try (Stream<Hit> hits = city.index().stream(new Query.Everything())) {
            return hits.findFirst().orElseThrow();
        }
    }

    /** The index of the city, whose streams are others. */
    private static PostIndex streaming(Supplier<Stream<Hit>> hits) {
        return (PostIndex) Proxy.newProxyInstance(
                ExportTest.class.getClassLoader(),
                new Class<?>[] {PostIndex.class},
                (proxy, method, arguments) ->
                        method.getName().equals("stream") ? hits.get() : method.invoke(city.index(), arguments));
    }

    private static Visitor visitor(WebServer server) {
        Visitor visitor = new Visitor("http://127.0.0.1:" + server.port());
        visitor.signIn("analyst", TestCity.PASSWORD);
        return visitor;
    }
}
