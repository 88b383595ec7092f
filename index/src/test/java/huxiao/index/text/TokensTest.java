package huxiao.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            带刀 | 带@0 刀@1
            ＡＢＣ１班 | abc1@0 班@1
            打 110 ！ | 打@0 110@1
            a，b！？c | a@0 b@2 c@4
            '，，a' | a@0
            带\u200B刀 | 带@0 刀@1
            👍🏻好 | 👍@0 好@1
            '第1行
            第2行' | 第@0 1@1 行@2 第@4 2@5 行@6
            ѐñ がハ | ѐñ@0 が@1 ハ@2
            '!?' | ''
            """)
    void characters_are_cut_as(String text, String expected) {
        assertThat(Tokens.characters(text).stream()
                        .map(token -> token.text() + "@" + token.position())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void characters_stand_in_order_and_inside_the_text(@ForAll String text) {
        int end = 0;
        int position = -1;
        for (Token token : Tokens.characters(text)) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isBetween(token.start() + 1, text.length());
            assertThat(token.position() - position).isBetween(1, 2);
            assertThat(token.text()).isNotEmpty().hasSizeLessThanOrEqualTo(Tokens.MAX_LENGTH + 1);
            end = token.end();
            position = token.position();
        }
        assertThat(Tokens.isSearchable(text)).isEqualTo(position >= 0);
    }

    @Test
    void words_of_a_careless_segmenter_are_put_right() {
        Segmenter careless = text -> List.of(
                new Word("一", 0, 1),
                new Word("", 1, 2),
                new Word("\uD800", 1, 2),
                new Word("长".repeat(100), 1, 3),
                new Word("回", 0, 1),
                new Word("外", 90, 99));
        assertThat(Tokens.words(careless, "一，二三"))
                .containsExactly(
                        new Token("一", 0, 0, 1),
                        new Token("长".repeat(64), 1, 1, 3),
                        new Token("回", 2, 3, 3),
                        new Token("外", 3, 4, 4));
    }
}
