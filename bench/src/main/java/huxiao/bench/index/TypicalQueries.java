package huxiao.bench.index;

import java.util.List;

/** What an analyst asks on an ordinary day. */
final class TypicalQueries {
    /** Each asks for the newest twenty posts and how many there are in all. */
    static final List<String> LINES = List.of(
            "学校:市一中 级别>=橙 时间:近7天",
            "打人 学校",
            "\"校园暴力\" OR 校园霸凌",
            "打 NEAR/5 老师",
            "(自杀 OR 跳楼 OR 割腕) 级别>=黄 -小说",
            "类别:欺凌 区:运东区 时间:近30天",
            "孩子 时段:22..6",
            "wx1*",
            "级别>=橙",
            "老师 -学生 时间:2026-10..2026-11");

    static final int PAGE = 20;

    private TypicalQueries() {}
}
