package huxiao.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Property
    void a_line_never_breaks_and_never_hides_anything(@ForAll String text) {
        String line = PlainText.line(text, 40);
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(40);
        assertThat(line.codePoints()
                        .noneMatch(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.SURROGATE))
                .isTrue();
    }

    @Property
    void cleaning_twice_changes_nothing(@ForAll String text) {
        String once = PlainText.lines(text, Integer.MAX_VALUE);
        assertThat(PlainText.lines(once, Integer.MAX_VALUE)).isEqualTo(once);
    }

    @Test
    void a_header_cannot_be_smuggled_in() {
        assertThat(PlainText.line("一中\r\nBcc: all@example\u2028x\u0000", 100)).isEqualTo("一中 Bcc: all@example x");
    }

    @Test
    void text_is_not_turned_around() {
        assertThat(PlainText.lines("a\u202Eb\r\nc\rd", 100)).isEqualTo("a b\nc\nd");
    }

    @Test
    void a_cut_shows_and_splits_no_character() {
        assertThat(PlainText.line("😀😀😀", 2)).isEqualTo("😀…");
    }
}
