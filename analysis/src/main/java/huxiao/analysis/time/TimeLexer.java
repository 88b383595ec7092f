package huxiao.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds single words of time. One pass, linear in the text; one instance serves one post. */
final class TimeLexer {
    private static final String NUMBER = ChineseNumber.PATTERN;
    /** What may not follow 后 and 前 where they mean after and before: 放学后门 is a gate. */
    static final String AFTER = "后(?![门面天巷街勤操边悔果妈院排座台背山脑])";

    static final String BEFORE = "前(?![门面台往来去边男女排天年后妻任辈途])";

    private static final Pattern WORD =
            Pattern.compile("(?=[0-9零〇一二两三四五六七八九十几半好再过上下这本周星礼今昨前去明后大当凌拂清早晨中正午傍黄晚夜深升课放熄最第现刚此眼目马立待等国元劳儿圣平教端春除开高期寒暑月年])(?:"
                    // 12月3号, 去年6月, 2026年12月3日
                    + "(?:(?<year>\\d{4}|[去今明前])年)?(?<![\\d个])(?<month>" + NUMBER + ")月份?(?:(?<day>" + NUMBER
                    + ")(?:[号日]|(?![\\d点时:：]))|(?!\\d))"
                    + "|(?<lastMonth>[上这本下])个?月(?:(?<dayOfMonth>" + NUMBER + ")[号日])?"
                    + "|(?<lone>去年|前年|今年|明年)"
                    // 两个半小时后, 三天后, 过半小时, 十分钟前
                    + "|(?<over>再过|(?<![打吃去住来做上干到见用看玩])过)?(?<![\\d第])(?<count>" + NUMBER
                    + "|几十|十几|几|半)[来多]?个?(?<half>半)?(?<unit>秒钟?|分钟|刻钟|小时|钟头|天|周|星期|礼拜|月|年)"
                    + "(?<half2>半)?(?:(?<later>之后|以后|" + AFTER + ")|(?<within>之内|以内|内(?![容部心]))|(?<ago>之前|以前|" + BEFORE
                    + "))?"
                    // 3号, but not 3号楼
                    + "|(?<![\\d第a-z])(?<date>" + NUMBER + ")号(?![楼门线车栋院馆厅机床店桌公染库坑球位选教])"
                    // 下周一, 周末, 上周
                    + "|(?<![一二两三四五六七八九十几半\\d])(?<which>上上|下下|[上下这本])?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-7])(?![年岁围期次\\d])"
                    + "|(?<week>上上|下下|[上下这本])个?(?:周|星期|礼拜)"
                    // 明天
                    + "|(?<relative>大前天|大后天|前天|昨[天日]|昨(?=[早晚夜晨午])|今[天日]|今(?=[早晚夜晨午])|明[天日]|明(?=[早晚夜晨午])|后天|当[天日]|当(?=晚))"
                    + "|(?<recent>前几天|前两天|前些天|前阵子|前段时间|上个?学期|这几天|这两天)"
                    // 第三节课
                    + "|第(?<lesson>" + NUMBER + ")节课?|(?<lastLesson>最后一节课?)"
                    // 晚上, 放学
                    + "|(?<slot>早自[习修]|早读课?|升旗仪式|升旗|早操|课间操|大课间|午[饭餐休睡]|放学|上学(?=时|的时候|路上|途中|期间|高峰|之前|以前|" + BEFORE
                    + ")|早高峰|晚自[习修]|晚修|晚饭|熄灯)"
                    + "|(?<part>凌晨|拂晓|清晨|大?清早|一大早|一早|早[上晨]|上午|中午|正午|下午|午后|傍晚|黄昏|晚上|夜里|夜晚|大?半夜|深夜|午夜|[早晚夜晨])"
                    // 八点半, 22:15
                    + "|(?<![\\d:.])(?<hour>" + NUMBER
                    + ")(?:点(?:钟|(?<exact>整))?|时(?![候间常不刻尚代])|:(?=[0-5]\\d(?![\\d:])))"
                    + "(?:(?<minute>[0-5]\\d(?!\\d)|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|" + NUMBER
                    + "(?=分))分?|(?<halfPast>半)|(?<quarter>[一三])刻)?"
                    // 国庆
                    + "|(?<holiday>国庆|十一(?=假|长假|期间|" + BEFORE + "|" + AFTER
                    + ")|元旦|五一(?!班)|劳动节|六一(?!班)|儿童节|圣诞|平安夜|教师节|清明|端午|中秋|春节|除夕|大年三十|过年|元宵|开学|中考|高考|期[中末]|寒假|暑假)"
                    + "(?:节|典礼|考试|考|假期|长假|假)?"
                    // 现在
                    + "|(?<now>现在|此时此刻|此刻|此时|这会儿|眼下|目前)|(?<justNow>刚刚|刚才)|(?<soon>马上|立刻|立马|待会儿?|等会儿?|一会儿))");

