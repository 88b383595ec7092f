package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.HanlpSegmenter;
import huxiao.index.text.CutText;
import huxiao.index.text.Needle;
import huxiao.index.text.Sought;
import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A text that is not cut into words, since its letters stand in them as they are written, is searched as if it were. */
class UncutTextTest {
    private static final Segmenter SEGMENTER = new HanlpSegmenter();

    /** Says of no text that its letters are kept. */
    private static final Segmenter CUTTING = text -> List.copyOf(SEGMENTER.cut(text));

    private static final List<String> PIECES = List.of(
            "打人", "打", "人", "学校", "學校", "校园暴力", "老师", "师", "砍死", "砍*死", "砍 死", " ", "，", "。", "\n", "·", "😀", "☀",
            "app", "A", "Ａ", "3", "㍿", "一", "々", "ー", "カ", "\u200b", "𠀀", "\ud83d", "(", "）", "~", "!");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(6).map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> needles() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(3).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 20_000)
    void holds_the_same(@ForAll("texts") String text, @ForAll("needles") String sought) {
        Needle needle = Needle.of(SEGMENTER, sought);
        CutText uncut = CutText.of(SEGMENTER, text);
        CutText cut = CutText.of(CUTTING, text);

        assertThat(places(needle, uncut)).isEqualTo(places(needle, cut));
        assertThat(needle.isIn(uncut)).isEqualTo(needle.isIn(cut));
    }

    @Test
    void is_not_cut() {
        AtomicInteger cuts = new AtomicInteger();
        Segmenter counting = new Segmenter() {
            @Override
            public List<Word> cut(String text) {
                cuts.incrementAndGet();
                return SEGMENTER.cut(text);
            }

            @Override
            public boolean keepsLetters(String text) {
                return SEGMENTER.keepsLetters(text);
            }
        };
        Needle needle = Needle.of(SEGMENTER, "打人");

        assertThat(places(needle, CutText.of(counting, "有人在学校门口，打人！"))).containsExactly(new Sought.Range(8, 10));
        assertThat(cuts).hasValue(0);
        assertThat(places(needle, CutText.of(counting, "打 人"))).containsExactly(new Sought.Range(0, 3));
        assertThat(cuts).hasValue(1);
    }

    /** Where it is found in both cuts it is found twice. */
    private static Set<Sought.Range> places(Needle needle, CutText text) {
        return Set.copyOf(needle.findIn(text));
    }
}
