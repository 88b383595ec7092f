package huxiao.index.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and prints times of the language. */
final class WhenParser {
    static final String EXPECTED =
            "a day 2026-11-01, a month 2026-11, 今天, 昨天, 前天, 近7天, 近24小时, or RFC 3339 such as 2026-11-01T08:00:00+08:00";

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern LAST = Pattern.compile("(?:最?近|last)([1-9]\\d{0,4})(天|日|d|小时|h)");

    private WhenParser() {}

    /** The time of a folded text; empty when it is none. */
    static Optional<When> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "今天", "今日", "today" -> {
                return Optional.of(new When.DayBefore(0));
            }
            case "昨天", "昨日", "yesterday" -> {
                return Optional.of(new When.DayBefore(1));
            }
            case "前天" -> {
                return Optional.of(new When.DayBefore(2));
            }
            default -> {
                return written(lower);
            }
        }
    }

    private static Optional<When> written(String text) {
        Matcher last = LAST.matcher(text);
        if (last.matches()) {
            boolean hours = last.group(2).equals("小时") || last.group(2).equals("h");
            return Optional.of(
                    new When.Last(Integer.parseInt(last.group(1)), hours ? When.Last.Unit.HOURS : When.Last.Unit.DAYS));
        }
        try {
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                return Optional.of(new When.Day(LocalDate.of(number(day, 1), number(day, 2), number(day, 3))));
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                return Optional.of(new When.Month(YearMonth.of(number(month, 1), number(month, 2))));
            }
            return Optional.of(new When.Moment(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT))
                    .toInstant()
                    .truncatedTo(ChronoUnit.MILLIS)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A time in a form that {@link #parse} reads back. */
    static String print(When when) {
        if (when instanceof When.Day day) {
            return day.date().toString();
        }
        if (when instanceof When.Month month) {
            return month.month().toString();
        }
        if (when instanceof When.DayBefore day) {
            return switch (day.ago()) {
                case 0 -> "今天";
                case 1 -> "昨天";
                default -> "前天";
            };
        }
        if (when instanceof When.Last last) {
            return "近" + last.amount() + (last.unit() == When.Last.Unit.HOURS ? "小时" : "天");
        }
        return ((When.Moment) when).instant().toString();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
