package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Assessment;
import huxiao.model.Change;
import huxiao.model.Cloak;
import huxiao.model.Level;
import huxiao.model.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnhidingTest {
    private static Assessment assess(String text) {
        return Fixtures.JUDGE.assess(Fixtures.post(text));
    }

    @ParameterizedTest
    @CsvSource({
        "有人在市一中门口kan人了！快报警,kan人,砍人,PINYIN",
        "有人要跳🏢！师院附中教学楼顶！,跳🏢,跳楼,EMOJI",
        "我明天带刀去学校扌甬死王老师,扌甬死,捅死,SPLIT",
        "校门口有人拿菜 刀砍*人,砍*人,砍人,GAPS",
        "有人要跳樓！教學樓頂！,跳樓,跳楼,TRADITIONAL",
        "有人要跳\u200b楼！教学楼顶！,跳\u200b楼,跳楼,INVISIBLE",
    })
    void danger_that_was_hidden_is_found_and_shown(String text, String written, String read, Cloak trick) {
        Assessment assessment = assess(text);
        assertThat(assessment.level()).isNotEqualTo(Level.NONE);
        assertThat(assessment.insight().changes())
                .extracting(change -> change.span().text(), Change::read, Change::trick)
                .contains(org.assertj.core.groups.Tuple.tuple(written, read, trick));
    }

    @ParameterizedTest
    @ValueSource(strings = {"市五中后门打起来了 十几个人拿着钢管 有人流血了", "今天天气真好", "鲨鱼裤和紫砂壶都好看"})
    void what_is_written_plainly_has_no_changes(String text) {
        assertThat(assess(text).insight().changes()).isEmpty();
    }

    @Test
    void the_screen_lets_hidden_danger_through() {
        double plain = Fixtures.JUDGE.screen(Fixtures.post("他说想自杀")).probability();
        double hidden = Fixtures.JUDGE.screen(Fixtures.post("他说想zs")).probability();
        assertThat(hidden).isGreaterThanOrEqualTo(plain * 0.99);
    }

    @Test
    void a_judge_of_what_is_written_alone_reads_no_hidden_words() {
        Post hidden = Fixtures.post("我明天带🔪去学校tong死王老师");
        assertThat(Fixtures.JUDGE.assess(hidden).insight().changes()).isNotEmpty();
        assertThat(Fixtures.JUDGE.asWritten().assess(hidden).insight().changes())
                .isEmpty();
    }

    @Test
    void a_far_fetched_reading_needs_more_danger_than_a_near_one() {
        Assessment none = assess("今天天气真好");
        Assessment danger = assess("校门口现在有个男的拿着砍刀追学生");
        double threshold = danger.score() - 0.5; // a margin that a picture clears and a far-fetched homophone does not
        assertThat(ReadingChoice.prefers(none, danger, threshold, 0.4)).isTrue();
        assertThat(ReadingChoice.prefers(none, danger, threshold, 3)).isFalse();
        assertThat(ReadingChoice.prefers(danger, none, threshold, 0.4)).isFalse();
    }
}
