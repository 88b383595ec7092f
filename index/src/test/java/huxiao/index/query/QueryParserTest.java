package huxiao.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import huxiao.index.TestCity;
import huxiao.index.query.QueryException.Problem;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            带刀 | 带刀
            带刀 学校 | 带刀 AND 学校
            带刀，学校、门口 | 带刀 AND 学校 AND 门口
            带刀\u3000学校 | 带刀 AND 学校
            a OR b c | a OR (b AND c)
            a b OR c d OR e | (a AND b) OR (c AND d) OR e
            (a OR b) c | (a OR b) AND c
            （a 或 b） 与 非 c | (a OR b) AND NOT c
            a -b | a AND NOT b
            a －b | a AND NOT b
            - b | NOT b
            -(a b) | NOT (a AND b)
            ((a)) | a
            a(b)c | a AND b AND c
            and or not | and AND or AND not
            "AND" | "AND"
            "a \\" b" | "a \\" b"
            “带刀 学校” | "带刀 学校"
            a-b | a-b
            怎么办？ | 怎么办？
            或许 | 或许
            * | *
            ＊ | *
            a * | a AND *
            a NEAR/5 b | a NEAR/5 b
            a 邻近/5 b | a NEAR/5 b
            a ＮＥＡＲ／０５ b | a NEAR/5 b
            a NEAR/0"b c" | a NEAR/0 "b c"
            "a"NEAR/50 b | "a" NEAR/50 b
            a b NEAR/5 c d | a AND b NEAR/5 c AND d
            a NEAR/5 b OR c | a NEAR/5 b OR c
            -a NEAR/5 b | NOT a NEAR/5 b
            (a NEAR/5 b) | a NEAR/5 b
            nearby near/5 | nearby AND near/5
            "NEAR" "邻近/5" | "NEAR" AND "邻近/5"
            wx* | wx*
            WX＊ c?t | WX＊ AND c?t
            ab**c -wx*1 | ab**c AND NOT wx*1
            what? | what?
            what？ | what？
            c？t | c？t
            ?ab | ?ab
            x.com/a?b | x.com/a?b
            "wx*" | "wx*"
            时段:22..6 | 时段:22..6
            hour=08 | 时段:8
            时段：２２．．６ | 时段:22..6
            时段:3..3 | 时段:3
            星期:一..五 | 星期:一..五
            weekday:Sun | 星期:日
            星期:周六..星期天 | 星期:六..日
            级别:橙 | 级别:橙
            级别 : 橙 | 级别:橙
            级别：橙 | 级别:橙
            级别=橙 | 级别:橙
            级别≥橙 | 级别:橙..红
            级别＞＝橙色 | 级别:橙..红
            级别<=Yellow | 级别:无..黄
            LEVEL>blue | 级别:黄..红
            级别:蓝..橙 | 级别:蓝..橙
            类别:霸凌 | 类别:欺凌
            状态:待核实 | 状态:待核实
            状态:未核实 | 状态:待核实
            status:Unverified | 状态:待核实
            status:verified | 状态:已核实
            状态:属实 | 状态:已核实
            状态:不属实 | 状态:不属实
            status:rejected | 状态:不属实
            status:merged | 状态:已并入
            状态:结案 | 状态:已结案
            status:closed | 状态:已结案
            状态:无 | 状态:无预警
            status:none | 状态:无预警
            类别:"food_hygiene" | 类别:食品卫生
            立场:witness | 立场:目击
            学校:市一中 | 学校:市一中
            学校:"市一中" | 学校:市一中
            区:"运东 区" | 区:"运东 区"
            来源:http://a.b | 来源:http://a.b
            时间:2026-11-1 | 时间:2026-11-01
            时间:2026/11/01 | 时间:2026-11-01
            时间：２０２６－１１ | 时间:2026-11
            时间>=近7天 | 时间>=近7天
            时间:最近24小时 | 时间:近24小时
            时间:last7d | 时间:近7天
            时间:today | 时间:今天
            时间:2026-11-01..2026-11-07 | 时间:2026-11-01..2026-11-07
            时间:2026-11-01T08:00:00+08:00 | 时间:2026-11-01T00:00:00Z
            """)
    void a_query_is_understood_as(String query, String printed) {
        assertThat(QueryPrinter.print(TestCity.PARSER.parse(query))).isEqualTo(printed);
    }

    @Test
    void a_blank_query_means_every_post() {
        assertThat(TestCity.PARSER.parse("")).isEqualTo(new Query.Everything());
        assertThat(TestCity.PARSER.parse(" \t\u3000\n")).isEqualTo(new Query.Everything());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            (a | 2 | UNEXPECTED | the end of the query | the ) that closes position 0
            a) | 1 | UNEXPECTED | ')' | end of the query
            () | 1 | UNEXPECTED | ')' | a word
            a OR | 4 | UNEXPECTED | the end of the query | a word
            AND a | 0 | UNEXPECTED | 'AND' | in quotes
            a AND AND b | 6 | UNEXPECTED | 'AND' | a word
            a - | 3 | UNEXPECTED | the end of the query | a word
            :红 | 0 | UNEXPECTED | ':' | a field in front
            级别: | 3 | UNEXPECTED | the end of the query | a value for 级别
            级别:(红) | 3 | UNEXPECTED | '(' | a value for 级别
            带* | 1 | WILDCARD | '带*' | wherever it stands
            a *带 | 2 | WILDCARD | '*带' | wherever it stands
            加wx* | 3 | WILDCARD | '加wx*' | letters and digits
            a.b* | 3 | WILDCARD | 'a.b*' | letters and digits
            w* | 1 | WILDCARD | 'w*' | at least two letters
            a *wx | 2 | WILDCARD | '*wx' | in front of the first *
            w?* | 1 | WILDCARD | 'w?*' | at least two letters
            ?* | 0 | WILDCARD | '?*' | at least two letters
            ** | 0 | WILDCARD | '**' | at least two letters
            a ab*? | 5 | WILDCARD | 'ab*?' | question mark
            ab*c*d*e*f* | 2 | TOO_BIG | 'ab*c*d*e*f*' | at most 4 wildcards
            a?b?c?d?e?f | 1 | TOO_BIG | 'a?b?c?d?e?f' | at most 4 wildcards
            时段:24 | 3 | UNKNOWN_VALUE | '24' | from 0 to 23
            时段:22.. | 7 | UNKNOWN_VALUE | nothing | from 0 to 23
            时段:22..x | 7 | UNKNOWN_VALUE | 'x' | from 0 to 23
            时段>22 | 2 | NOT_COMPARABLE | '>' | : after 时段
            星期:八 | 3 | UNKNOWN_VALUE | '八' | 一 (monday)
            星期:一..八 | 6 | UNKNOWN_VALUE | '八' | 一 (monday)
            a NEAR/5 wx* | 9 | UNEXPECTED | 'wx*' beside NEAR | a word or a phrase
            a "带刀 | 2 | OPEN_QUOTE | never closed | second quotation mark
            a “” | 2 | NO_WORD | nothing | letters
            a ！！ | 2 | NO_WORD | '！！' | letters
            级列:红 | 0 | UNKNOWN_FIELD | '级列' | 级别 (level)
            12:30 | 0 | UNKNOWN_FIELD | '12' | in quotes
            a 级别:紫 | 5 | UNKNOWN_VALUE | '紫' | 红 (red)
            级别:蓝..紫 | 6 | UNKNOWN_VALUE | '紫' | 红 (red)
            级别:蓝.. | 6 | UNKNOWN_VALUE | nothing | 红 (red)
            级别>红 | 2 | NOT_COMPARABLE | '>红' | some level
            状态>=待核实 | 2 | NOT_COMPARABLE | '>=' | : after 状态
            状态:好 | 3 | UNKNOWN_VALUE | '好' | 待核实 (unverified)
            级别<无 | 2 | NOT_COMPARABLE | '<无' | some level
            级别:红..蓝 | 3 | NOT_COMPARABLE | '红..蓝' | lower level first
            级别>蓝..红 | 2 | NOT_COMPARABLE | '>' with a range | : in front
            类别>欺凌 | 2 | NOT_COMPARABLE | '>' | : after 类别
            类别:"" | 3 | UNKNOWN_VALUE | an empty value | a value for 类别
            时间:2026-13-01 | 3 | UNKNOWN_VALUE | '2026-13-01' | 近7天
            时间:近0天 | 3 | UNKNOWN_VALUE | '近0天' | 近7天
            时间:2026-11-01..明天 | 15 | UNKNOWN_VALUE | '明天' | 近7天
            学校:月球小学 | 3 | UNKNOWN_SCHOOL | '月球小学' | alias of a school
            NEAR/5 a | 0 | UNEXPECTED | 'NEAR/5' | in quotes
            a NEAR/5 | 8 | UNEXPECTED | the end of the query | a word
            a NEAR b | 2 | UNKNOWN_VALUE | 'NEAR' | from 0 to 50
            a 邻近 b | 2 | UNKNOWN_VALUE | '邻近' | in quotes
            a NEAR/51 b | 2 | UNKNOWN_VALUE | 'NEAR/51' | from 0 to 50
            a NEAR/99999999999 b | 2 | UNKNOWN_VALUE | 'NEAR/99999999999' | from 0 to 50
            a NEAR/-1 b | 2 | UNKNOWN_VALUE | 'NEAR/-1' | from 0 to 50
            (a OR b) NEAR/5 c | 0 | UNEXPECTED | '(a OR b)' beside NEAR | OR (b NEAR/10 c)
            a NEAR/5 (b OR c) | 9 | UNEXPECTED | '(b OR c)' beside NEAR | a word or a phrase
            a NEAR/5 级别:红 | 9 | UNEXPECTED | '级别:红' | a word or a phrase
            a NEAR/5 * | 9 | UNEXPECTED | '*' | a word or a phrase
            a NEAR/5 -b | 9 | UNEXPECTED | '-' | a word or a phrase
            a NEAR/5 NOT b | 9 | UNEXPECTED | 'NOT' | a word
            a NEAR/5 b NEAR/5 c | 11 | UNEXPECTED | a second 'NEAR/5' | a NEAR/10 b AND b NEAR/10 c
            NEAR:5 | 0 | UNKNOWN_FIELD | 'NEAR' | 级别 (level)
            😀 带刀 作者:x | 6 | PERSON_REFUSED | '作者' | no person
            """)
    void an_error_says_where_what_and_what_is_expected(
            String query, int position, Problem problem, String found, String expected) {
        QueryException e = refused(query);
        assertThat(e.problem()).isEqualTo(problem);
        assertThat(e.position()).isEqualTo(position);
        assertThat(e.found()).contains(found);
        assertThat(e.expected()).contains(expected);
        assertThat(e).hasMessageContaining("position " + position);
    }

    @ParameterizedTest
    @CsvSource({
        "级列:红, 级别",
        "levle:red, level",
        "学枚:一中, 学校",
        "catgory:bullying, category",
        "类别:欺负, 欺凌",
        "weekday:mondy, monday",
        "带*, 带",
        "*带刀*, 带刀",
        "带*刀, 带 NEAR/10 刀",
        "*wx, wx*",
        "ab*?, ab*",
        "a \"带刀, \"带刀\"",
        "a NEAR b, NEAR/10",
        "a NEAR/x b, NEAR/10",
        "a 邻近/51 b, NEAR/50",
        "类别:bulying, bullying",
        "级别:organe, orange",
        "状态:待核买, 待核实",
        "status:unverifed, unverified",
        "statsu:closed, status",
    })
    void a_near_miss_gets_a_suggestion(String query, String suggestion) {
        assertThat(refused(query).suggestion()).contains(suggestion);
    }

    @Test
    void what_is_far_off_gets_no_suggestion() {
        assertThat(refused("颜色:红").suggestion()).isEmpty();
        assertThat(refused("*加wx*").suggestion()).isEmpty();
        assertThat(refused("\"" + "带".repeat(40)).suggestion()).isEmpty();
        assertThat(refused("x:红").suggestion()).isEmpty();
        assertThat(refused("y".repeat(3_000) + ":红").suggestion()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "作者",
                "作者ID",
                "author",
                "AUTHOR",
                "ａｕｔｈｏｒ",
                "authorHash",
                "用户",
                "用户名",
                "user",
                "username",
                "handle",
                "账号",
                "帐号",
                "昵称",
                "网名",
                "博主",
                "楼主",
                "发帖人",
                "发布者",
                "poster",
                "account",
                "uid",
                "姓名",
                "手机号",
            })
    void a_person_cannot_be_searched_for(String field) {
        for (String sign : new String[] {":", "：", "=", ">=", " : "}) {
            QueryException e = refused("带刀 " + field + sign + "x");
            assertThat(e.problem()).isEqualTo(Problem.PERSON_REFUSED);
            assertThat(e.position()).isEqualTo(3);
            assertThat(e.suggestion()).isEmpty();
        }
    }

    @Test
    void what_is_too_big_says_where_it_became_so_and_what_to_do() {
        QueryException terms = refused("a ".repeat(1_999));
        assertThat(terms).hasMessageContaining("position 512: found term 257; expected at most 256");
        assertThat(terms.expected()).contains("one after the other");
        QueryException longest = refused("term ".repeat(10_000));
        assertThat(longest).hasMessageContaining("position 4000: found 50000 characters; expected at most 4000");
        assertThat(longest.expected()).contains("one after the other");
        QueryException deep = refused("a (".repeat(33) + "b" + ")".repeat(33));
        assertThat(deep).hasMessageContaining("position 98: found level 33 of nesting; expected at most 32");
        assertThat(deep.expected()).contains("can be left out");
        QueryException pattern = refused("a ab*" + "c".repeat(64));
        assertThat(pattern.problem()).isEqualTo(Problem.TOO_BIG);
        assertThat(pattern.position()).isEqualTo(4);
    }

    @Test
    void limits_are_kept() {
        assertThat(refused("x".repeat(4_001)).problem()).isEqualTo(Problem.TOO_BIG);
        assertThat(refused("a ".repeat(257)).position()).isEqualTo(512);
        assertThat(refused("(".repeat(33) + "a" + ")".repeat(33)).position()).isEqualTo(32);
        assertThat(refused("-".repeat(4_000)).position()).isEqualTo(32);
        assertThat(refused("NOT ".repeat(1_000)).problem()).isEqualTo(Problem.TOO_BIG);
        assertThat(refused("a NEAR/5 " + "b".repeat(128)).position()).isEqualTo(9);
        assertThat(refused("a NEAR/5 b ".repeat(65)).problem()).isEqualTo(Problem.TOO_BIG);
        assertThat(TestCity.PARSER.parse("a NEAR/5 b ".repeat(64))).isInstanceOf(Query.And.class);
        assertThat(TestCity.PARSER.parse("a ".repeat(256))).isInstanceOf(Query.And.class);
        assertThat(TestCity.PARSER.parse("(".repeat(32) + "a" + ")".repeat(32))).isEqualTo(new Query.Text("a", false));
        assertThat(TestCity.PARSER.parse(
                        Collections.nCopies(40, "(a)").toString().replaceAll("[\\[\\],]", "")))
                .isInstanceOf(Query.And.class);
    }

    @Test
    @Timeout(10)
    void hostile_queries_take_no_time() {
        for (String piece : new String[] {
            "(",
            "\"",
            "\\",
            "-",
            ":",
            "级别:",
            "a OR ",
            "*",
            "。",
            "级",
            "近",
            "..",
            "a NEAR/5 ",
            "NEAR/",
            "a*",
            "ab?",
            "?",
            "ab*c "
        }) {
            String query = piece.repeat(4_000 / piece.length());
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                parseOrRefuse(query);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(piece).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void parseOrRefuse(String query) {
        try {
            TestCity.PARSER.parse(query);
        } catch (QueryException e) {
            assertThat(e.position()).isBetween(0, query.length());
        }
    }

    private static QueryException refused(String query) {
        QueryException e = catchThrowableOfType(QueryException.class, () -> TestCity.PARSER.parse(query));
        assertThat(e).as(query).isNotNull();
        return e;
    }
}
