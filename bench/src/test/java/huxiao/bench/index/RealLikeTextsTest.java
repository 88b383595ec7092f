package huxiao.bench.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RealLikeTextsTest {
    private static final List<String> REAL = List.of("今天下雨，路上很堵。晚点到！", "食堂的饭凉了，排队半小时；", "谁捡到一把伞？放在门口了，谢谢");

    @Test
    void the_same_number_gives_the_same_text() {
        assertThat(texts().of(17)).isEqualTo(texts().of(17));
    }

    @Test
    void texts_are_made_of_whole_clauses_and_names_and_rarely_repeat() {
        List<String> made = LongStream.range(0, 100).mapToObj(texts()::of).toList();
        assertThat(made).allSatisfy(text -> assertThat(text)
                .containsAnyOf("今天下雨，", "路上很堵。", "晚点到！", "食堂的饭凉了，", "排队半小时；", "谁捡到一把伞？", "放在门口了，", "谢谢"));
        assertThat(made).anySatisfy(text -> assertThat(text).contains("市一中，"));
        assertThat(made.stream().distinct().count()).isGreaterThan(80);
    }

    private static RealLikeTexts texts() {
        return new RealLikeTexts(REAL, List.of("市一中"));
    }
}
