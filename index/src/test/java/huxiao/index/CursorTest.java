package huxiao.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Property(tries = 300)
    void a_cursor_survives_its_own_form(@ForAll long time, @ForAll @NotEmpty String id) {
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(id));
        Cursor cursor = new Cursor(time, id);
        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "AAAAAAAAAAA", "not a cursor!", "AAAAAAAAAAD_", "带刀"})
    void what_is_no_cursor_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a cursor");
    }

    @Test
    void newer_comes_before_older_and_then_the_lesser_id() {
        assertThat(new Cursor(2, "b")).isLessThan(new Cursor(1, "a")).isGreaterThan(new Cursor(2, "a"));
    }
}
