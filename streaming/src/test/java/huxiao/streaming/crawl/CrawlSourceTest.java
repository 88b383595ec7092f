package huxiao.streaming.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.crawler.SourceSettings;
import huxiao.crawler.SourcesFile;
import huxiao.model.Post;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlSourceTest {
    private static final byte[] SECRET = "a secret of the tests alone".getBytes(StandardCharsets.UTF_8);
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static final AtomicInteger STARTS = new AtomicInteger();
    /** Checkpoints still to complete before the job fails; negative for never. */
    private static final AtomicInteger UNTIL_FAILURE = new AtomicInteger();

    @TempDir
    Path dir;

    @BeforeEach
    void forget() {
        SEEN.clear();
        STARTS.set(0);
        UNTIL_FAILURE.set(-1);
    }

    /** Notes every post, and fails the job when told. */
    private static final class Witness extends RichMapFunction<Post, String> implements CheckpointListener {
        @Override
        public void open(OpenContext context) {
            STARTS.incrementAndGet();
        }

        @Override
        public String map(Post post) {
            SEEN.add(post.text());
            return post.id();
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            if (UNTIL_FAILURE.get() >= 0 && UNTIL_FAILURE.getAndDecrement() == 0) {
                throw new IllegalStateException("a failure that the test asked for");
            }
        }
    }

    private JobClient start(String savepoint, SourceSettings... sources) throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString("execution.checkpointing.interval", "100 ms");
        configuration.setString(
                "execution.checkpointing.dir",
                dir.resolve("checkpoints").toUri().toString());
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", "3");
        configuration.setString("restart-strategy.fixed-delay.delay", "10 ms");
        configuration.setString("pipeline.generic-types", "false");
        if (!savepoint.isEmpty()) {
            configuration.setString("execution.state-recovery.path", savepoint);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        CrawlSource crawl = new CrawlSource(new SourcesFile("", List.of(sources)), SECRET, Duration.ofDays(30));
        env.fromSource(crawl, WatermarkStrategy.<Post>forMonotonousTimestamps(), "crawl")
                .uid("crawl")
                .map(new Witness())
                .uid("witness")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
        return env.executeAsync("crawl");
    }

    private static void awaitSeen(String... posts) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(SEEN).contains(posts));
    }

    @Test
    void after_a_failure_every_post_is_seen_and_what_was_read_is_not_read_again() throws Exception {
        try (SmallForum forum = new SmallForum().threads(1, 2, 3)) {
            JobClient job = start("", forum.source("forum"));
            awaitSeen("1帖1楼", "1帖2楼", "2帖1楼", "2帖2楼", "3帖1楼", "3帖2楼");
            // The first checkpoint to complete may have begun before the last post; the third has not.
            UNTIL_FAILURE.set(2);
            await().atMost(Duration.ofSeconds(20)).until(() -> STARTS.get() == 2);
            forum.threads(4, 5);
            awaitSeen("4帖1楼", "4帖2楼", "5帖1楼", "5帖2楼");
            job.cancel().get();

            assertThat(SEEN).doesNotHaveDuplicates().hasSize(10);
            for (int thread = 1; thread <= 5; thread++) {
                assertThat(forum.hits("/thread-" + thread)).isEqualTo(1);
            }
        }
    }

    @Test
    void a_job_started_from_a_savepoint_under_other_sources_goes_on_drops_and_begins() throws Exception {
        try (SmallForum kept = new SmallForum().threads(1);
                SmallForum removed = new SmallForum().threads(2);
                SmallForum added = new SmallForum().threads(3)) {
            JobClient first = start("", kept.source("kept"), removed.source("removed"));
            awaitSeen("1帖2楼", "2帖2楼");
            String savepoint = first.stopWithSavepoint(false, dir.toUri().toString(), SavepointFormatType.CANONICAL)
                    .get();
            long removedHits = removed.hits("/");

            JobClient second = start(savepoint, kept.source("kept"), added.source("added"));
            kept.threads(4);
            awaitSeen("3帖2楼", "4帖2楼");
            second.cancel().get();

            assertThat(kept.hits("/thread-1")).isEqualTo(1);
            assertThat(removed.hits("/")).isEqualTo(removedHits);
            assertThat(SEEN).doesNotHaveDuplicates();
        }
    }
}
