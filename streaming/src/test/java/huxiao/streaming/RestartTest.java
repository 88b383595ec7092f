package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.index.IndexedPost;
import huxiao.index.query.PostStatus;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Contribution;
import huxiao.model.Post;
import huxiao.model.SchoolRisk;
import huxiao.register.AlertPost;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.StringValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private JobFixture job;
    private Path inbox;

    @BeforeEach
    void open() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        job = new JobFixture(folder);
    }

    @AfterEach
    void close() {
        job.close();
    }

    @Test
    @Timeout(180)
    void
            a_job_that_starts_from_a_checkpoint_older_than_register_and_index_raises_the_same_alerts_and_sends_nothing_anew()
                    throws Exception {
        Path restart = Files.createDirectory(folder.resolve("re start"));
        JobClient first = job.start(new Inbox(inbox.toString(), job.settings), folder.resolve("checkpoints"));
        drop("one.jsonl", List.of(JobFixture.line("wall", "石桥小学南墙歪了好久，昨天又掉砖，孩子们天天从下面过")));
        await().atMost(SOON).until(() -> job.index().get("wall").isPresent());
        first.triggerSavepoint(restart.toString(), SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);

        List<String> later = new ArrayList<>(List.of(
                JobFixture.line("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！"),
                JobFixture.line("gate-2", "转发：东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！"),
                JobFixture.line("gate-3", "东关小学出事了，有人拿刀砍学生，救护车都来了"),
                JobFixture.line("moan", "附小今天的作业写到想死，谁来救救我")));
        drop("two.jsonl", later);
        await().atMost(SOON)
                .until(() -> Stream.of("gate-1", "gate-2", "gate-3", "moan")
                                .allMatch(id -> job.index().get(id).isPresent())
                        && job.register().risks().find("CL014").isPresent());
        end(first);
        List<String> alerts = job.alertIds();
        List<Integer> revisions = job.alerts().stream().map(Alert::revision).toList();
        List<String> deliveries = job.deliveryIds();
        long indexed = job.index().count();
        assertThat(deliveries).isNotEmpty();

        Files.delete(inbox.resolve("two.jsonl"));
        Collections.shuffle(later, new Random(7));
        later.add(JobFixture.line("marker", "附小的操场今天重新画了线，挺好看"));
        JobClient second = job.start(new Inbox(inbox.toString(), job.settings), restart);
        drop("three.jsonl", later);
        await().atMost(SOON).until(() -> job.index().get("marker").isPresent());
        end(second);

        assertThat(job.alertIds()).isEqualTo(alerts);
        assertThat(job.alerts()).extracting(Alert::revision).isEqualTo(revisions);
        assertThat(job.deliveryIds()).isEqualTo(deliveries);
        assertThat(job.index().count()).isEqualTo(indexed + 1);
        assertThat(job.register().deadLetters().count()).isZero();
    }

    @Test
    @Timeout(180)
    void a_restarted_job_counts_what_another_job_raised_meanwhile() throws Exception {
        Path restart = Files.createDirectory(folder.resolve("restart"));
        JobClient first = job.start(new Inbox(inbox.toString(), job.settings), folder.resolve("checkpoints"));
        drop("one.jsonl", List.of(JobFixture.line("wall", "石桥小学南墙歪了好久，昨天又掉砖，孩子们天天从下面过")));
        await().atMost(SOON).until(() -> job.index().get("wall").isPresent());
        first.triggerSavepoint(restart.toString(), SavepointFormatType.CANONICAL)
                .get(60, TimeUnit.SECONDS);
        end(first);

        Path file = Files.write(
                folder.resolve("replayed.jsonl"),
                List.of(JobFixture.line("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！")));
        job.run(FilePosts.of(file, job.settings, JobFixture.KEY), folder.resolve("replay"));
        SchoolRisk replayed = job.register().risks().find("CL014").orElseThrow();

        JobClient second = job.start(new Inbox(inbox.toString(), job.settings), restart);
        drop("two.jsonl", List.of(JobFixture.line("other", "东关小学食堂今天吃坏肚子的有二十多个孩子，都送医院了")));
        await().atMost(SOON).untilAsserted(() -> {
            SchoolRisk risk = job.register().risks().find("CL014").orElseThrow();
            assertThat(risk.updatedAt()).isAfter(replayed.updatedAt());
            assertThat(risk.contributions())
                    .extracting(Contribution::cause)
                    .containsAll(replayed.contributions().stream()
                            .map(Contribution::cause)
                            .toList());
            assertThat(risk.contributions())
                    .hasSizeGreaterThan(replayed.contributions().size());
        });
        end(second);
    }

    @Test
    @Timeout(180)
    void a_decision_reaches_the_index_while_a_job_runs_or_when_one_starts_and_a_replay_keeps_it() throws Exception {
        List<String> posts = List.of(
                JobFixture.line("wall", "石桥小学南墙歪了好久，昨天又掉砖，孩子们天天从下面过"),
                JobFixture.line("gate-1", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！"));
        JobClient first = job.start(new Inbox(inbox.toString(), job.settings), folder.resolve("checkpoints"));
        drop("one.jsonl", posts);
        await().atMost(SOON)
                .until(() -> status("wall") == PostStatus.UNVERIFIED && status("gate-1") == PostStatus.UNVERIFIED);
        decide("gate-1", AlertStatus.REJECTED);
        await().atMost(SOON).until(() -> status("gate-1") == PostStatus.REJECTED);
        end(first);
        decide("wall", AlertStatus.VERIFIED);

        Path file = Files.write(folder.resolve("replayed.jsonl"), posts);
        job.run(FilePosts.of(file, job.settings, JobFixture.KEY), folder.resolve("replay"));
        assertThat(status("gate-1")).isEqualTo(PostStatus.REJECTED);
        assertThat(status("wall")).isEqualTo(PostStatus.VERIFIED);
    }

    /** Where the alert of a post stands, as the index says; nothing while it is not found. */
    private PostStatus status(String post) {
        return job.index().get(post).map(IndexedPost::status).orElse(PostStatus.NONE);
    }

    private void decide(String post, AlertStatus verdict) {
        String alert = job.index().get(post).orElseThrow().alertId();
        int revision = job.register().alerts().find(alert).orElseThrow().revision();
        job.register().alerts().decide(alert, revision, verdict, "li", "");
    }

    @Test
    @Timeout(180)
    void what_a_person_took_out_of_an_alert_stays_out_of_it_and_later_copies_follow_it() throws Exception {
        String original = "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！";
        String changed = "转发：东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！";
        List<String> lines = List.of(JobFixture.line("gate-1", original), JobFixture.line("gate-2", changed));
        JobClient client = job.start(new Inbox(inbox.toString(), job.settings), folder.resolve("checkpoints"));
        drop("one.jsonl", lines);
        await().atMost(SOON)
                .until(() -> job.index().get("gate-1").isPresent()
                        && job.index().get("gate-2").isPresent());
        Alert alert = job.alerts().get(0);
        Alert apart = job.register().alerts().part(alert.id(), Set.of("gate-2"), alert.revision(), "li", "");
        List<String> deliveries = job.deliveryIds();
        await().atMost(SOON).until(() -> alertOf("gate-2").equals(apart.id()));
        assertThat(alertOf("gate-1")).isEqualTo(alert.id());

        drop("two.jsonl", List.of(JobFixture.line("gate-3", changed), JobFixture.line("gate-4", original)));
        await().atMost(SOON)
                .until(() -> job.index().get("gate-3").isPresent()
                        && job.index().get("gate-4").isPresent());
        end(client);
        Path replayed = Files.write(folder.resolve("replayed.jsonl"), lines);
        job.run(FilePosts.of(replayed, job.settings, JobFixture.KEY), folder.resolve("replay"));

        assertThat(job.alertIds()).containsExactlyInAnyOrder(alert.id(), apart.id());
        assertThat(job.register().alerts().posts(alert.id()))
                .extracting(AlertPost::id)
                .containsExactlyInAnyOrder("gate-1", "gate-4");
        assertThat(job.register().alerts().posts(apart.id()))
                .extracting(AlertPost::id)
                .containsExactlyInAnyOrder("gate-2", "gate-3");
        assertThat(job.deliveryIds()).isEqualTo(deliveries);
    }

    private String alertOf(String post) {
        return job.index().get(post).orElseThrow().alertId();
    }

    @Test
    @Timeout(180)
    void checkpoints_hold_ids_and_no_text_of_posts() throws Exception {
        // letters only, which Flink writes as they are, and nothing that is masked as a number
        String alerted = "qwzxalertedidqwzx";
        String harmless = "qwzxharmlessidqwzx";
        Path checkpoints = folder.resolve("checkpoints");
        JobClient client = job.start(new Inbox(inbox.toString(), job.settings), checkpoints);
        drop(
                "one.jsonl",
                List.of(
                        JobFixture.line(alerted, "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！zyvkalertedtextzyvk"),
                        JobFixture.line(harmless, "附小的操场今天重新画了线，挺好看zyvkharmlesstextzyvk")));
        // files that were listed may be gone when they are read: the job removes older checkpoints
        await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(List.of(alerted, harmless))
                .allSatisfy(id -> assertThat(anyHolds(checkpoints, id)).isTrue()));
        await().atMost(SOON).until(() -> job.index().get(alerted).isPresent());
        end(client);
        assertThat(job.index().get(alerted).orElseThrow().alertId()).isNotEmpty();
        assertThat(job.index().get(harmless).orElseThrow().post().text()).contains("zyvkharmlesstextzyvk");
        assertThat(anyHolds(checkpoints, alerted)).isTrue();
        assertThat(anyHolds(checkpoints, "zyvk")).isFalse();
        assertThat(anyHolds(checkpoints, "菜刀")).isFalse();
    }

    /** Whether any file below a folder holds a text as Flink writes strings. */
    private static boolean anyHolds(Path folder, String text) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        StringValue.writeString(text, new DataOutputStream(written));
        // without the length in front
        String needle = written.toString(StandardCharsets.ISO_8859_1).substring(1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(needle)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void the_newest_checkpoint_is_found_in_a_folder_with_a_space_whatever_job_wrote_it() throws IOException {
        Path checkpoints = folder.resolve("data folder").resolve("checkpoints");
        assertThat(LocalRun.newestCheckpoint(checkpoints)).isEmpty();
        Path old = Files.createDirectories(checkpoints.resolve("aaaa/chk-9"));
        Path unfinished = Files.createDirectories(checkpoints.resolve("aaaa/chk-10"));
        Path fresh = Files.createDirectories(checkpoints.resolve("bbbb/chk-3"));
        Instant now = Instant.now();
        Files.setLastModifiedTime(
                Files.createFile(old.resolve("_metadata")), java.nio.file.attribute.FileTime.from(now.minusSeconds(5)));
        Files.createFile(unfinished.resolve("_metadata.inprogress"));
        Files.setLastModifiedTime(
                Files.createFile(fresh.resolve("_metadata")), java.nio.file.attribute.FileTime.from(now));
        assertThat(LocalRun.newestCheckpoint(checkpoints)).contains(fresh);
        Path empty = Files.createDirectories(checkpoints.resolve("cccc/shared"));
        LocalRun.environment(job.settings, checkpoints);
        assertThat(empty.getParent()).doesNotExist();
        assertThat(LocalRun.newestCheckpoint(checkpoints)).contains(fresh);
    }

    /** Written beside and moved, so that the job never sees half a file. */
    private void drop(String name, List<String> lines) throws IOException {
        Path written = Files.write(folder.resolve(name), lines);
        Files.move(written, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    static void end(JobClient client) throws Exception {
        client.cancel().get(60, TimeUnit.SECONDS);
        try {
            client.getJobExecutionResult().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e).hasStackTraceContaining("cancel");
        }
    }

    /** Files of a folder as they appear. */
    record Inbox(String dir, JobSettings settings) implements PostSource {
        private static final long serialVersionUID = 1;

        @Override
        public DataStream<Post> open(StreamExecutionEnvironment env) {
            FileSource<String> files = FileSource.forRecordStreamFormat(
                            new LineFormat(),
                            org.apache.flink.core.fs.Path.fromLocalFile(
                                    Path.of(dir).toFile()))
                    .monitorContinuously(Duration.ofMillis(100))
                    .build();
            return env.fromSource(files, WatermarkStrategy.noWatermarks(), "inbox")
                    .uid("inbox")
                    .setParallelism(1)
                    .process(new ReadLine(settings, dir, JobFixture.KEY))
                    .uid("inbox-lines")
                    .setParallelism(1);
        }
    }
}