    private static final Map<String, Integer> RELATIVE = Map.ofEntries(
            Map.entry("大前天", -3),
            Map.entry("前天", -2),
            Map.entry("昨", -1),
            Map.entry("今", 0),
            Map.entry("当", 0),
            Map.entry("明", 1),
            Map.entry("后天", 2),
            Map.entry("大后天", 3));

    /** First hour and the hour after the last; past 24 it is the next day's. */
    private static final Map<String, int[]> PARTS = Map.ofEntries(
            Map.entry("凌晨", new int[] {0, 6}),
            Map.entry("拂晓", new int[] {5, 7}),
            Map.entry("早", new int[] {6, 9}),
            Map.entry("晨", new int[] {6, 9}),
            Map.entry("上午", new int[] {8, 12}),
            Map.entry("中午", new int[] {11, 14}),
            Map.entry("正午", new int[] {11, 14}),
            Map.entry("下午", new int[] {12, 18}),
            Map.entry("午后", new int[] {12, 18}),
            Map.entry("傍晚", new int[] {17, 20}),
            Map.entry("黄昏", new int[] {17, 20}),
            Map.entry("晚", new int[] {18, 24}),
            Map.entry("夜", new int[] {18, 29}),
            Map.entry("深夜", new int[] {22, 29}),
            Map.entry("半夜", new int[] {22, 29}),
            Map.entry("午夜", new int[] {22, 29}));

    /** What follows a number and 点 where it counts points, not hours. */
    private static final Pattern POINTS = Pattern.compile("[水论建感原理方疑头击评赞滴儿吧都]|要[求点]|注意|意[见思]|也不|[不没]");

    private final String text;
    private final SchoolDay day;
    private final ZonedDateTime now;
    private final LocalDate today;

    TimeLexer(String text, SchoolDay day, ZonedDateTime now) {
        this.text = text;
        this.day = day;
        this.now = now;
        this.today = now.toLocalDate();
    }

