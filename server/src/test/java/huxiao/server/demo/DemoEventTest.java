package huxiao.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.Judge;
import huxiao.analysis.Judgement;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.AlertMember;
import huxiao.streaming.group.EventGrouping;
import huxiao.streaming.group.Fingerprint;
import huxiao.streaming.group.GroupSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the officer of the demo is alarmed for, as the shipped models and settings have it. */
class DemoEventTest {
    private static final Path CONFIG = DemoTruth.CONFIG.getParent();
    private static final Instant NOW = Instant.parse("2026-03-02T08:30:00Z");

    private final ConfigNode settings = ConfigNode.read(CONFIG.resolve("huxiao.yaml"));
    private final GroupSettings group = GroupSettings.from(settings.section("group"));
    private final Judge judge = Judge.load(
            AnalysisSettings.from(settings.section("analysis")),
            CONFIG,
            SchoolsCsv.read(CONFIG.resolve("schools.csv")));

    @Test
    void a_parent_and_a_shopkeeper_who_tell_of_the_man_at_the_gate_in_words_of_their_own_raise_one_alarm() {
        AlertMember parent = member("A", "L03");
        AlertMember shopkeeper = member("", "L07");

        assertThat(EventGrouping.match(shopkeeper, List.of(parent), group)).contains(parent);
    }

    private AlertMember member(String alert, String key) {
        DemoPost told = DemoPosts.read(DemoTruth.CONFIG.resolve("posts.jsonl")).stream()
                .filter(post -> post.k().equals(key))
                .findFirst()
                .orElseThrow();
        Instant at = NOW.plusSeconds(told.live());
        String id = PostIds.of("demo", "", told.text());
        Post post = new Post(
                id, PostIds.version(told.title(), told.text()), "", "", told.title(), told.text(), "", "", "", at, at);
        Judgement judgement = judge.judge(post);
        return new AlertMember(
                alert,
                id,
                new Likeness(Fingerprint.of(told.title(), told.text()), judgement.vector()),
                judgement.assessment().mainCategory().orElseThrow(),
                judgement.assessment().linkedSchools(),
                at,
                true);
    }
}
