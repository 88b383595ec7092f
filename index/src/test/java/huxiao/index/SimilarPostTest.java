package huxiao.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.model.Json;
import huxiao.model.Likeness;
import java.util.Collections;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimilarPostTest {
    @Property
    boolean copies_share_a_band(
            @ForAll long fingerprint,
            @ForAll @IntRange(max = 63) int a,
            @ForAll @IntRange(max = 63) int b,
            @ForAll @IntRange(max = 63) int c) {
        Likeness original = new Likeness(fingerprint, "");
        Likeness copy = new Likeness(fingerprint ^ (1L << a) ^ (1L << b) ^ (1L << c), "");
        return !original.isCopyOf(copy, SimilarPost.COPY_BITS)
                || !Collections.disjoint(SimilarPost.bands(original), SimilarPost.bands(copy));
    }

    @Test
    void a_post_of_an_older_index_is_compared_by_nothing() {
        IndexedPost post = PostFixture.post("a").written(7).telling(30).build();
        ObjectNode older = (ObjectNode) Json.tree(Json.write(post));
        assertThat(older.remove("likeness")).isNotNull();
        IndexedPost read = Json.read(older.toString(), IndexedPost.class);
        assertThat(read.likeness()).isEqualTo(Likeness.NONE);
        assertThat(read.post()).isEqualTo(post.post());
    }

    @Test
    void a_text_without_letters_has_no_bands() {
        assertThat(SimilarPost.bands(Likeness.NONE)).isEmpty();
        assertThat(SimilarPost.bands(new Likeness(1, ""))).hasSize(4).doesNotHaveDuplicates();
    }
}
