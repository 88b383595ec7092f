package huxiao.analysis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeExpressionsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** A Wednesday morning, in the middle of a lesson. */
    private static final Instant SAID = at("2026-11-25 10:00");

    private static final TimeExpressions TIMES = new TimeExpressions(SchoolDay.standard());

    private static Instant at(String local) {
        return LocalDateTime.parse(local, MINUTES).atZone(SHANGHAI).toInstant();
    }

    private static String local(Instant instant) {
        return MINUTES.format(instant.atZone(SHANGHAI));
    }

    private static String windows(String text, Instant said) {
        return String.join(
                "; ",
                TIMES.find(text, said).stream()
                        .map(time -> text.substring(time.start(), time.end()) + " = " + local(time.from()) + " .. "
                                + local(time.to()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // days
        "今天,今天,2026-11-25 00:00,2026-11-26 00:00",
        "明天,明天,2026-11-26 00:00,2026-11-27 00:00",
        "后天见,后天,2026-11-27 00:00,2026-11-28 00:00",
        "大后天,大后天,2026-11-28 00:00,2026-11-29 00:00",
        "昨天打的,昨天,2026-11-24 00:00,2026-11-25 00:00",
        "前天,前天,2026-11-23 00:00,2026-11-24 00:00",
        "大前天,大前天,2026-11-22 00:00,2026-11-23 00:00",
        "明日,明日,2026-11-26 00:00,2026-11-27 00:00",
        // days of the week
        "周五,周五,2026-11-27 00:00,2026-11-28 00:00",
        "周三,周三,2026-11-25 00:00,2026-11-26 00:00",
        "周一,周一,2026-11-30 00:00,2026-12-01 00:00",
        "星期天,星期天,2026-11-29 00:00,2026-11-30 00:00",
        "礼拜六,礼拜六,2026-11-28 00:00,2026-11-29 00:00",
        "这周五,这周五,2026-11-27 00:00,2026-11-28 00:00",
        "本周一,本周一,2026-11-23 00:00,2026-11-24 00:00",
        "下周一,下周一,2026-11-30 00:00,2026-12-01 00:00",
        "下周五,下周五,2026-12-04 00:00,2026-12-05 00:00",
        "下个星期三,下个星期三,2026-12-02 00:00,2026-12-03 00:00",
        "上周五,上周五,2026-11-20 00:00,2026-11-21 00:00",
        "下下周二,下下周二,2026-12-08 00:00,2026-12-09 00:00",
        "周末,周末,2026-11-28 00:00,2026-11-30 00:00",
        "下周,下周,2026-11-30 00:00,2026-12-07 00:00",
        "上个星期,上个星期,2026-11-16 00:00,2026-11-23 00:00",
        // dates
        "12月3号,12月3号,2026-12-03 00:00,2026-12-04 00:00",
        "12月3日,12月3日,2026-12-03 00:00,2026-12-04 00:00",
        "十二月三号,十二月三号,2026-12-03 00:00,2026-12-04 00:00",
        "2027年1月5日,2027年1月5日,2027-01-05 00:00,2027-01-06 00:00",
        "1月5号,1月5号,2027-01-05 00:00,2027-01-06 00:00",
        "10月8号,10月8号,2026-10-08 00:00,2026-10-09 00:00",
        "去年6月,去年6月,2025-06-01 00:00,2025-07-01 00:00",
        "28号,28号,2026-11-28 00:00,2026-11-29 00:00",
        "三号,三号,2026-12-03 00:00,2026-12-04 00:00",
        "下个月五号,下个月五号,2026-12-05 00:00,2026-12-06 00:00",
        "上个月,上个月,2026-10-01 00:00,2026-11-01 00:00",
        "去年,去年,2025-01-01 00:00,2026-01-01 00:00",
        // counted
        "三天后,三天后,2026-11-28 00:00,2026-11-29 00:00",
        "3天之后,3天之后,2026-11-28 00:00,2026-11-29 00:00",
        "过两天,过两天,2026-11-27 00:00,2026-11-28 00:00",
        "再过五天,再过五天,2026-11-30 00:00,2026-12-01 00:00",
        "一周后,一周后,2026-12-01 00:00,2026-12-04 00:00",
        "两个星期以后,两个星期以后,2026-12-08 00:00,2026-12-11 00:00",
        "三天内,三天内,2026-11-25 00:00,2026-11-29 00:00",
        "两天前,两天前,2026-11-23 00:00,2026-11-24 00:00",
        "几天后,几天后,2026-11-27 00:00,2026-12-05 00:00",
        "三年前,三年前,2023-11-21 00:00,2023-12-02 00:00",
        "半小时后,半小时后,2026-11-25 10:22,2026-11-25 10:37",
        "半个小时后,半个小时后,2026-11-25 10:22,2026-11-25 10:37",
        "两小时后,两小时后,2026-11-25 11:30,2026-11-25 12:30",
        "两个半小时后,两个半小时后,2026-11-25 11:52,2026-11-25 13:07",
        "10分钟后,10分钟后,2026-11-25 10:05,2026-11-25 10:15",
        "二十分钟内,二十分钟内,2026-11-25 10:00,2026-11-25 10:20",
        "十分钟前,十分钟前,2026-11-25 09:45,2026-11-25 09:55",
        "一小时前,一小时前,2026-11-25 08:45,2026-11-25 09:15",
        "前几天,前几天,2026-11-18 00:00,2026-11-25 00:00",
        // now
        "现在,现在,2026-11-25 10:00,2026-11-25 10:30",
        "刚刚,刚刚,2026-11-25 09:30,2026-11-25 10:00",
        "刚才,刚才,2026-11-25 09:30,2026-11-25 10:00",
        "马上,马上,2026-11-25 10:00,2026-11-25 11:00",
        "待会儿,待会儿,2026-11-25 10:00,2026-11-25 11:00",
        // parts of the day
        "今晚,今晚,2026-11-25 18:00,2026-11-26 00:00",
        "明早,明早,2026-11-26 06:00,2026-11-26 09:00",
        "昨晚,昨晚,2026-11-24 18:00,2026-11-25 00:00",
        "明天上午,明天上午,2026-11-26 08:00,2026-11-26 12:00",
        "周五下午,周五下午,2026-11-27 12:00,2026-11-27 18:00",
        "半夜,半夜,2026-11-25 22:00,2026-11-26 05:00",
        "明天凌晨,明天凌晨,2026-11-26 00:00,2026-11-26 06:00",
        "当晚,当晚,2026-11-25 18:00,2026-11-26 00:00",
        // the clock
        "今晚十点半,今晚十点半,2026-11-25 22:30,2026-11-25 23:00",
        "下午三点,下午三点,2026-11-25 15:00,2026-11-25 15:30",
        "明天早上8点20,明天早上8点20,2026-11-26 08:20,2026-11-26 08:50",
        "明天下午2点一刻,明天下午2点一刻,2026-11-26 14:15,2026-11-26 14:45",
        "周六上午十点二十分,周六上午十点二十分,2026-11-28 10:20,2026-11-28 10:50",
        "22:15,22:15,2026-11-25 22:15,2026-11-25 22:45",
        "十二点,十二点,2026-11-25 12:00,2026-11-25 12:30",
        "中午十二点半,中午十二点半,2026-11-25 12:30,2026-11-25 13:00",
        "今晚十二点,今晚十二点,2026-11-26 00:00,2026-11-26 00:30",
        "凌晨一点,凌晨一点,2026-11-25 01:00,2026-11-25 01:30",
        "半夜两点,半夜两点,2026-11-26 02:00,2026-11-26 02:30",
        "明天三点,明天三点,2026-11-26 15:00,2026-11-26 15:30",
        "八点,八点,2026-11-25 20:00,2026-11-25 20:30",
        "晚上八点钟,晚上八点钟,2026-11-25 20:00,2026-11-25 20:30",
        "明晚九点前,明晚九点前,2026-11-26 20:00,2026-11-26 21:00",
        "下午四点后,下午四点后,2026-11-25 16:00,2026-11-25 18:00",
        "下午四点到五点,下午四点到五点,2026-11-25 16:00,2026-11-25 17:00",
        "明天上午10点到11点半,明天上午10点到11点半,2026-11-26 10:00,2026-11-26 11:30",
        "晚上十点到凌晨两点,晚上十点到凌晨两点,2026-11-25 22:00,2026-11-26 02:00",
        "周一到周五,周一到周五,2026-11-30 00:00,2026-12-05 00:00",
        // the school's day
        "明天放学后,明天放学后,2026-11-26 15:30,2026-11-26 18:30",
        "放学,放学,2026-11-25 15:30,2026-11-25 18:30",
        "周五放学的时候,周五放学的时候,2026-11-27 15:30,2026-11-27 18:30",
        "放学前,放学前,2026-11-25 14:30,2026-11-25 15:30",
        "下周一早自习,下周一早自习,2026-11-30 07:00,2026-11-30 08:00",
        "第三节课,第三节课,2026-11-25 10:00,2026-11-25 10:45",
        "周四下午第二节课,周四下午第二节课,2026-11-26 14:55,2026-11-26 15:40",
        "最后一节课,最后一节课,2026-11-25 16:40,2026-11-25 17:25",
        "午休,午休,2026-11-25 12:00,2026-11-25 14:00",
        "今晚自习,今晚自习,2026-11-25 18:30,2026-11-25 22:00",
        "明天晚自习,明天晚自习,2026-11-26 18:30,2026-11-26 22:00",
        "晚自习后,晚自习后,2026-11-25 22:00,2026-11-26 00:00",
        "周一升旗,周一升旗,2026-11-30 07:30,2026-11-30 08:30",
        "明天上学路上,明天上学,2026-11-26 06:30,2026-11-26 08:30",
        "大课间,大课间,2026-11-25 09:30,2026-11-25 10:30",
        // the school's year
        "国庆节,国庆节,2027-10-01 00:00,2027-10-08 00:00",
        "元旦前,元旦前,2026-11-25 10:00,2027-01-01 00:00",
        "中考前,中考前,2026-11-25 10:00,2027-06-15 00:00",
        "高考那天,高考那天,2027-06-07 00:00,2027-06-10 00:00",
        "开学那天,开学那天,2027-02-25 00:00,2027-03-01 00:00",
        "圣诞节晚上,圣诞节晚上,2026-12-25 18:00,2026-12-26 00:00",
        "期末考试,期末考试,2027-01-08 00:00,2027-01-18 00:00",
        "春节,春节,2027-02-06 00:00,2027-02-07 00:00",
    })
    void words_of_time_become_windows(String text, String words, String from, String to) {
        assertThat(windows(text, SAID)).isEqualTo(words + " = " + from + " .. " + to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "放学后门", "一点都不好", "三点建议", "3号楼", "一班的", "三天两头", "五年级", "两个半小时", "第一次", "这一中", "有一点疼", "想上学", "二年级三班",
                "十几个人", "六一班", "2月30号", "13月5号", "25点"
            })
    void what_only_looks_like_time_says_none(String text) {
        String expected = text.equals("放学后门") ? "放学 = 2026-11-25 15:30 .. 2026-11-25 18:30" : "";
        assertThat(windows(text, SAID)).isEqualTo(expected);
    }

    @Test
    void several_times_are_found_in_order() {
        assertThat(windows("昨天他说周五下午两点要来", SAID))
                .isEqualTo("昨天 = 2026-11-24 00:00 .. 2026-11-25 00:00; "
                        + "周五下午两点 = 2026-11-27 14:00 .. 2026-11-27 14:30");
    }

    @Test
    void a_date_shortly_after_the_new_year_may_lie_in_the_old_one() {
        assertThat(windows("12月30号", at("2027-01-05 08:00")))
                .isEqualTo("12月30号 = 2026-12-30 00:00 .. 2026-12-31 00:00");
    }

    @Test
    void a_holiday_just_gone_is_the_one_meant() {
        assertThat(windows("国庆", at("2026-10-10 08:00"))).isEqualTo("国庆 = 2026-10-01 00:00 .. 2026-10-08 00:00");
    }

    @Test
    void a_time_without_a_day_can_be_moved_on_by_one() {
        TimeExpression dismissal = TIMES.find("放学", at("2026-11-25 20:00")).get(0);
        assertThat(dismissal.floating()).isTrue();
        assertThat(local(dismissal.later(1).from())).isEqualTo("2026-11-26 15:30");
        assertThat(TIMES.find("明天放学", SAID).get(0).floating()).isFalse();
    }

    @Test
    void another_timetable_gives_other_windows() {
        SchoolDay early = new SchoolDay(
                Map.of(SchoolDay.Slot.DISMISSAL, new SchoolDay.Hours(LocalTime.of(16, 0), LocalTime.of(17, 0))),
                List.of(LocalTime.of(9, 0)));
        TimeExpression dismissal = new TimeExpressions(early).find("放学后", SAID).get(0);
        assertThat(local(dismissal.from())).endsWith("16:00");
        assertThat(new TimeExpressions(early).find("第二节课", SAID)).isEmpty();
    }

    @Property(tries = 500)
    void no_text_makes_it_throw_and_words_lie_in_the_text_in_order(@ForAll String text) {
        int previous = 0;
        for (TimeExpression time : TIMES.find(text, SAID)) {
            assertThat(time.start()).isGreaterThanOrEqualTo(previous);
            assertThat(time.end()).isGreaterThan(time.start()).isLessThanOrEqualTo(text.length());
            assertThat(time.to()).isAfter(time.from());
            previous = time.end();
        }
    }

    @Property(tries = 1000)
    void words_of_time_in_any_order_give_windows_that_end_after_they_begin(
            @ForAll @Size(max = 12) List<@IntRange(max = 39) Integer> picks, @ForAll @IntRange(min = 0) int minutes) {
        String[] pieces = {
            "今天", "明", "昨", "晚", "早", "下周", "周五", "一", "十二", "3", "点", "半", "月", "号", "年", "前", "后", "内", "到", "至",
            "放学", "第", "节课", "国庆", "小时", "分钟", "天", "过", "再", "几", "两", "的", " ", ":", "30", "99", "上午", "凌晨", "开学",
                    "现在"
        };
        StringBuilder text = new StringBuilder();
        picks.forEach(pick -> text.append(pieces[pick]));
        Instant said = SAID.plusSeconds(minutes * 60L);
        for (TimeExpression time : TIMES.find(text.toString(), said)) {
            assertThat(time.to()).isAfter(time.from());
            assertThat(time.end()).isLessThanOrEqualTo(text.length());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"十二月三五号", "1月十十号", "3月0号", "2月30号", "三五月一号"})
    void days_that_no_month_has_are_no_time(String text) {
        assertThat(TIMES.find(text, SAID)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void a_post_of_no_time_has_no_windows(Instant nonsense) {
        assertThat(TIMES.find("明天放学后", nonsense)).isEmpty();
    }

    @Test
    void numbers_are_read_as_they_are_said() {
        assertThat(List.of("十", "十二", "二十", "二十三", "两", "零五", "7", "十十", "三五").stream()
                        .map(ChineseNumber::parse))
                .containsExactly(10, 12, 20, 23, 2, 5, 7, -1, -1);
    }
}
