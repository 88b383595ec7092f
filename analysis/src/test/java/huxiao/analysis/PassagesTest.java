package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassagesTest {
    /** Words as 词/nature, separated by spaces. */
    private static List<String> passages(String marked, int... whole) {
        List<Term> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Pattern.compile(" ").splitAsStream(marked).forEach(each -> {
            int mark = each.indexOf('/');
            Term word = new Term(each.substring(0, mark), Nature.create(each.substring(mark + 1)));
            word.offset = text.length();
            text.append(word.word);
            words.add(word);
        });
        return Passages.of(words, IntStream.of(whole).collect(BitSet::new, BitSet::set, BitSet::or)).stream()
                .map(passage -> text.substring(passage.start(), passage.end()))
                .toList();
    }

    @Test
    void a_passage_stands_between_marks() {
        assertThat(passages("橡皮/n ，/w 我/r 还/d 留/v 着/u 呢/y 。/w")).containsExactly("橡皮", "我还留着呢");
        assertThat(passages("橡皮/n \n/x 留/v")).containsExactly("橡皮", "留");
    }

    @Test
    void small_words_alone_are_no_passage() {
        assertThat(passages("我/r 就/d ，/w 不/d 。/w")).isEmpty();
        assertThat(Passages.of(List.of(), new BitSet())).isEmpty();
    }

    @Test
    void a_long_one_is_parted_between_words_and_no_part_begins_with_a_particle() {
        assertThat(passages("今天/t 下午/t 接/v 园/n 的/u 时候/n 我/r 带/v 汽油/n 去/v 小/a 太阳/n 门口/s"))
                .containsExactly("今天下午接园的时候", "我带汽油去小太阳门口");
        assertThat(passages("一二三四五六七八/n 九十/n 的/u 一二三四五六七八/n")).containsExactly("一二三四五六七八九十的", "一二三四五六七八");
    }

    @Test
    void no_name_is_parted() {
        String text = "外堤/n 现在/t 有/v 三个/m 穿/v 渔港/n 小学/n 校服/n 的/u 男娃/n 下水/v 摸/v 螺/n";
        assertThat(passages(text)).containsExactly("外堤现在有三个穿渔港", "小学校服的男娃下水摸螺");
        assertThat(passages(text, 9, 10, 11)).containsExactly("外堤现在有三个穿渔港小学", "校服的男娃下水摸螺");
    }

    @Test
    void a_word_longer_than_a_passage_stays_whole() {
        assertThat(passages("哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈/o")).containsExactly("哈".repeat(24));
    }
}
