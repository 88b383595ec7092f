package huxiao.bench.index;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.SearchContext;
import huxiao.index.query.Query;
import huxiao.index.query.QueryParser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchLinesTest {
    @Test
    void every_line_is_a_search_of_the_language_and_few_are_the_same() {
        SearchContext context = City.context();
        RealLikeTexts texts = new RealLikeTexts(
                List.of("孩子放学回家，书包很重，老师今天布置作业。", "食堂排队很久，学生打架，保安跑过来！", "公交车停在门口，司机着急，家长抱怨。"), List.of("市一中"));
        List<String> many = IntStream.range(0, 5_000)
                .mapToObj(i -> i % 40 < 39 ? "天气" + i : texts.of(i))
                .toList();
        List<String> lines = new SearchLines(many, City.SCHOOLS.all(), context.segmenter()).lines(200);
        List<Query> queries =
                lines.stream().map(new QueryParser(context.schools())::parse).toList();
        assertThat(queries.stream().distinct().count()).isGreaterThan(100);
    }
}
