package huxiao.index.query;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.Queries;
import huxiao.index.TestCity;
import huxiao.index.text.Tokens;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class QueryLanguagePropertyTest {
    @Property(tries = 2_000)
    void printing_a_tree_and_parsing_it_gives_the_same_tree(@ForAll("trees") Query tree) {
        assertThat(TestCity.PARSER.parse(QueryPrinter.print(tree))).isEqualTo(tree);
    }

    @Property(tries = 5_000)
    void a_query_is_understood_or_refused_with_its_place(@ForAll("soup") String query) {
        try {
            Query tree = TestCity.PARSER.parse(query);
            assertThat(TestCity.PARSER.parse(QueryPrinter.print(tree))).isEqualTo(tree);
        } catch (QueryException e) {
            assertThat(e.position()).isBetween(0, query.length());
            assertThat(e.found()).isNotBlank();
            assertThat(e.expected()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<Query> trees() {
        Arbitrary<String> phrases =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(12).filter(Tokens::isSearchable);
        Arbitrary<String> signs = Arbitraries.strings()
                .withChars("带\"“”\\()：:-*a ")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(Tokens::isSearchable);
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("带刀aB9。-与AND！NER/?？")
                .ofMinLength(1)
                .ofMaxLength(6)
                .filter(Syntax::isBareWord)
                .filter(Tokens::isSearchable);
        return Queries.over(words, Arbitraries.oneOf(phrases, signs));
    }

    @Provide
    Arbitrary<String> soup() {
        Arbitrary<String> pieces = Arbitraries.of(
                "(",
                ")",
                "（",
                "）",
                "\"",
                "“",
                "”",
                "\\",
                "-",
                "－",
                ":",
                "：",
                ">",
                "＞",
                "=",
                "<=",
                "≥",
                "*",
                "..",
                " ",
                "\u3000",
                "，",
                "AND",
                "OR",
                "NOT",
                "NEAR/5",
                "?",
                "ab",
                "时段",
                "星期",
                "一",
                "22",
                "邻近",
                "/",
                "与",
                "或",
                "非",
                "级别",
                "类别",
                "学校",
                "时间",
                "区",
                "来源",
                "立场",
                "level",
                "红",
                "橙",
                "欺凌",
                "市一中",
                "今天",
                "近7天",
                "2026-11-01",
                "2026-11",
                "带刀",
                "a",
                "😀",
                "\uD800",
                "\u0000",
                "。");
        return Arbitraries.frequencyOf(
                Tuple.of(4, pieces.list().ofMaxSize(12).map(list -> String.join("", list))),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(40)));
    }
}
