package huxiao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Route;
import huxiao.model.Stance;
import huxiao.model.config.ConfigFiles;
import huxiao.register.AuditFilter;
import huxiao.register.Register;
import huxiao.register.ShadowJudgement;
import huxiao.register.Sighting;
import huxiao.server.run.Configuration;
import huxiao.server.run.RegisterAtRest;
import huxiao.server.run.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code feedback} and {@code shadow}, over the register of a stopped server and of a running one. */
class DecisionsTest {
    private static final String AUTHOR = "5e1f5e1f5e1f5e1f5e1f5e1f5e1f5e1f";
    private static final Instant AT = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    Path folder;

    private Path data;
    private Path out;

    @BeforeEach
    void decide() throws IOException {
        data = folder.resolve("data");
        out = folder.resolve("rows.jsonl");
        Files.createDirectories(data.resolve("postgres"));
        try (RegisterAtRest rest = rest()) {
            Register register = rest.register();
            decide(register, "post-a", "放学别走，明天带刀去学校，电话13812345678", AlertStatus.VERIFIED);
            decide(register, "post-b", "食堂又涨价，这学校真是黑，曝光它", AlertStatus.REJECTED);
            raise(register, "open", "还没有人看过的一条");
            register.shadow()
                    .put(List.of(
                            judgement("post-a", Level.ORANGE, Level.ORANGE, ""),
                            judgement("post-b", Level.ORANGE, Level.NONE, "食堂又涨价\u001b[31m"),
                            judgement("quiet", Level.NONE, Level.RED, "今晚都别去")));
        }
    }

    private RegisterAtRest rest() {
        Configuration configuration = Configuration.read(ConfigFiles.builtIn(), Map.of());
        return RegisterAtRest.open(configuration, data, "test", Map.of(), Clock.systemUTC());
    }

    private static ShadowJudgement judgement(String post, Level before, Level after, String excerpt) {
        return new ShadowJudgement("0a1b2c3d4e5f", post, "v", AT, AT, before, after, "", "", excerpt);
    }

    private static Alert raise(Register register, String id, String text) {
        String version = PostIds.version("", text);
        Post post = new Post(id, version, "forum", "http://forum.example/t/" + id, "", text, AUTHOR, "", "", AT, AT);
        Assessment assessment = new Assessment(
                id,
                version,
                Level.ORANGE,
                List.of(Category.VIOLENCE_THREAT),
                Map.of(Category.VIOLENCE_THREAT, 0.9),
                Stance.INTENT,
                List.of(Route.POLICE_NOW),
                3,
                -2,
                List.of(),
                List.of(),
                Insight.NONE);
        return register.alerts()
                .record(new Sighting(post, assessment, id.hashCode(), "", false))
                .alert();
    }

    private static void decide(Register register, String id, String text, AlertStatus verdict) {
        Alert alert = raise(register, id, text);
        register.alerts().decide(alert.id(), alert.revision(), verdict, "wang-analyst", "王老师说的");
    }

    private Captured feedback(String... more) {
        String[] call = new String[5 + more.length];
        System.arraycopy(new String[] {"feedback", "--out", out.toString(), "--data", data.toString()}, 0, call, 0, 5);
        System.arraycopy(more, 0, call, 5, more.length);
        return Captured.run("", call);
    }

    @Test
    void decisions_leave_as_rows_without_a_trace_of_who_wrote_and_who_decided_with_a_server_and_without()
            throws IOException {
        Captured run = feedback();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2 rows of 2 alerts");
        String rows = Files.readString(out);
        List<JsonNode> read = rows.lines().map(Json::tree).toList();
        assertThat(read)
                .extracting(
                        row -> row.get("level").asText() + " " + row.get("text").asText())
                .containsExactlyInAnyOrder("ORANGE 放学别走，明天带刀去学校，电话138****5678", "NONE 食堂又涨价，这学校真是黑，曝光它");
        assertThat(rows).doesNotContain(AUTHOR, "forum", "post-a", "post-b", "wang-analyst", "王老师", "13812345678");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                .isEqualTo("rw-------");
        try (RegisterAtRest rest = rest()) {
            assertThat(rest.register().audit().list(AuditFilter.ALL)).first().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("feedback.exported");
                assertThat(entry.person()).isEqualTo("system");
                assertThat(entry.detail()).contains("2 alerts, 2 rows");
            });
        }
        assertThat(feedback("--since", "2099-01-01").err()).contains("0 rows of 0 alerts");
        assertThat(out).isEmptyFile();
        try (Serving serving = Serving.over(data)) {
            assertThat(feedback().exit()).isZero();
            assertThat(Files.readString(out)).isEqualTo(rows);
            assertThat(serving).isNotNull();
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("nothing is left beside the file")
                    .containsExactlyInAnyOrder("data", "rows.jsonl");
        }
    }

    @Test
    void differences_are_printed_as_text_and_as_json_with_a_server_and_without() throws IOException {
        Captured all = Captured.run("", "shadow", "--data", data.toString());
        assertThat(all.exit()).as(all.err()).isZero();
        assertThat(all.out())
                .contains("model 0a1b2c3d4e5f", "judged by both 3", "differing 2", "new police 1", "lost police 1")
                .contains("NONE -> RED  1", "ORANGE -> NONE  1", "食堂又涨价", "今晚都别去")
                .doesNotContain("\u001b");
        assertThat(all.err()).contains("total 2");
        try (Serving serving = Serving.over(data)) {
            Captured lost = Captured.run("", "shadow", "--lost-police", "--json", "--data", data.toString());
            assertThat(lost.lines()).hasSize(2);
            assertThat(Json.tree(lost.lines().get(1)).get("id").asText()).isEqualTo("post-b");
            assertThat(Captured.run("", "shadow", "--limit", "0", "--data", data.toString())
                            .err())
                    .contains("total 2");
            assertThat(serving).isNotNull();
        }
    }
}
