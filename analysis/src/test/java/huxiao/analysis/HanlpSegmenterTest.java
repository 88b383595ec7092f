package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Word;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HanlpSegmenterTest {
    private final HanlpSegmenter segmenter = new HanlpSegmenter();

    @Test
    void leaves_punctuation_and_spaces_out() {
        assertThat(segmenter.cut("学校，门口！ 有人")).extracting(Word::text).containsExactly("学校", "门口", "有人");
    }

    @Test
    void words_are_normalised_and_offsets_are_the_texts_own() {
        String text = "ＡＰＰ裡的學\u200b校";
        List<Word> words = segmenter.cut(text);
        Word school = words.get(words.size() - 1);
        assertThat(school.text()).isEqualTo("学校");
        assertThat(text.substring(school.start(), school.end())).isEqualTo("學\u200b校");
    }

    @Test
    void a_long_text_is_cut_to_its_end() {
        String text = "沧澜市第一中学的学生在操场上跑步".repeat(2_000);
        List<Word> words = segmenter.cut(text);
        assertThat(words.get(words.size() - 1).end()).isEqualTo(text.length());
    }

    @Test
    void many_threads_cut_alike() {
        String text = "今天放学后校门口有两个学生打起来了";
        List<Word> once = segmenter.cut(text);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> segmenter.cut(text)))
                .allMatch(once::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "今天，有人在校门口打人！！", "他说 app 里有", "一二 三四", "打人😀。"})
    void keeps_letters_that_stand_in_words_as_they_are_written(String text) {
        assertThat(segmenter.keepsLetters(text)).isEqualTo(!text.contains("😀"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"學校", "ＡＰＰ", "App", "砍*死", "砍 死 你", "学\u200b校", "㍿", "①班", "𠀀", "\ud800"})
    void tells_of_letters_that_words_change_or_bring_together(String text) {
        assertThat(segmenter.keepsLetters("他说" + text + "，")).isFalse();
    }

    @Property(tries = 500)
    void words_of_letters_it_keeps_stand_in_the_text(@ForAll String text) {
        if (segmenter.keepsLetters(text)) {
            for (Word word : segmenter.cut(text)) {
                assertThat(word.text().codePoints().filter(Character::isLetterOrDigit))
                        .containsExactlyElementsOf(text.substring(word.start(), word.end())
                                .codePoints()
                                .filter(Character::isLetterOrDigit)
                                .boxed()
                                .toList());
            }
        }
    }

    @Property(tries = 200)
    void offsets_lie_inside_any_text(@ForAll String text) {
        for (Word word : segmenter.cut(text)) {
            assertThat(word.start()).isBetween(0, text.length());
            assertThat(word.end()).isBetween(word.start() + 1, text.length());
        }
    }
}
