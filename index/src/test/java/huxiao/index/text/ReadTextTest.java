package huxiao.index.text;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.IndexedPost;
import huxiao.index.PostFixture;
import huxiao.index.TestCity;
import huxiao.model.Word;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ReadTextTest {
    @Test
    void words_of_what_was_read_point_to_what_was_written() {
        List<CutText> cuts = cuts(PostFixture.post("a").text("明天呆*刀去").hidden("呆*刀", "带刀"));
        assertThat(cuts).hasSize(3);
        assertThat(cuts.get(2).words())
                .containsExactly(new Token("明天", 0, 0, 2), new Token("带刀", 1, 2, 5), new Token("去", 2, 5, 6));
    }

    @Test
    void what_was_read_as_it_is_written_is_searched_once() {
        assertThat(cuts(PostFixture.post("a").text("明天A去").hidden("A", "a"))).hasSize(2);
        assertThat(cuts(PostFixture.post("a").text("明天去"))).hasSize(2);
    }

    @Test
    void of_changes_over_each_other_the_first_counts_and_one_of_another_text_does_not() {
        List<CutText> cuts =
                cuts(PostFixture.post("a").text("明天呆刀去").hidden("呆刀", "带刀").hidden("刀去", "学校"));
        assertThat(cuts.get(2).characters()).extracting(Token::text).containsExactly("明", "天", "带", "刀", "去");
        assertThat(cuts(PostFixture.post("a").text("呆刀去").hidden("呆刀", "带刀").text("明天呆刀去")))
                .hasSize(2);
    }

    @Test
    void of_several_words_for_one_sign_the_later_ones_are_nowhere() {
        IndexedPost post = PostFixture.post("a").text("呆刀㍿").hidden("呆刀", "带刀").build();
        List<CutText> cuts = post.cuts(text -> text.isEmpty()
                ? List.of()
                : List.of(new Word(text.substring(0, 2), 0, 2), new Word("株式", 2, 3), new Word("会社", 2, 3)));
        assertThat(cuts.get(2).words())
                .containsExactly(new Token("带刀", 0, 0, 2), new Token("株式", 1, 2, 3), new Token("会社", 2, 3, 3));
    }

    @Property
    void every_token_points_into_the_text(
            @ForAll @Chars({'带', '刀', '，', ' ', 'Ａ'}) @AlphaChars @StringLength(max = 12) String text,
            @ForAll @IntRange(max = 12) int first,
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @Chars({'学', '校', '，', 'b'}) @StringLength(max = 4) String read) {
        for (CutText cut : cuts(PostFixture.post("a").text(text).hidden(first, count, read))) {
            assertThat(cut.words()).allMatch(token -> isIn(text, token));
            assertThat(cut.characters()).allMatch(token -> isIn(text, token));
            assertThat(cut.characters()).extracting(Token::start).isSorted();
        }
    }

    private static boolean isIn(String text, Token token) {
        return token.start() >= 0 && token.start() < token.end() && token.end() <= text.length();
    }

    private static List<CutText> cuts(PostFixture post) {
        IndexedPost built = post.build();
        return built.cuts(TestCity.CONTEXT.segmenter());
    }
}
