package huxiao.index;

import static huxiao.index.PostFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.index.query.PostStatus;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import huxiao.model.Likeness;
import org.junit.jupiter.api.Test;

class IndexedPostTest {
    private static final IndexedPost VERIFIED =
            post("a").alert("alert").stands(AlertStatus.VERIFIED, 3).build();

    @Test
    void it_comes_back_from_its_stored_form() {
        assertThat(Json.read(Json.write(VERIFIED), IndexedPost.class)).isEqualTo(VERIFIED);
        assertThat(Json.write(VERIFIED)).contains("\"status\":\"verified\",\"alertRevision\":3");
        IndexedPost harmless = post("b").build();
        assertThat(Json.read(Json.write(harmless), IndexedPost.class)).isEqualTo(harmless);
    }

    @Test
    void one_that_was_stored_before_there_was_a_status_counts_as_unverified() {
        ObjectNode old = (ObjectNode) Json.tree(Json.write(VERIFIED));
        old.remove("status");
        old.remove("alertRevision");
        assertThat(Json.read(old.toString(), IndexedPost.class))
                .isEqualTo(VERIFIED.in(AlertState.of("alert", AlertStatus.UNVERIFIED, 0)));
        ObjectNode harmless = (ObjectNode) Json.tree(Json.write(post("b").build()));
        harmless.remove("status");
        assertThat(Json.read(harmless.toString(), IndexedPost.class).status()).isEqualTo(PostStatus.NONE);
    }

    @Test
    void it_has_a_status_exactly_when_it_has_an_alert() {
        assertThatThrownBy(() -> new IndexedPost(
                        VERIFIED.post(), VERIFIED.assessment(), "", PostStatus.VERIFIED, 1, Likeness.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IndexedPost(
                        VERIFIED.post(), VERIFIED.assessment(), "alert", PostStatus.NONE, 1, Likeness.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
