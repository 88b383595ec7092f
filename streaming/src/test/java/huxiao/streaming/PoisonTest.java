package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.index.PostIndex;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PoisonTest {
    private static final String AUTHOR = "0123456789abcdef0123456789abcdef";
    private static final String DANGER = "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！";

    @TempDir
    Path folder;

    private JobFixture job;

    @BeforeEach
    void open() {
        job = new JobFixture(folder);
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    @Timeout(90)
    void posts_that_register_or_index_refuse_are_put_aside_with_their_cause_and_the_rest_goes_on() throws Exception {
        List<Post> posts = List.of(
                post("first", "test", "附小今天的作业写到想死，谁来救救我"),
                post("half\ud83d", "test", "附小的作业真多啊，写到半夜"),
                // More than an index of PostgreSQL takes, and it does not compress.
                post(noise(6000), "test", DANGER),
                post("wide", "x".repeat(40_000), "附小门口的早餐摊味道不错，天天来"),
                post("last", "test", DANGER));
        Summary summary = job.run(new Given(posts), folder.resolve("check points"));
        assertThat(summary.read()).isEqualTo(5);
        assertThat(job.index().get("first")).isPresent();
        assertThat(job.index().get("last")).isPresent();
        assertThat(job.index().get("wide")).isPresent();
        assertThat(job.index().count()).isEqualTo(summary.indexed()).isEqualTo(3);
        assertThat(job.alerts()).hasSize(1);
        assertThat(job.register().deadLetters().list(10)).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.kind()).isEqualTo("post");
            // A database names the row that it refuses, and a cause is also logged.
            assertThat(letter.cause()).isNotBlank().doesNotContain("拿着菜刀乱砍", "写到半夜", AUTHOR);
            assertThat(letter.payload()).contains("\"text\"");
        });
        assertThat(summary.refused()).isEqualTo(2);
    }

    @Test
    @Timeout(90)
    void lines_with_extreme_or_broken_members_neither_stop_the_run_nor_leave_the_author_in_the_dead_letters()
            throws Exception {
        // A name that begins with an underscore, spaces, and what a URI would escape; a byte-order mark; CR LF.
        Path file = folder.resolve("_some posts%20#1.jsonl");
        Files.writeString(
                file,
                "\ufeff"
                        + String.join(
                                "\r\n",
                                JobFixture.line("plain", DANGER),
                                "{\"id\":\"past\",\"text\":\"" + DANGER
                                        + "\",\"publishedAt\":\"-999999999-01-01T00:00:00+18:00\"}",
                                "{\"id\":\"future\",\"text\":\"" + DANGER
                                        + "\",\"publishedAt\":\"+999999999-12-31T23:59:59-18:00\"}",
                                "{\"id\":\"half\\ud83d\",\"text\":\"x\",\"author\":\"李四的账号\"}",
                                "{\"id\":\"cut\",\"author\":\"李四的账号\",\"text\":\"电话13812345678",
                                "{\"id\":\"number\",\"text\":5,\"author\":\"李四的账号\"}",
                                "{\"id\":\"long\",\"author\":\"李四的账号\",\"text\":\"" + "长".repeat(LineReader.LONGEST)
                                        + "\"}",
                                JobFixture.line("half-text", "附小的作业真多\\ud83d\\u0000"))
                        + "\r\n");
        Summary summary = job.run(FilePosts.of(file, job.settings, JobFixture.KEY), folder.resolve("checkpoints"));
        assertThat(summary.read()).isEqualTo(4);
        assertThat(summary.refused()).isEqualTo(4);
        assertThat(job.index().count()).isEqualTo(4);
        assertThat(job.register().deadLetters().list(10)).hasSize(4).allSatisfy(letter -> {
            assertThat(letter.reference()).isEqualTo(file.toRealPath().toString());
            assertThat(letter.payload() + letter.cause()).doesNotContain("李四", "13812345678");
        });
    }

    @Test
    @Timeout(90)
    void an_older_version_that_comes_late_does_not_replace_a_newer_one() throws Exception {
        Post newer = post("edited", "test", "附小门口刚才有点乱，已经没事了");
        Post older = new Post(
                "edited",
                PostIds.version("", DANGER),
                "test",
                "",
                "",
                DANGER,
                "",
                "",
                "",
                newer.publishedAt(),
                newer.collectedAt().minusSeconds(60));
        Summary summary = job.run(new InTurn(job.settings, newer, older), folder.resolve("checkpoints"));
        assertThat(job.index().get("edited").orElseThrow().post().version()).isEqualTo(newer.version());
        assertThat(job.alerts()).hasSize(1);
        assertThat(summary.dropped()).containsEntry("older version", 1L);
    }

    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        new Random(1).ints(length, 0x4e00, 0x9fa5).forEach(noise::appendCodePoint);
        return noise.toString();
    }

    private static Post post(String id, String source, String text) {
        Instant now = Instant.now();
        return new Post(id, PostIds.version("", text), source, "", "", text, AUTHOR, "", "", now, now);
    }

    private record Given(ArrayList<Post> posts) implements PostSource {
        private static final long serialVersionUID = 1;

        Given(List<Post> posts) {
            this(new ArrayList<>(posts));
        }

        @Override
        public DataStream<Post> open(StreamExecutionEnvironment env) {
            return env.fromData(posts).uid("given");
        }
    }

    /** Two versions of a post, the second only once the first can be found: on their own they may overtake each other. */
    private record InTurn(JobSettings settings, Post first, Post second) implements PostSource {
        private static final long serialVersionUID = 1;

        @Override
        public DataStream<Post> open(StreamExecutionEnvironment env) {
            String later = second.version();
            JobSettings job = settings;
            return env.fromData(List.of(first, second))
                    .uid("given")
                    .map(post -> {
                        if (post.version().equals(later)) {
                            await().atMost(Duration.ofMinutes(1)).until(() -> isFound(job, post.id()));
                        }
                        return post;
                    })
                    .returns(Post.class)
                    .setParallelism(1)
                    .uid("in turn");
        }

        private static boolean isFound(JobSettings settings, String id) {
            try (Resources.Lease<PostIndex> index = Openers.index(settings)) {
                index.get().refresh();
                return index.get().get(id).isPresent();
            }
        }
    }
}
