package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.crawler.SourcesFile;
import huxiao.index.Hit;
import huxiao.index.IndexedPost;
import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.Query;
import huxiao.model.Alert;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.server.web.TestCity;
import huxiao.streaming.Openers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisteredPostsTest {
    @TempDir
    Path folder;

    @Test
    void an_index_is_filled_from_the_register_with_the_posts_of_every_alert_once() throws Exception {
        ConfigFiles files = ConfigFiles.builtIn();
        var schools = SchoolsCsv.read(files.resolve("schools.csv"));
        var context = Openers.searchContext(schools, Clock.systemUTC());
        try (TestCity city = new TestCity(folder);
                InMemoryIndex index = new InMemoryIndex(context)) {
            var register =
                    ReindexRun.Recorded.of(city.register(), () -> Openers.judge(files, schools), SourcesFile.empty());
            List<String> lines = new ArrayList<>();
            ReindexRun run = new ReindexRun(index, context, register, Map.of());
            run.run(ReindexRun.REGISTER, "", lines::add);
            run.run(ReindexRun.REGISTER, "", lines::add);

            for (String name : TestCity.ALERTS) {
                Alert alert = city.alert(name);
                IndexedPost found = index.get(alert.post().id()).orElseThrow();
                assertThat(found.alertId()).isEqualTo(alert.id());
                assertThat(found.post().text()).isEqualTo(alert.post().text());
                assertThat(found.post().collectedAt()).isEqualTo(alert.post().collectedAt());
            }
            long all = index.count();
            assertThat(all).isGreaterThanOrEqualTo(TestCity.ALERTS.size());
            assertThat(lines.get(0)).contains("\"total\":" + all, "\"written\":" + all);
            assertThat(lines.get(1)).as("a second run").contains("\"written\":0");
            try (Stream<Hit> hits = index.stream(new Query.Everything())) {
                assertThat(hits.map(hit -> hit.indexed().post().author())).containsOnly("");
            }
        }
    }

    @Test
    void a_post_that_is_taken_out_of_its_alert_while_it_is_read_is_written_in_its_new_one() throws Exception {
        ConfigFiles files = ConfigFiles.builtIn();
        var schools = SchoolsCsv.read(files.resolve("schools.csv"));
        try (TestCity city = new TestCity(folder);
                InMemoryIndex index = new InMemoryIndex(Openers.searchContext(schools, Clock.systemUTC()))) {
            city.join("beside", "other");
            var register =
                    ReindexRun.Recorded.of(city.register(), () -> Openers.judge(files, schools), SourcesFile.empty());
            List<IndexedPost> read = register.posts().get().toList();
            String both = city.alert("other").id();
            int revision = city.register().alerts().find(both).orElseThrow().revision();
            Alert apart = city.register().alerts().part(both, Set.of("beside"), revision, "analyst", "");

            var late = new ReindexRun.Recorded(register.standings(), read::stream, register.alerts());
            new ReindexRun(index, Openers.searchContext(schools, Clock.systemUTC()), late, Map.of())
                    .run(ReindexRun.REGISTER, "", line -> {});
            assertThat(index.get("beside").orElseThrow().alertId()).isEqualTo(apart.id());
            assertThat(index.get(city.alert("other").post().id()).orElseThrow().alertId())
                    .isEqualTo(both);
        }
    }
}
