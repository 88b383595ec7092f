package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import huxiao.model.Level;
import huxiao.register.Account;
import huxiao.register.FoundPost;
import huxiao.register.HitReader;
import huxiao.register.Role;
import huxiao.register.SavedSearch;
import huxiao.register.Scope;
import huxiao.register.SearchDraft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class MatchSearchesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> LINES = List.of(
            JobFixture.line("gate", "东关小学门口有个男的拿着菜刀乱砍，孩子们正放学往外走，快报警！！"),
            JobFixture.line("menu", "星湖小学今天午饭有红烧肉和青菜，孩子说好吃"),
            JobFixture.line("weather", "今天孩子说天气真好，适合晒被子"));

    @TempDir
    Path folder;

    private JobFixture job;

    @BeforeEach
    void open() {
        job = new JobFixture(folder);
        job.register().accounts().put(Account.of("li", "li", Role.ANALYST, Scope.EVERYTHING, "x"), "test");
    }

    @AfterEach
    void close() {
        job.close();
    }

    private SavedSearch saved(String query) {
        return job.register().searches().create(new SearchDraft(query, query, true), "li", 10);
    }

    private List<FoundPost> found(SavedSearch search) {
        return job.register()
                .searches()
                .hits(search.id(), new HitReader("li", Level.NONE, Scope.EVERYTHING))
                .posts();
    }

    private List<String> ids(SavedSearch search) {
        return found(search).stream().map(FoundPost::postId).toList();
    }

    @Test
    @Timeout(180)
    void what_is_stored_is_matched_once_and_a_query_that_is_not_understood_harms_nothing() throws Exception {
        SavedSearch children = saved("孩子");
        SavedSearch urgent = saved("级别>=橙");
        SavedSearch gone = saved("孩子 学校:早已撤并的小学");
        run(LINES, "first.jsonl");
        List<FoundPost> first = found(children);
        assertThat(ids(children)).as("what is stored nowhere is not found").containsExactlyInAnyOrder("gate", "menu");
        assertThat(ids(urgent)).containsExactly("gate");
        assertThat(ids(gone)).isEmpty();
        assertThat(job.alerts()).hasSize(1);
        assertThat(job.deliveryIds()).hasSize(1);

        List<String> shuffled = new ArrayList<>(LINES);
        Collections.reverse(shuffled);
        run(shuffled, "again.jsonl");
        assertThat(found(children)).isEqualTo(first);
        assertThat(job.register().deadLetters().count()).isZero();
    }

    private void run(List<String> lines, String name) throws Exception {
        Path file = Files.write(folder.resolve(name), lines);
        job.run(FilePosts.of(file, job.settings, JobFixture.KEY), folder.resolve("checkpoints-" + name));
    }

    @Test
    @Timeout(180)
    void a_running_job_hears_of_searches_that_are_saved_and_ended() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        SavedSearch old = saved("操场");
        JobClient client =
                job.start(new RestartTest.Inbox(inbox.toString(), job.settings), folder.resolve("checkpoints"));
        drop(inbox, "one");
        await().atMost(SOON).until(() -> ids(old).equals(List.of("one")));
        SavedSearch fresh = saved("操场");
        job.register().searches().end(old.id(), 1, "li");
        // Changes are asked for again and again: the first post that comes after it heard is found.
        List<String> dropped = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            String id = "more" + dropped.size();
            drop(inbox, id);
            dropped.add(id);
            return !ids(fresh).isEmpty();
        });
        RestartTest.end(client);
        assertThat(ids(fresh)).doesNotContain("one");
        assertThat(job.register().searches().find(old.id(), "li")).isEmpty();
    }

    private void drop(Path inbox, String id) throws Exception {
        Path written = Files.writeString(folder.resolve(id), JobFixture.line(id, "附小的操场今天重新画了线，挺好看，这是" + id) + "\n");
        Files.move(written, inbox.resolve(id + ".jsonl"));
    }
}