    List<Lexeme> lexemes() {
        List<Lexeme> lexemes = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            lexeme(word).ifPresent(lexemes::add);
        }
        return lexemes;
    }

    private Optional<Lexeme> lexeme(Matcher word) {
        if (word.group("month") != null) {
            return date(word);
        }
        if (word.group("lastMonth") != null) {
            return monthNearby(word);
        }
        if (word.group("lone") != null) {
            int year = year(word.group("lone").substring(0, 1));
            return days(word, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
        }
        if (word.group("count") != null) {
            return Counted.of(word, now);
        }
        if (word.group("date") != null) {
            return dayOfMonth(word);
        }
        if (word.group("weekday") != null) {
            return weekday(word);
        }
        if (word.group("week") != null) {
            LocalDate monday = monday(word.group("week"));
            return days(word, monday, monday.plusDays(7));
        }
        if (word.group("relative") != null) {
            String relative = word.group("relative");
            int offset =
                    RELATIVE.containsKey(relative) ? RELATIVE.get(relative) : RELATIVE.get(relative.substring(0, 1));
            return days(word, today.plusDays(offset), today.plusDays(offset + 1L));
        }
        if (word.group("recent") != null) {
            return recent(word);
        }
        return withinDay(word);
    }

    private Optional<Lexeme> withinDay(Matcher word) {
        int start = word.start();
        int end = word.end();
        if (word.group("lesson") != null) {
            int number = ChineseNumber.parse(word.group("lesson"));
            return number < 1 ? Optional.empty() : Optional.of(new Lexeme.Lesson(start, end, number));
        }
        if (word.group("lastLesson") != null) {
            return Optional.of(new Lexeme.Lesson(start, end, 0));
        }
        if (word.group("slot") != null) {
            return day.named(word.group("slot")).map(hours -> new Lexeme.Slot(start, end, hours));
        }
        if (word.group("part") != null) {
            int[] hours = part(word.group("part"));
            return Optional.of(new Lexeme.PartOfDay(start, end, hours[0], hours[1]));
        }
        if (word.group("hour") != null) {
            return clock(word);
        }
        if (word.group("holiday") != null) {
            return SchoolYear.named(word.group("holiday"), today)
                    .map(days -> new Lexeme.Days(start, end, days.first(), days.end()));
        }
        return Optional.of(stretch(word));
    }

    private Lexeme stretch(Matcher word) {
        if (word.group("justNow") != null) {
            return new Lexeme.Stretch(
                    word.start(), word.end(), now.minusMinutes(30).toInstant(), now.toInstant());
        }
        int minutes = word.group("now") != null ? 30 : 60;
        return new Lexeme.Stretch(
                word.start(),
                word.end(),
                now.toInstant(),
                now.plusMinutes(minutes).toInstant());
    }

    private static int[] part(String word) {
        if (PARTS.containsKey(word)) {
            return PARTS.get(word);
        }
        String known =
                word.endsWith("半夜") ? "半夜" : word.contains("早") || word.contains("晨") ? "早" : word.substring(0, 1);
        return PARTS.get(known);
    }

    private Optional<Lexeme> clock(Matcher word) {
        int hour = ChineseNumber.parse(word.group("hour"));
        int minute = 0;
        if (word.group("minute") != null) {
            minute = ChineseNumber.parse(word.group("minute"));
        } else if (word.group("halfPast") != null) {
            minute = 30;
        } else if (word.group("quarter") != null) {
            minute = 15 * ChineseNumber.parse(word.group("quarter"));
        }
        if (hour < 0 || hour > 24 || minute < 0 || minute > 59) {
            return Optional.empty();
        }
        boolean bare = minute == 0 && word.group("minute") == null && word.group("exact") == null;
        boolean points = bare
                && !word.group().endsWith("钟")
                && POINTS.matcher(text).region(word.end(), text.length()).lookingAt();
        if (points) {
            return Optional.empty();
        }
        boolean vague = bare && hour <= 1 && !word.group().endsWith("钟");
        return Optional.of(new Lexeme.Clock(word.start(), word.end(), hour, minute, vague));
    }

    private Optional<Lexeme> date(Matcher word) {
        int month = ChineseNumber.parse(word.group("month"));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        boolean whole = word.group("day") == null;
        int dayOfMonth = whole ? 1 : ChineseNumber.parse(word.group("day"));
        if (dayOfMonth < 1) {
            return Optional.empty();
        }
        int year = word.group("year") == null ? nearestYear(month, dayOfMonth) : year(word.group("year"));
        return onDay(YearMonth.of(year, month), dayOfMonth)
                .map(first -> daysOf(word, first, whole ? first.plusMonths(1) : first.plusDays(1)));
    }

    /** A day of a month; empty for 2月30号. */
    private static Optional<LocalDate> onDay(YearMonth month, int day) {
        return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
    }

    /** The year in which the date lies nearest to the post: on 5 January, 30 December is the one just gone. */
    private int nearestYear(int month, int dayOfMonth) {
        LocalDate inThis = LocalDate.of(today.getYear(), month, Math.min(dayOfMonth, 28));
        long ahead = inThis.toEpochDay() - today.toEpochDay();
        return ahead > 183 ? today.getYear() - 1 : ahead < -183 ? today.getYear() + 1 : today.getYear();
    }

    private int year(String name) {
        return switch (name) {
            case "前" -> today.getYear() - 2;
            case "去" -> today.getYear() - 1;
            case "今" -> today.getYear();
            case "明" -> today.getYear() + 1;
            default -> Integer.parseInt(name);
        };
    }

    private Optional<Lexeme> monthNearby(Matcher word) {
        int offset =
                switch (word.group("lastMonth")) {
                    case "上" -> -1;
                    case "下" -> 1;
                    default -> 0;
                };
        YearMonth month = YearMonth.from(today).plusMonths(offset);
        if (word.group("dayOfMonth") == null) {
            return days(word, month.atDay(1), month.plusMonths(1).atDay(1));
        }
        return onDay(month, ChineseNumber.parse(word.group("dayOfMonth")))
                .map(first -> daysOf(word, first, first.plusDays(1)));
    }

    private Optional<Lexeme> dayOfMonth(Matcher word) {
        int number = ChineseNumber.parse(word.group("date"));
        YearMonth month = YearMonth.from(today);
        // Half a month back at most, else the next month's.
        if (number < today.getDayOfMonth() - 14 || number > month.lengthOfMonth()) {
            month = month.plusMonths(1);
        }
        return onDay(month, number).map(first -> daysOf(word, first, first.plusDays(1)));
    }

    private Optional<Lexeme> weekday(Matcher word) {
        String name = word.group("weekday");
        boolean weekend = name.equals("末");
        int number = weekend ? 6 : name.equals("日") || name.equals("天") ? 7 : ChineseNumber.parse(name);
        LocalDate first;
        if (word.group("which") == null) {
            first = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(number)));
            if (weekend && today.getDayOfWeek() == DayOfWeek.SUNDAY) {
                first = today.minusDays(1);
            }
        } else {
            first = monday(word.group("which")).plusDays(number - 1L);
        }
        return days(word, first, first.plusDays(weekend ? 2 : 1));
    }

    private LocalDate monday(String which) {
        int weeks =
                switch (which) {
                    case "上上" -> -2;
                    case "上" -> -1;
                    case "下" -> 1;
                    case "下下" -> 2;
                    default -> 0;
                };
        return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(weeks);
    }

    private Optional<Lexeme> recent(Matcher word) {
        return switch (word.group("recent")) {
            case "前阵子", "前段时间" -> days(word, today.minusDays(60), today.minusDays(7));
            case "上学期", "上个学期" -> days(word, today.minusDays(240), today.minusDays(30));
            case "这几天", "这两天" -> days(word, today.minusDays(3), today.plusDays(4));
            default -> days(word, today.minusDays(7), today);
        };
    }

    private static Optional<Lexeme> days(Matcher word, LocalDate first, LocalDate after) {
        return Optional.of(daysOf(word, first, after));
    }

    private static Lexeme daysOf(Matcher word, LocalDate first, LocalDate after) {
        return new Lexeme.Days(word.start(), word.end(), first, after);
    }
}
