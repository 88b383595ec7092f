package huxiao.index;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.AlertStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertStateTest {
    private static final AlertState FIRST = AlertState.of("b", AlertStatus.UNVERIFIED, 0);

    @Test
    void what_says_nothing_changes_no_post_whether_it_is_known_or_not() {
        AlertState merged = new AlertState("a", AlertStatus.MERGED, 2, "b");
        List<IndexedPost> posts = List.of(
                PostFixture.post("none").build(),
                PostFixture.post("first").alert("b").build(),
                PostFixture.post("later")
                        .alert("b")
                        .stands(AlertStatus.VERIFIED, 3)
                        .build(),
                PostFixture.post("taken-over").alert("a").build());
        assertThat(FIRST.saysNothing()).isTrue();
        for (IndexedPost post : posts) {
            assertThat(applied(post, Map.of("a", merged, "b", FIRST))).isEqualTo(applied(post, Map.of("a", merged)));
        }
    }

    @Test
    void a_status_a_revision_or_another_alert_says_something() {
        assertThat(AlertState.of("b", AlertStatus.REJECTED, 0).saysNothing()).isFalse();
        assertThat(AlertState.of("b", AlertStatus.UNVERIFIED, 1).saysNothing()).isFalse();
        assertThat(new AlertState("b", AlertStatus.UNVERIFIED, 0, "c").saysNothing())
                .isFalse();
    }

    private static IndexedPost applied(IndexedPost post, Map<String, AlertState> known) {
        return AlertState.applied(post, alert -> Optional.ofNullable(known.get(alert)));
    }
}
