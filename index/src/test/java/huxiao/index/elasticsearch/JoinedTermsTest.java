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
        "来, ·来 来·",
        "来了, ·来 来·了 了·",
        "来了，带刀, ·来 来·了 了· ·带 带·刀 刀·",
        "来！了 ABC吧, ·来 来· ·了 了·abc abc·吧 吧·",
        "'', ''",
    })
    void runs_of_characters_begin_and_end_with_a_mark(String text, String terms) {
        assertThat(dots(JoinedTerms.runs(Tokens.characters(text)))).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource({
        "来了, 来·了",
        "来了带, 来·了 了·带",
        "来，了, 来· ·了",
        "来了，带刀, 来·了 了· ·带 带·刀",
        "来，了，带刀, 来· ·了 了· ·带 带·刀",
    })
    void a_phrase_leaves_open_what_stands_before_and_after_it(String phrase, String terms) {
        assertThat(dots(JoinedTerms.phrase(Tokens.characters(phrase)))).isEqualTo(terms);
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
