package huxiao.server.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.query.Query;
import huxiao.index.query.QueryParser;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Level;
import huxiao.model.Schools;
import huxiao.server.web.access.PostFacet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowingTest {
    private static final Query RED = new Query.Levels(Level.RED, Level.RED);

    private static final QueryParser PARSER = new QueryParser(SchoolLookup.of(new Schools(List.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|级别:红",
                "*|级别:红",
                "带刀|带刀 级别:红",
                "level>=yellow|level>=yellow 级别:红",
                "a OR b|(a OR b) 级别:红",
                "(a OR b)|((a OR b)) 级别:红",
                "-a NEAR/5 b|-a NEAR/5 b 级别:红",
                "来源:\"a b\"|来源:\"a b\" 级别:红"
            })
    void what_was_typed_stays_and_the_condition_comes_behind(String typed, String narrowed) {
        assertThat(new Narrowing(typed, PARSER).with(RED)).hasValue(narrowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"带刀", "a b", "a OR b", "NOT a", "a AND (b OR c)", "a NEAR/5 b", "时间:近7天"})
    void a_narrowed_query_finds_what_both_find_and_can_be_widened_again(String typed) {
        Narrowing before = new Narrowing(typed, PARSER);
        Narrowing after = new Narrowing(before.with(RED).orElseThrow(), PARSER);
        assertThat(before.has(RED)).isFalse();
        assertThat(after.has(RED)).isTrue();
        assertThat(PARSER.parse(after.without(RED))).isEqualTo(PARSER.parse(typed));
    }

    @Test
    void a_day_and_an_hour_are_one_condition() {
        Query mondayMorning = PostFacet.HOUR_OF_WEEK.clause("7");
        String narrowed = new Narrowing("带刀", PARSER).with(mondayMorning).orElseThrow();
        assertThat(narrowed).isEqualTo("带刀 星期:一 AND 时段:7");
        assertThat(new Narrowing(narrowed, PARSER).has(mondayMorning)).isTrue();
        assertThat(new Narrowing("时段:7", PARSER).has(mondayMorning)).isFalse();
    }

    @Test
    void the_only_condition_can_be_taken_away() {
        assertThat(new Narrowing("级别:红", PARSER).without(RED)).isEmpty();
    }

    @Test
    void a_query_that_would_be_too_long_or_unknown_is_not_offered() {
        Narrowing full = new Narrowing("词".repeat(QueryParser.MAX_LENGTH), PARSER);
        assertThat(full.with(RED)).isEmpty();
        assertThat(new Narrowing("", PARSER).with(new Query.AtSchool("gone"))).isEmpty();
    }
}
