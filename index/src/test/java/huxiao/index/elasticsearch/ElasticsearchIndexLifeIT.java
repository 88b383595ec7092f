package huxiao.index.elasticsearch;

import static huxiao.index.PostFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import huxiao.index.Expunged;
import huxiao.index.Hit;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.Markers;
import huxiao.index.PostIndex;
import huxiao.index.RawFiles;
import huxiao.index.RefusedPostsException;
import huxiao.index.SearchRequest;
import huxiao.index.SearchTimeoutException;
import huxiao.index.TestCity;
import huxiao.index.query.Query;
import huxiao.model.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the Elasticsearch engine opens, moves posts between months, waits and refuses. */
class ElasticsearchIndexLifeIT {
    private static final IndexSettings NEVER_STALE = settings(Duration.ofDays(1), Duration.ofSeconds(10));

    private final String prefix = TestServer.newPrefix();
    private ElasticsearchIndex index;

    @BeforeEach
    void openIndex() {
        index = open(NEVER_STALE);
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @Test
    void what_was_written_is_there_after_opening_again() {
        index.put(List.of(post("a").build()));
        try (PostIndex again = open(NEVER_STALE)) {
            assertThat(again.count()).isEqualTo(1);
        }
    }

    @Test
    void a_write_waits_for_a_refresh_until_it_is_stale() {
        index.put(List.of(post("a").build()));
        assertThat(index.count()).isZero();
        index.refresh();
        assertThat(index.count()).isEqualTo(1);
        try (PostIndex hasty = open(settings(Duration.ZERO, Duration.ofSeconds(10)))) {
            hasty.put(List.of(post("b").build()));
            await().untilAsserted(() -> assertThat(hasty.count()).isEqualTo(2));
        }
    }

    @Test
    void a_post_that_another_process_wrote_into_another_month_moves() throws Exception {
        index.put(List.of(post("a").at("2026-10-01T00:00:00Z").build()));
        try (PostIndex other = open(NEVER_STALE)) {
            other.put(List.of(post("a").at("2026-11-01T00:00:00Z").build()));
            other.refresh();
            assertThat(other.count()).isEqualTo(1);
            other.put(List.of(post("b").at("2026-10-01T00:00:00Z").build()));
            // not refreshed, and written by the other process
            index.delete(List.of("b"));
            other.refresh();
            assertThat(other.count()).isEqualTo(1);
        }
        assertThat(counted("2026-10")).isZero();
        assertThat(counted("2026-11")).isEqualTo(1);
    }

    @Test
    void threads_that_write_one_post_into_different_months_leave_one_document() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writes = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String time = "2026-0" + (thread + 1) + "-15T00:00:00Z";
                writes.add(threads.submit(() -> IntStream.range(0, 5).forEach(round -> {
                    index.put(IntStream.range(0, 20)
                            .mapToObj(i -> post("p" + i).at(time).build())
                            .toList());
                    if (round % 2 == 0) {
                        index.refresh();
                    }
                })));
            }
            for (Future<?> write : writes) {
                write.get();
            }
        } finally {
            threads.shutdownNow();
        }
        index.refresh();
        assertThat(index.count()).isEqualTo(20);
    }

    @Test
    void of_two_versions_in_one_call_the_later_counts() {
        index.put(List.of(
                post("a").at("2026-11-01T00:00:00Z").text("带刀").build(),
                post("a").at("2026-10-01T00:00:00Z").text("没事").build()));
        index.refresh();
        assertThat(index.count()).isEqualTo(1);
        assertThat(index.get("a").orElseThrow().post().text()).isEqualTo("没事");
    }

    @Test
    void a_post_that_the_server_will_never_take_is_named_and_the_others_are_written() {
        index.put(List.of(post("poison").text("旧").build()));
        String noCode = "x".repeat(40_000);
        List<IndexedPost> posts = List.of(
                post("a").build(),
                post("poison").linked(noCode).build(),
                post("b").build());
        assertThatThrownBy(() -> index.put(posts))
                .isInstanceOfSatisfying(RefusedPostsException.class, refused -> assertThat(refused.causes())
                        .containsOnlyKeys("poison"))
                .hasMessageContaining("poison")
                .hasMessageContaining("32766")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(1_000));
        index.refresh();
        assertThat(index.count()).isEqualTo(3);
        assertThat(index.get("poison").orElseThrow().post().text()).isEqualTo("旧");
    }

    @Test
    @Timeout(60)
    void a_write_waits_while_the_disk_is_full() throws Exception {
        index.put(List.of(post("a").build()));
        // the block that a server sets when its disk is full
        setting("index.blocks.read_only_allow_delete", "true");
        CompletableFuture<Void> write = CompletableFuture.runAsync(
                () -> index.put(List.of(post("b").build(), post("c").build())));
        assertThat(index.get("b")).isEmpty();
        assertThat(write).isNotDone();
        setting("index.blocks.read_only_allow_delete", "false");
        write.join();
        index.refresh();
        assertThat(index.count()).isEqualTo(3);
    }

    @Test
    void an_index_of_another_format_is_refused() throws Exception {
        String old = prefix + "-posts-v0-2026-11";
        ask("PUT", old, "{\"mappings\":{\"_meta\":{\"huxiao.format\":\"0\"}}}");
        assertThatThrownBy(() -> open(NEVER_STALE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(old)
                .hasMessageContaining("format 0");
        ask("PUT", prefix + "-posts-v9-late", "{}");
        ask("DELETE", old, "");
        assertThatThrownBy(() -> open(NEVER_STALE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("format none");
    }

    @Test
    @Timeout(180)
    void text_of_deleted_and_replaced_posts_vanishes_from_every_file_when_it_is_expunged() {
        Markers markers = new Markers();
        markers.write(index);
        assertThat(markers.gone()).allSatisfy(marker -> assertThat(RawFiles.holding(TestServer.dataFolder(), marker))
                .as("in the log of operations")
                .anyMatch(file -> file.toString().endsWith(".tlog")));
        markers.remove(index);
        index.refresh();
        assertThat(markers.gone()).allSatisfy(marker -> assertThat(RawFiles.holding(TestServer.dataFolder(), marker))
                .as("in segments")
                .anyMatch(file -> !file.toString().endsWith(".tlog")));

        Expunged expunged = index.expunge();

        assertThat(expunged.before()).isGreaterThanOrEqualTo(3);
        assertThat(expunged.rewritten()).isPositive();
        assertThat(expunged.isComplete()).isTrue();
        assertThat(markers.gone()).allSatisfy(marker -> assertThat(RawFiles.holding(TestServer.dataFolder(), marker))
                .isEmpty());
        assertThat(RawFiles.holding(TestServer.dataFolder(), markers.kept)).isNotEmpty();
        assertThat(index.get("kept")).isPresent();
    }

    @Test
    @Timeout(180)
    void a_search_that_runs_while_text_is_expunged_goes_on_and_lets_go_of_the_files_as_it_ends() {
        Markers markers = new Markers();
        try (PostIndex hasty = open(settings(Duration.ofDays(1), Duration.ofMillis(1)))) {
            markers.write(hasty);
            hasty.refresh();
            try (Stream<Hit> hits = hasty.stream(new Query.Everything())) {
                markers.remove(hasty);

                Expunged expunged = hasty.expunge();

                assertThat(expunged.after()).isZero();
                assertThat(expunged.held()).isTrue();
                assertThat(hits.map(hit -> hit.indexed().post().text())).containsAll(markers.gone());
            }
            await().untilAsserted(() -> assertThat(markers.gone())
                    .allSatisfy(marker -> assertThat(RawFiles.holding(TestServer.dataFolder(), marker))
                            .isEmpty()));
        }
    }

    @Test
    @Timeout(60)
    void expunging_ends_with_an_interrupt() throws Exception {
        index.put(List.of(post("a").build(), post("b").build()));
        index.delete(List.of("b"));
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread expunging = new Thread(() -> {
            assertThatThrownBy(index::expunge)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("interrupted");
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        expunging.start();
        await().until(() -> expunging.getState() == Thread.State.TIMED_WAITING);
        expunging.interrupt();
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void indices_made_by_an_earlier_version_take_over_the_settings_that_let_text_vanish() throws Exception {
        setting("index.soft_deletes.retention_lease.period", "null");
        setting("index.merge.policy.expunge_deletes_allowed", "null");
        open(NEVER_STALE).close();
        var settings = Json.tree(ask("GET", prefix + "-posts/_settings?flat_settings=true", ""))
                .get(prefix + "-posts-v" + Fields.FORMAT + "-2026-11")
                .get("settings");
        assertThat(settings.get("index.soft_deletes.retention_lease.period").asText())
                .isEqualTo("10m");
        assertThat(settings.get("index.merge.policy.expunge_deletes_allowed").asText())
                .isEqualTo("0");
    }

    @Test
    void absurd_times_make_two_indices_at_most() throws Exception {
        index.put(List.of(
                post("a").at(Instant.MIN).build(),
                post("b").at(Instant.EPOCH).build(),
                post("c").at("2040-01-01T00:00:00Z").build(),
                post("d").at("9999-01-01T00:00:00Z").build()));
        index.refresh();
        assertThat(index.count()).isEqualTo(4);
        assertThat(counted("early")).isEqualTo(2);
        assertThat(counted("late")).isEqualTo(2);
    }

    @Test
    void no_field_is_filled_from_the_author() throws Exception {
        String author = "5f2c9a0be17d4c3388aa01de4b6f7c90";
        index.put(List.of(
                post("a").author(author).title("题").text("带刀").alert("al").build()));
        index.refresh();
        var mapping = Json.tree(ask("GET", prefix + "-posts-v" + Fields.FORMAT + "-2026-11/_mapping", ""))
                .get(prefix + "-posts-v" + Fields.FORMAT + "-2026-11")
                .get("mappings");
        assertThat(mapping.get("dynamic").asText()).isEqualTo("strict");
        List<String> fields = new ArrayList<>();
        mapping.get("properties").fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "id",
                        "time",
                        "collected",
                        "level",
                        "category",
                        "stance",
                        "school",
                        "place",
                        "hourOfWeek",
                        "startOfHour",
                        "startOfDay",
                        "startOfWeek",
                        "startOfMonth",
                        "source",
                        "alerted",
                        "alert",
                        "status",
                        "revision",
                        "words",
                        "characters",
                        "grams",
                        "band",
                        "vector",
                        "post");
        String everywhere =
                "{\"query\":{\"query_string\":{\"query\":\"*" + author + "*\",\"fields\":[\"*\"],\"lenient\":true}}}";
        assertThat(Json.tree(ask("POST", prefix + "-posts/_count", everywhere))
                        .get("count")
                        .asLong())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|{'took':9,'timed_out':true,'_shards':{'total':1,'successful':1,'failed':0},'hits':{'hits':[]}}",
                "504|{'error':{'root_cause':[{'type':'search_timeout_exception','reason':'Time exceeded'}],"
                        + "'type':'search_phase_execution_exception','reason':'all shards failed'},'status':504}",
            },
            quoteCharacter = '"')
    void a_search_ends_when_the_server_says_that_its_time_is_up(int status, String answer) {
        try (ScriptedServer late = new ScriptedServer(request -> new ScriptedServer.Answer(status, answer))) {
            assertThatTimeIsUp(late.url());
        }
    }

    @Test
    @Timeout(60)
    void a_search_ends_when_the_server_says_nothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatTimeIsUp(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
        }
    }

    private static void assertThatTimeIsUp(URI url) {
        try (Connection connection = new Connection(TestServer.settings(url, "late"))) {
            ElasticsearchSearch search = new ElasticsearchSearch(
                    connection,
                    new Layout(connection, "late", Duration.ofSeconds(1)),
                    TestCity.CONTEXT,
                    settings(Duration.ofSeconds(1), Duration.ofMillis(50)));
            assertThatThrownBy(() -> search.search(SearchRequest.first(new Query.Everything(), 9)))
                    .isInstanceOf(SearchTimeoutException.class)
                    .hasMessageContaining("narrow");
        }
    }

    @Test
    @Timeout(60)
    void waiting_for_a_server_that_is_not_there_ends_with_an_interrupt_and_a_search_does_not_wait() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        ElasticsearchSettings settings = TestServer.settings(nobody, "nobody");
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread opening = new Thread(() -> {
            assertThatThrownBy(() -> ElasticsearchIndex.open(settings, TestCity.CONTEXT, NEVER_STALE))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("interrupted");
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        opening.start();
        await().until(() -> opening.getState() == Thread.State.TIMED_WAITING);
        opening.interrupt();
        assertThat(interrupted.get()).isTrue();
        try (Connection connection = new Connection(settings)) {
            Layout layout = new Layout(connection, "nobody", Duration.ofSeconds(1));
            ElasticsearchSearch search =
                    new ElasticsearchSearch(connection, layout, TestCity.CONTEXT, IndexSettings.DEFAULT);
            assertThatThrownBy(search::count)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(nobody.toString());
        }
    }

    private ElasticsearchIndex open(IndexSettings settings) {
        return ElasticsearchIndex.open(TestServer.settings(TestServer.url(), prefix), TestCity.CONTEXT, settings);
    }

    private static IndexSettings settings(Duration maxStale, Duration searchTimeout) {
        return new IndexSettings(maxStale, searchTimeout, 16);
    }

    private long counted(String month) throws Exception {
        String index = prefix + "-posts-v" + Fields.FORMAT + "-" + month;
        ask("POST", index + "/_refresh", "");
        return Json.tree(ask("GET", index + "/_count", "")).get("count").asLong();
    }

    private void setting(String name, String value) throws Exception {
        ask("PUT", prefix + "-posts/_settings", "{\"" + name + "\":" + value + "}");
    }

    /** Asks the server directly, as an operator would. */
    private static String ask(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(TestServer.url().resolve("/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
