package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {
    @Test
    void a_cursor_comes_back_as_it_was() {
        assertThat(Pages.decode(Pages.encode(-62_135_596_800_000_000L, "a:护")))
                .isEqualTo(new Pages.Cursor(-62_135_596_800_000_000L, "a:护"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "eA", "Ong", "1:x", "' or 1=1"})
    void what_is_no_cursor_is_refused_before_any_query(String cursor) {
        assertThatThrownBy(() -> AlertFilter.ALL.page(10, cursor)).hasMessageContaining("the cursor that came with");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void a_page_has_a_size(int limit) {
        assertThatThrownBy(() -> HazardFilter.ALL.page(limit, "")).hasMessageContaining("allowed: 1 to 1000");
    }
}
