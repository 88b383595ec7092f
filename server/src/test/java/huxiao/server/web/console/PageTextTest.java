package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Schools;
import huxiao.server.web.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class PageTextTest {
    private final PageText text = new PageText(
            new StaticMessageSource(),
            Locale.ENGLISH,
            new Schools(List.of()),
            new TestClock(Instant.parse("2025-12-31T17:00:00Z")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                " javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//evil.example/x",
                "/relative",
                "",
                "http://",
                "http:///path",
                "https://user:pass@bank.example/",
                "file:///etc/passwd",
                "http://a b",
                "http://x\"onclick=y"
            })
    void only_plain_web_addresses_are_links(String url) {
        assertThat(text.link(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://forum.example/t/1?a=b, https://forum.example/t/1?a=b",
        "HTTP://forum.example, HTTP://forum.example",
        "https://forum.example/帖, https://forum.example/%E5%B8%96"
    })
    void web_addresses_are_links(String url, String href) {
        assertThat(text.link(url)).hasValue(href);
    }

    @Test
    void times_are_those_of_china_and_name_another_year() {
        assertThat(text.today()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(text.time(Instant.parse("2026-01-01T00:30:00Z"))).isEqualTo("01-01 08:30");
        assertThat(text.time(Instant.parse("2025-01-01T00:30:00Z"))).isEqualTo("2025-01-01 08:30");
        assertThat(text.day(LocalDate.MIN)).isEqualTo("—");
    }

    @Test
    void a_reason_without_words_is_shown_by_its_key() {
        assertThat(text.reason("rule:new_one")).isEqualTo("rule:new_one");
    }

    @Test
    void a_line_never_ends_in_half_a_character() {
        assertThat(text.line("a".repeat(89) + "😀😀")).isEqualTo("a".repeat(89) + "…");
    }
}
