package huxiao.index.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.text.Token;
import huxiao.index.text.Tokens;
import huxiao.model.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the cases the dot stands for the separator. */
class JoinedTermsTest {
    @ParameterizedTest
    @CsvSource({
        "来, ''",
        "来了, 来·了",
        "来了，带刀, 来·了 带·刀",
        "来！了 ABC吧, 了·abc abc·吧",
        "好好好, 好·好 好·好",
        "'', ''",
    })
    void characters_side_by_side_are_pairs_and_none_reaches_over_a_gap(String text, String terms) {
        assertThat(dots(String.join(" ", JoinedTerms.pairs(Tokens.characters(text)))))
                .isEqualTo(terms);
    }

    @Test
    void a_gap_between_words_is_a_term() {
        List<Token> words = Tokens.words(
                text -> List.of(new Word("明天", 0, 2), new Word("带刀", 3, 5), new Word("去", 5, 6)), "明天，带刀去");
        assertThat(dots(JoinedTerms.tokens(words))).isEqualTo("明天 · 带刀 去");
    }

    @Test
    void a_word_with_spaces_in_it_is_one_term_and_unlike_any_other() {
        List<String> terms = List.of("a b", "a\u3000b", "a\u2003b", "ab", " ").stream()
                .map(word -> JoinedTerms.tokens(List.of(new Token(word, 0, 0, 1))))
                .toList();
        assertThat(terms).doesNotHaveDuplicates().allMatch(term -> term.chars().noneMatch(Character::isWhitespace));
    }

    private static String dots(String terms) {
        return terms.replace(JoinedTerms.SEPARATOR, '·');
    }
}
