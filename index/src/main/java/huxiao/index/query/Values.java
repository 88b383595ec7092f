package huxiao.index.query;

import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that values of an enum have in the language: the first is the one that is printed, the wire name always counts. */
final class Values<E extends Enum<E>> {
    static final Values<Level> LEVELS = new Values<>(
            Level.class,
            Map.of(
                    Level.RED, List.of("红", "红色"),
                    Level.ORANGE, List.of("橙", "橙色"),
                    Level.YELLOW, List.of("黄", "黄色"),
                    Level.BLUE, List.of("蓝", "蓝色"),
                    Level.NONE, List.of("无")));

    static final Values<Category> CATEGORIES = new Values<>(
            Category.class,
            Map.ofEntries(
                    Map.entry(Category.VIOLENCE_THREAT, List.of("暴力威胁", "威胁")),
                    Map.entry(Category.VIOLENCE_INCIDENT, List.of("暴力事件", "暴力")),
                    Map.entry(Category.INCITEMENT, List.of("煽动暴力", "煽动")),
                    Map.entry(Category.DOXXING, List.of("隐私泄露", "人肉")),
                    Map.entry(Category.BULLYING, List.of("欺凌", "霸凌")),
                    Map.entry(Category.SELF_HARM, List.of("自伤", "自残", "自杀")),
                    Map.entry(Category.SEXUAL_HARM, List.of("性侵害", "性侵", "性骚扰")),
                    Map.entry(Category.ABDUCTION, List.of("拐骗失踪", "拐骗", "失踪")),
                    Map.entry(Category.INJURY_ACCIDENT, List.of("伤害事故", "事故")),
                    Map.entry(Category.FACILITY_HAZARD, List.of("设施隐患", "设施")),
                    Map.entry(Category.FOOD_HYGIENE, List.of("食品卫生", "食品安全", "食品")),
                    Map.entry(Category.TRAFFIC_HAZARD, List.of("交通隐患", "交通")),
                    Map.entry(Category.PUBLIC_HEALTH, List.of("公共卫生", "疫病")),
                    Map.entry(Category.FRAUD, List.of("诈骗")),
                    Map.entry(Category.RUMOR_PANIC, List.of("谣言恐慌", "谣言")),
                    Map.entry(Category.ILLEGAL_ACTIVITY, List.of("违法活动", "违法"))));

    static final Values<Stance> STANCES = new Values<>(
            Stance.class,
            Map.of(
                    Stance.INTENT, List.of("扬言"),
                    Stance.WITNESS, List.of("目击"),
                    Stance.REPORT, List.of("转述"),
                    Stance.HELP, List.of("求助"),
                    Stance.HYPERBOLE, List.of("夸张", "玩笑"),
                    Stance.FICTION, List.of("虚构"),
                    Stance.DRILL, List.of("演练"),
                    Stance.OPINION, List.of("议论", "看法")));

    static final Values<PostStatus> STATUSES = new Values<>(
            PostStatus.class,
            Map.of(
                    PostStatus.UNVERIFIED, List.of("待核实", "未核实"),
                    PostStatus.VERIFIED, List.of("已核实", "属实"),
                    PostStatus.REJECTED, List.of("不属实", "已排除"),
                    PostStatus.MERGED, List.of("已并入", "已合并"),
                    PostStatus.CLOSED, List.of("已结案", "结案"),
                    PostStatus.NONE, List.of("无预警", "无")));

    static final Values<DayOfWeek> DAYS = new Values<>(
            DayOfWeek.class,
            Map.of(
                    DayOfWeek.MONDAY, List.of("一", "周一", "星期一", "mon"),
                    DayOfWeek.TUESDAY, List.of("二", "周二", "星期二", "tue"),
                    DayOfWeek.WEDNESDAY, List.of("三", "周三", "星期三", "wed"),
                    DayOfWeek.THURSDAY, List.of("四", "周四", "星期四", "thu"),
                    DayOfWeek.FRIDAY, List.of("五", "周五", "星期五", "fri"),
                    DayOfWeek.SATURDAY, List.of("六", "周六", "星期六", "sat"),
                    DayOfWeek.SUNDAY, List.of("日", "天", "周日", "周天", "星期日", "星期天", "sun")));

    private final Map<E, List<String>> names;

    private Values(Class<E> type, Map<E, List<String>> names) {
        this.names = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            this.names.put(
                    value,
                    Stream.concat(
                                    names.get(value).stream(),
                                    Stream.of(value.name().toLowerCase(Locale.ROOT)))
                            .toList());
        }
    }

    /** The value of a name, case and width ignored. */
    Optional<E> of(String name) {
        String folded = Syntax.fold(name).toLowerCase(Locale.ROOT);
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().contains(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The name that is printed. */
    String print(E value) {
        return names.get(value).get(0);
    }

    Stream<String> allNames() {
        return names.values().stream().flatMap(List::stream);
    }

    String allowed() {
        return names.values().stream()
                .map(list -> list.get(0) + " (" + list.get(list.size() - 1) + ")")
                .collect(Collectors.joining(", "));
    }
}
