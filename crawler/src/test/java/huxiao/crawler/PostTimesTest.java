package huxiao.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostTimesTest {
    /** 10:00 in Shanghai. */
    private static final Instant NOW = TestSources.NOW;

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:30:00+08:00, 2026-11-23T00:30:00Z",
        "2026-11-23T08:30:00.123Z, 2026-11-23T08:30:00Z",
        "2026-11-23T08:30:00-0500, 2026-11-23T13:30:00Z",
        "2026-11-23 08:30, 2026-11-23T00:30:00Z",
        "2026-11-23 08:30:15, 2026-11-23T00:30:15Z",
        "2026/1/3 8:30, 2026-01-03T00:30:00Z",
        "2026.11.23, 2026-11-22T16:00:00Z",
        "发表于 2026-11-23 08:30, 2026-11-23T00:30:00Z",
        "2026年11月23日 8时30分, 2026-11-23T00:30:00Z",
        "2026年11月23日 下午3:05, 2026-11-23T07:05:00Z",
        "'Mon, 23 Nov 2026 08:30:00 GMT', 2026-11-23T08:30:00Z",
        "'Mon, 23 Nov 2026 08:30:00 +0800', 2026-11-23T00:30:00Z",
        "'23 November 26 08:30 CST', 2026-11-23T00:30:00Z",
        "1795393800, 2026-11-23T00:30:00Z",
        "1795393800999, 2026-11-23T00:30:00Z",
        "刚刚, 2026-11-24T02:00:00Z",
        "30秒前, 2026-11-24T01:59:30Z",
        "5 分钟前, 2026-11-24T01:55:00Z",
        "半小时前, 2026-11-24T01:30:00Z",
        "3小时前, 2026-11-23T23:00:00Z",
        "2天前, 2026-11-22T02:00:00Z",
        "今天 08:15, 2026-11-24T00:15:00Z",
        "昨天 23:59, 2026-11-23T15:59:00Z",
        "前天, 2026-11-21T16:00:00Z",
        "11-23 08:30, 2026-11-23T00:30:00Z",
        "12-31 08:30, 2025-12-31T00:30:00Z",
        "11月3日 08:30, 2026-11-03T00:30:00Z"
    })
    void the_usual_forms_are_read(String text, Instant expected) {
        assertThat(PostTimes.parse(text, "", NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "很久以前",
                "2026-02-30 08:00",
                "2026-11-23 25:61",
                "9999-01-01",
                "1970-01-01",
                "12345",
                "32 Foo 2026 08:00"
            })
    void what_tells_no_time_is_none(String text) {
        assertThat(PostTimes.parse(text, "", NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "23.11.2026 08:30, dd.MM.yyyy HH:mm, 2026-11-23T00:30:00Z",
        "26/11/23, yy/MM/dd, 2026-11-22T16:00:00Z",
        "2026-11-23 08:30 +0000, yyyy-MM-dd HH:mm xx, 2026-11-23T08:30:00Z"
    })
    void a_format_of_the_source_is_used(String text, String format, Instant expected) {
        assertThat(PostTimes.parse(text, format, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "gestern", "08:30"})
    void what_does_not_fit_the_format_is_none(String text) {
        assertThat(PostTimes.parse(text, "dd.MM.yyyy HH:mm", NOW)).isEmpty();
    }

    @Property(tries = 500)
    void any_text_tells_a_time_or_none(@ForAll String text) {
        assertThat(PostTimes.parse(text, "", NOW)).isNotNull();
    }
}
