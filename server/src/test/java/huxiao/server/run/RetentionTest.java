package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.lucene.LuceneIndex;
import huxiao.model.Assessment;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Stance;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.AuditEntry;
import huxiao.register.AuditFilter;
import huxiao.register.Register;
import huxiao.register.database.EmbeddedDatabase;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final RetentionSettings SETTINGS =
            new RetentionSettings(Duration.ofDays(30), Duration.ofDays(730), Duration.ofHours(6));

    @Test
    void a_run_leaves_no_text_of_what_it_deleted_and_proves_it_in_the_audit_trail(@TempDir Path folder) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        SearchContext context =
                Openers.searchContext(SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv")), clock);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"));
                Register register = Register.open(database.settings(), List.of(), clock);
                PostIndex index = LuceneIndex.open(folder.resolve("index"), context, IndexSettings.DEFAULT);
                Retention retention = Retention.start(SETTINGS, register, index, clock)) {
            index.put(List.of(
                    collected("old", Duration.ofDays(31)),
                    collected("older", Duration.ofDays(300)),
                    collected("new", Duration.ofDays(29))));
            index.commit();

            retention.run();

            index.refresh();
            assertThat(index.count()).isEqualTo(1);
            List<AuditEntry> entries = register.audit().list(AuditFilter.ALL);
            assertThat(entries).extracting(AuditEntry::action).containsExactly("retention.expunged", "retention.run");
            assertThat(entries).extracting(AuditEntry::person).containsOnly("system");
            JsonNode figures = Json.tree(entries.get(0).detail());
            assertThat(figures.path("posts").asLong()).isEqualTo(2);
            assertThat(figures.path("after").asLong(-1)).isZero();
            assertThat(figures.path("held").asBoolean(true)).isFalse();
            assertThat(figures.has("before")).isTrue();
            assertThat(figures.has("rewrittenBytes")).isTrue();
            assertThat(figures.has("milliseconds")).isTrue();
        }
    }

    @Test
    void a_post_is_forgotten_at_request_with_its_reason_and_proof_in_the_audit_trail(@TempDir Path folder)
            throws IOException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        SearchContext context =
                Openers.searchContext(SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv")), clock);
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"));
                Register register = Register.open(database.settings(), List.of(), clock);
                PostIndex index = LuceneIndex.open(folder.resolve("index"), context, IndexSettings.DEFAULT)) {
            index.put(List.of(collected("named", Duration.ofDays(1)), collected("other", Duration.ofDays(1))));
            ForgetRun forget = new ForgetRun(index, register);
            List<String> lines = new ArrayList<>();

            forget.run("unknown", "asked by its author", lines::add);
            forget.run("named", " ", lines::add);
            assertThat(lines).hasSize(2).allMatch(line -> line.startsWith("{\"error\":"));
            assertThat(index.count()).isEqualTo(2);
            assertThat(register.audit().list(AuditFilter.ALL)).isEmpty();

            lines.clear();
            forget.run("named", "asked by its author", lines::add);
            assertThat(lines).containsExactly("{\"post\":\"named\",\"after\":0,\"held\":false}", "{\"total\":1}");
            assertThat(index.get("named")).isEmpty();
            assertThat(index.get("other")).isPresent();
            assertThat(register.audit().list(AuditFilter.ALL))
                    .extracting(AuditEntry::action, AuditEntry::subject)
                    .containsExactly(tuple("retention.expunged", ""), tuple("post.forgotten", "named"));
        }
    }

    private static IndexedPost collected(String id, Duration ago) {
        Instant time = NOW.minus(ago);
        String version = PostIds.version("", id);
        return new IndexedPost(
                new Post(id, version, "forum", "http://127.0.0.2/" + id, "", id, "", "", "", time, time),
                new Assessment(
                        id,
                        version,
                        Level.NONE,
                        List.of(),
                        Map.of(),
                        Stance.OPINION,
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        Insight.NONE),
                "");
    }
}
