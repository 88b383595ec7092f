package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.elasticsearch.server.ElasticsearchServer;
import huxiao.index.Hit;
import huxiao.index.elasticsearch.ElasticsearchSettings;
import huxiao.index.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job over Elasticsearch, whose server dies in the middle of the stream. */
class KilledElasticsearchIT {
    private static final int POSTS = 4_000;
    private static final Duration OUTAGE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    @Timeout(300)
    void a_minute_without_elasticsearch_stops_the_stream_and_every_post_is_found_afterwards_once() throws Exception {
        ElasticsearchServer first = ElasticsearchServer.start(Files.createDirectory(folder.resolve("elasticsearch")));
        ElasticsearchServer second = first;
        ExecutorService runner = Executors.newSingleThreadExecutor();
        IndexEngine engine = new IndexEngine.Elasticsearch(
                ElasticsearchSettings.of(List.of(first.url()), "huxiao", ElasticsearchSettings.Credentials.NONE));
        try (JobFixture job = new JobFixture(folder, engine)) {
            PostSource posts = FilePosts.of(posts(), job.settings, JobFixture.KEY);
            Future<Summary> run =
                    runner.submit((Callable<Summary>) () -> job.run(posts, folder.resolve("checkpoints")));
            await().atMost(Duration.ofMinutes(1)).until(() -> found(job) > 0);

            first.kill();
            await().pollDelay(OUTAGE).atMost(OUTAGE.plusSeconds(30)).until(() -> !job.index()
                    .isReady());
            assertThat(run).as("the stream waits").isNotDone();

            second = first.startAgain();
            Summary summary = run.get(3, TimeUnit.MINUTES);
            await().atMost(Duration.ofMinutes(1)).until(job.index()::isReady);
            assertThat(summary.read()).isEqualTo(POSTS);
            assertThat(summary.indexed()).isEqualTo(POSTS);
            try (Stream<Hit> hits = job.index().stream(new Query.Everything())) {
                assertThat(hits.map(hit -> hit.indexed().post().id()))
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, POSTS).mapToObj(i -> "p" + i).toList());
            }
            assertThat(job.register().deadLetters().list(1)).isEmpty();
        } finally {
            runner.shutdownNow();
            first.kill();
            second.kill();
        }
    }

    private Path posts() throws IOException {
        List<String> lines = IntStream.range(0, POSTS)
                .mapToObj(i -> JobFixture.line("p" + i, "附小门口的第" + i + "家早餐摊味道不错，天天来"))
                .toList();
        return Files.write(folder.resolve("posts.jsonl"), lines);
    }

    private static long found(JobFixture job) {
        job.index().refresh();
        return job.index().count();
    }
}
