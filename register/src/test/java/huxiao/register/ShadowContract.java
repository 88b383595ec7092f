package huxiao.register;

import static huxiao.register.World.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Level;
import huxiao.register.ShadowFilter.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a model that is not switched on says. */
interface ShadowContract extends RegisterFixture {
    private static ShadowJudgement judgement(String model, String post, Level before, Level after) {
        return judgement(model, post, before, after, MORNING);
    }

    private static ShadowJudgement judgement(
            String model, String post, Level before, Level after, Instant collectedAt) {
        return new ShadowJudgement(
                model,
                post,
                "v1",
                MORNING,
                collectedAt,
                before,
                after,
                before == Level.NONE ? "" : "bullying",
                after == Level.NONE ? "" : "violence_threat",
                before == after ? "" : "明天" + post.substring(0, Math.min(4, post.length())));
    }

    private List<String> listed(ShadowFilter filter) {
        return register().shadow().list(filter).differences().stream()
                .map(difference -> difference.judgement().postId())
                .toList();
    }

    @Test
    default void both_models_judgements_are_counted_and_only_what_differs_is_listed_however_often_it_is_met() {
        List<ShadowJudgement> met = List.of(
                judgement("m1", "same", Level.YELLOW, Level.YELLOW),
                judgement("m1", "new", Level.YELLOW, Level.ORANGE),
                judgement("m1", "lost", Level.RED, Level.BLUE),
                judgement("m1", "within", Level.ORANGE, Level.RED));
        register().shadow().put(met);
        ShadowSummary summary = register().shadow().summary("m1").orElseThrow();
        clock().advance(Duration.ofHours(1));
        List<ShadowJudgement> again = new ArrayList<>(met);
        Collections.reverse(again);
        register().shadow().put(again);
        register().shadow().put(List.of());
        assertThat(register().shadow().summary("m1")).contains(summary);
        assertThat(summary.judged()).isEqualTo(4);
        assertThat(summary.differing()).isEqualTo(3);
        assertThat(summary.newPolice()).isEqualTo(1);
        assertThat(summary.lostPolice()).isEqualTo(1);
        assertThat(summary.moves())
                .containsExactly(
                        new ShadowSummary.Move(Level.ORANGE, Level.RED, 1),
                        new ShadowSummary.Move(Level.YELLOW, Level.ORANGE, 1),
                        new ShadowSummary.Move(Level.RED, Level.BLUE, 1));
        ShadowFilter all = ShadowFilter.of("m1");
        assertThat(listed(all)).containsExactlyInAnyOrder("new", "lost", "within");
        assertThat(listed(all.with(Turn.NEW_POLICE))).containsExactly("new");
        assertThat(listed(all.with(Turn.LOST_POLICE))).containsExactly("lost");
        assertThat(register().shadow().list(all.with(Turn.NEW_POLICE)).differences())
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.judgement()).isEqualTo(met.get(1));
                    assertThat(difference.firstSeen()).isEqualTo(summary.since());
                    assertThat(difference.isNewPolice()).isTrue();
                    assertThat(difference.isLostPolice()).isFalse();
                });
    }

    @Test
    default void another_model_and_another_version_count_for_themselves() {
        register().shadow().put(List.of(judgement("old", "p", Level.NONE, Level.BLUE)));
        clock().advance(Duration.ofMinutes(1));
        register().shadow().put(List.of(judgement("new", "p", Level.NONE, Level.NONE)));
        assertThat(register().shadow().models()).containsExactly("new", "old");
        assertThat(register().shadow().summary("new").orElseThrow().differing()).isZero();
        assertThat(register().shadow().summary("old").orElseThrow().differing()).isEqualTo(1);
        assertThat(register().shadow().summary("none")).isEmpty();
        ShadowJudgement edited = new ShadowJudgement(
                "old", "p", "v2", MORNING, MORNING, Level.NONE, Level.RED, "", "violence_threat", "改过");
        register().shadow().put(List.of(edited));
        assertThat(register().shadow().summary("old").orElseThrow().judged()).isEqualTo(2);
    }

    @Test
    default void pages_are_newest_first_and_whole() {
        Set<String> put = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            register().shadow().put(List.of(judgement("m", "p" + i, Level.NONE, Level.BLUE)));
            put.add("p" + i);
            clock().advance(Duration.ofSeconds(i % 2));
        }
        List<String> met = new ArrayList<>();
        ShadowPage page = register().shadow().list(ShadowFilter.of("m").page(2, ""));
        Instant newest = page.differences().get(0).firstSeen();
        while (true) {
            assertThat(page.total()).isEqualTo(7);
            for (ShadowDifference difference : page.differences()) {
                assertThat(difference.firstSeen()).isBeforeOrEqualTo(newest);
                newest = difference.firstSeen();
                met.add(difference.judgement().postId());
            }
            if (page.next().isEmpty()) {
                break;
            }
            page = register().shadow().list(ShadowFilter.of("m").page(2, page.next()));
        }
        assertThat(met).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    default void strange_words_and_ids_are_stored_and_all_of_it_is_forgotten_with_the_posts() {
        String strange = "half\ud83d\u0000";
        register()
                .shadow()
                .put(List.of(
                        judgement("m", strange, Level.NONE, Level.BLUE),
                        judgement("m", "x".repeat(9000), Level.NONE, Level.RED),
                        judgement("m", "young", Level.NONE, Level.RED, MORNING.plus(Duration.ofDays(2)))));
        assertThat(listed(ShadowFilter.of("m"))).hasSize(3).contains("half\uFFFD\uFFFD");
        assertThat(register()
                        .forget(MORNING.plus(Duration.ofDays(1)), Instant.EPOCH)
                        .shadow())
                .isEqualTo(4);
        assertThat(listed(ShadowFilter.of("m"))).containsExactly("young");
        assertThat(register().shadow().summary("m").orElseThrow().judged()).isEqualTo(1);
    }
}
