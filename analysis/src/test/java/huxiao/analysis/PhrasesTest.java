package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    /** Words as 词/nature, separated by spaces. */
    private static List<String> phrases(String marked, int... taken) {
        List<Term> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Pattern.compile(" ").splitAsStream(marked).forEach(each -> {
            int mark = each.indexOf('/');
            Term word = new Term(each.substring(0, mark), Nature.create(each.substring(mark + 1)));
            word.offset = text.length();
            text.append(word.word);
            words.add(word);
        });
        boolean[] gone = new boolean[text.length()];
        for (int unit : taken) {
            gone[unit] = true;
        }
        return Phrases.of(words, gone).stream()
                .map(phrase -> text.substring(phrase.start(), phrase.end()) + (phrase.hasContent() ? "" : "~"))
                .toList();
    }

    @Test
    void small_words_go_with_the_word_they_belong_to() {
        assertThat(phrases("我/r 带/v 着/u 东西/n 等/v 他/r")).containsExactly("我带着东西", "等他");
        assertThat(phrases("他/r 在/p 门口/s 等/v 着/u")).containsExactly("他在门口等着");
    }

    @Test
    void a_phrase_never_crosses_a_mark_or_what_is_taken() {
        assertThat(phrases("橡皮/n 我/r 还/d 留/v 着/u 呢/y 。/w")).containsExactly("橡皮", "我还留着呢");
        assertThat(phrases("拦/v ，/w 拦/v 不住/v")).containsExactly("拦", "拦不住");
        assertThat(phrases("他/r 砍刀/n 追/v", 1, 2)).containsExactly("他~", "追");
    }

    @Test
    void a_long_word_stands_alone_and_no_phrase_is_long() {
        assertThat(phrases("清华同方威视技术/n 股份有限公司/n 的/u")).containsExactly("清华同方威视技术", "股份有限公司的");
    }
}
