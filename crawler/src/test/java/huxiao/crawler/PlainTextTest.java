package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    private static String text(String html) {
        return PlainText.of(Jsoup.parseBodyFragment(html).body());
    }

    @ParameterizedTest
    @CsvSource({
        "<p>一</p><p>二</p>, 一NN二",
        "一<br>二<br/><br>三, 一N二NN三",
        "<div>一</div><div>二</div>, 一N二",
        "<ul><li>一<li>二</ul>, 一N二",
        "<b>一</b>二<i>三</i>, 一二三",
        "一 &nbsp; 二, 一 二",
        "<script>alert(1)</script>一<style>p{}</style>, 一",
        "一<span hidden>藏</span>二, 一二",
        "打死你<img alt='[哭]'>, 打死你[哭]",
        "一<img alt='这是一张很长很长的图片说明文字'>, 一",
        "<table><tr><td>一</td><td>二</td></tr></table>, 一 二",
        "&lt;script&gt;, <script>"
    })
    void markup_becomes_the_words_that_a_reader_sees(String html, String expected) {
        assertThat(text(html)).isEqualTo(expected.replace("N", "\n"));
    }

    @Test
    void a_line_break_in_the_source_is_no_paragraph() {
        assertThat(text("<p>校门口\n  有人</p>")).isEqualTo("校门口 有人");
        assertThat(text("<pre>校门口\n有人</pre>")).isEqualTo("校门口\n有人");
    }

    @Test
    void a_text_is_cut_at_its_bound_and_never_inside_a_character() {
        assertThat(PlainText.clean("a" + "𠮷".repeat(20_000))).hasSize(19_999);
        assertThat(PlainText.clean("好".repeat(30_000))).hasSize(20_000);
        assertThat(PlainText.line("好".repeat(30_000))).hasSize(500);
    }

    @Test
    void markup_nested_without_end_is_walked_in_time() {
        String html = "<div><b>".repeat(50_000) + "救命";

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(text(html)).isEqualTo("救命"));
    }

    @Property(tries = 500)
    void a_clean_text_is_clean(@ForAll String text) {
        String clean = PlainText.clean(text);

        assertThat(clean).isEqualTo(PlainText.clean(clean)).doesNotContain("\u0000", "\r", "\n\n\n");
        assertThat(clean.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
