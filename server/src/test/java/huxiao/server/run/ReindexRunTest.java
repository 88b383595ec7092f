package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.IndexSettings;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.lucene.LuceneIndex;
import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.PostStatus;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Schools;
import huxiao.model.Stance;
import huxiao.register.RegisterChange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReindexRunTest {
    private static final SearchContext CONTEXT =
            SearchContext.of(text -> List.of(), SchoolLookup.of(new Schools(List.of())), Clock.systemUTC());

    @TempDir
    Path folder;

    @Test
    void posts_that_know_no_decision_stand_where_the_register_says() throws IOException {
        try (PostIndex source = LuceneIndex.open(folder, CONTEXT, IndexSettings.DEFAULT)) {
            source.put(List.of(post("p1", "a"), post("p2", "b"), post("p3", "c"), post("p4", "")));
        }
        List<RegisterChange> standings = List.of(
                standing("a", 2, "rejected", ""), standing("b", 2, "merged", "d"), standing("d", 3, "verified", ""));
        List<String> lines = new ArrayList<>();
        InMemoryIndex target = new InMemoryIndex(CONTEXT);
        new ReindexRun(
                        target,
                        CONTEXT,
                        new ReindexRun.Recorded(() -> standings, Stream::empty, Optional.empty()),
                        Map.of())
                .run(folder.toString(), "", lines::add);
        assertThat(lines).singleElement().satisfies(line -> assertThat(Json.tree(line))
                .isEqualTo(Json.tree("{\"total\":4,\"written\":4,\"refused\":0}")));
        assertThat(List.of("p1", "p2", "p3", "p4"))
                .extracting(id -> target.get(id).orElseThrow().status())
                .containsExactly(PostStatus.REJECTED, PostStatus.VERIFIED, PostStatus.UNVERIFIED, PostStatus.NONE);
        assertThat(target.get("p2").orElseThrow().alertId()).isEqualTo("d");
    }

    private static RegisterChange standing(String alert, int revision, String status, String mergedInto) {
        return new RegisterChange(
                0,
                0,
                "standing",
                alert,
                "",
                revision,
                "{\"status\":\"" + status + "\",\"mergedInto\":\"" + mergedInto + "\"}");
    }

    private static IndexedPost post(String id, String alert) {
        Instant time = Instant.parse("2026-11-01T00:00:00Z");
        String version = PostIds.version("", "有人打架");
        return new IndexedPost(
                new Post(id, version, "forum", "", "", "有人打架", "", "", "", time, time),
                new Assessment(
                        id,
                        version,
                        alert.isEmpty() ? Level.NONE : Level.YELLOW,
                        alert.isEmpty() ? List.of() : List.of(Category.VIOLENCE_INCIDENT),
                        Map.of(),
                        Stance.REPORT,
                        List.of(),
                        0,
                        0,
                        List.of(),
                        List.of(),
                        Insight.NONE),
                alert);
    }
}
