package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Word;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

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

    @Property(tries = 200)
    void offsets_lie_inside_any_text(@ForAll String text) {
        for (Word word : segmenter.cut(text)) {
            assertThat(word.start()).isBetween(0, text.length());
            assertThat(word.end()).isBetween(word.start() + 1, text.length());
        }
    }
}
