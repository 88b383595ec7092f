package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Schools;
import huxiao.model.Stance;
import huxiao.model.config.SchoolsCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoTextsTest {
    private static final int SHARED_RUN = 15;
    private static final Set<Stance> HARMLESS = Set.of(Stance.OPINION, Stance.HYPERBOLE, Stance.FICTION, Stance.DRILL);

    private final List<DemoPost> posts = DemoPosts.read(DemoTruth.CONFIG.resolve("posts.jsonl"));

    @Test
    void posts_and_truth_have_the_same_keys_in_the_same_order() throws IOException {
        assertThat(DemoTruth.readAll())
                .extracting(DemoTruth::k)
                .isEqualTo(keys())
                .doesNotHaveDuplicates();
    }

    @Test
    void there_are_enough_posts_mostly_harmless_some_live() throws IOException {
        assertThat(posts).hasSizeGreaterThanOrEqualTo(1200);
        assertThat(DemoTruth.readAll())
                .filteredOn(truth -> truth.level() == Level.NONE)
                .hasSizeGreaterThan(posts.size() / 2);
        assertThat(DemoTruth.readAll()).extracting(DemoTruth::level).contains(Level.values());
        assertThat(posts).filteredOn(post -> post.live() > 0).hasSizeGreaterThanOrEqualTo(20);
        assertThat(posts).extracting(DemoPost::day).allMatch(day -> day <= 90);
    }

    @Test
    void the_first_minute_shows_a_red_alarm() throws IOException {
        Map<String, DemoPost> byKey = posts.stream().collect(Collectors.toMap(DemoPost::k, post -> post));

        assertThat(DemoTruth.readAll())
                .filteredOn(truth -> truth.level() == Level.RED)
                .anyMatch(truth ->
                        byKey.get(truth.k()).live() > 0 && byKey.get(truth.k()).live() <= 60);
    }

    @Test
    void labels_keep_the_rules_of_labelling() throws IOException {
        Schools schools = SchoolsCsv.read(DemoTruth.CONFIG.resolveSibling("schools.csv"));

        assertThat(DemoTruth.readAll()).allSatisfy(truth -> {
            assertThat(truth.categories().isEmpty())
                    .as("NONE alone has no category")
                    .isEqualTo(truth.level() == Level.NONE);
            assertThat(truth.categories()).doesNotHaveDuplicates();
            assertThat(truth.level() == Level.NONE || !HARMLESS.contains(truth.stance()))
                    .as("a danger is told in earnest")
                    .isTrue();
            assertThat(truth.schools()).doesNotHaveDuplicates().allMatch(code -> schools.byCode(code)
                    .isPresent());
        });
    }

    @Test
    void posts_hold_no_truth() throws IOException {
        Set<String> fields = new HashSet<>();
        for (String line : Files.readAllLines(DemoTruth.CONFIG.resolve("posts.jsonl"))) {
            Json.tree(line).fieldNames().forEachRemaining(fields::add);
        }

        assertThat(fields)
                .containsExactlyInAnyOrder(
                        "k", "site", "board", "thread", "title", "author", "day", "time", "live", "text");
    }

    @Test
    void no_two_posts_share_fifteen_characters_unless_of_one_event() throws IOException {
        Map<String, String> events =
                DemoTruth.readAll().stream().collect(Collectors.toMap(DemoTruth::k, DemoTruth::event));
        Map<String, DemoPost> first = new HashMap<>();
        List<String> shared = new ArrayList<>();
        for (DemoPost post : posts) {
            for (int i = 0; i + SHARED_RUN <= post.text().length(); i++) {
                DemoPost other = first.putIfAbsent(post.text().substring(i, i + SHARED_RUN), post);
                if (other != null && !other.equals(post) && !isOneEvent(events.get(other.k()), events.get(post.k()))) {
                    shared.add(other.k() + " and " + post.k());
                }
            }
        }

        assertThat(shared).isEmpty();
    }

    private static boolean isOneEvent(String one, String other) {
        return !one.isEmpty() && one.equals(other);
    }

    private List<String> keys() {
        return posts.stream().map(DemoPost::k).toList();
    }
}
