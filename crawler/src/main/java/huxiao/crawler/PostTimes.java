package huxiao.crawler;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the times that pages and feeds write: RFC 3339, RFC 822, the usual Chinese forms, seconds or milliseconds since 1970, and
 * times told from now ("3小时前", "昨天 12:30"). Asia/Shanghai where no zone is named.
 */
final class PostTimes {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** Longer texts are no times; the bound keeps the patterns cheap on hostile input. */
    private static final int LONGEST = 200;

    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");
    private static final String CLOCK = "(上午|下午|晚上|凌晨)?\\s*(\\d{1,2})[:时点](\\d{1,2})(?:[:分](\\d{1,2}))?";
    private static final Pattern FULL = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]{0,3}"
            + CLOCK + "(?:[.,]\\d{1,9})?\\s?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern YEARLESS = Pattern.compile("(\\d{1,2})[-/月](\\d{1,2})日?\\s{0,3}" + CLOCK);
    private static final Pattern RFC_822 = Pattern.compile(
            "(\\d{1,2})\\s([A-Za-z]{3})[a-z]{0,6}\\s(\\d{4}|\\d{2})\\s(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s(Z|[A-Z]{2,4}|[+-]\\d{2}:?\\d{2}))?");
    private static final Pattern AGO = Pattern.compile("(\\d{1,4}|半)\\s?个?(秒|分钟|小时|天|周|月)(?:钟)?[之以]?前");
    private static final Pattern DAY = Pattern.compile("(今天|昨天|前天)\\s{0,3}(?:" + CLOCK + ")?");
    private static final Pattern NOW = Pattern.compile("刚刚|刚才");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private PostTimes() {}

    /**
     * The time that a text tells.
     *
     * @param format a pattern of {@link DateTimeFormatter}; empty tries the usual forms
     * @param now what "yesterday" is told from
     * @return empty when it tells none, or one outside 1990 to 2100
     */
    static Optional<Instant> parse(String text, String format, Instant now) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Optional<Instant> time = format.isEmpty() ? usual(stripped, now) : formatted(stripped, format);
            return time.filter(PostTimes::isPlausible);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // the 30th of February and its like are no times
        }
    }

    private static boolean isPlausible(Instant time) {
        int year = time.atZone(ZONE).getYear();
        return year >= 1990 && year <= 2100;
    }

    private static Optional<Instant> formatted(String text, String format) {
        TemporalAccessor parsed =
                DateTimeFormatter.ofPattern(format, Locale.CHINA).parse(text);
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return Optional.of(Instant.from(parsed));
        }
        LocalTime time = parsed.isSupported(ChronoField.SECOND_OF_DAY) ? LocalTime.from(parsed) : LocalTime.MIDNIGHT;
        return Optional.of(LocalDate.from(parsed).atTime(time).atZone(ZONE).toInstant());
    }

    private static Optional<Instant> usual(String text, Instant now) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        Matcher full = FULL.matcher(text);
        if (full.find()) {
            LocalDate date = LocalDate.of(number(full, 1), number(full, 2), number(full, 3));
            return Optional.of(at(date, full, 4, zone(full.group(8))));
        }
        Matcher rfc822 = RFC_822.matcher(text);
        if (rfc822.find()) {
            return rfc822(rfc822);
        }
        return told(text, now);
    }

    private static Optional<Instant> rfc822(Matcher m) {
        int month = MONTHS.indexOf(m.group(2).toLowerCase(Locale.ROOT)) + 1;
        int year = number(m, 3) < 100 ? 2000 + number(m, 3) : number(m, 3);
        int second = m.group(6) == null ? 0 : Math.min(59, number(m, 6));
        LocalDateTime time = LocalDateTime.of(year, month, number(m, 1), number(m, 4), number(m, 5), second);
        return Optional.of(time.atZone(zone(m.group(7))).toInstant());
    }

    private static Optional<Instant> told(String text, Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        Matcher ago = AGO.matcher(text);
        if (ago.find()) {
            return Optional.of(now.minus(length(ago.group(1), ago.group(2))));
        }
        Matcher day = DAY.matcher(text);
        if (day.find()) {
            int back = List.of("今天", "昨天", "前天").indexOf(day.group(1));
            return Optional.of(at(today.minusDays(back), day, 2, ZONE));
        }
        Matcher yearless = YEARLESS.matcher(text);
        if (yearless.find()) {
            LocalDate date = LocalDate.of(today.getYear(), number(yearless, 1), number(yearless, 2));
            // In January a page still says "12-31" and means last year's.
            return Optional.of(at(date.isAfter(today.plusDays(1)) ? date.minusYears(1) : date, yearless, 3, ZONE));
        }
        return NOW.matcher(text).find() ? Optional.of(now) : Optional.empty();
    }

    private static Duration length(String amount, String unit) {
        long seconds =
                switch (unit) {
                    case "秒" -> 1;
                    case "分钟" -> 60;
                    case "小时" -> 3_600;
                    case "天" -> 86_400;
                    case "周" -> 7 * 86_400;
                    default -> 30 * 86_400;
                };
        return Duration.ofSeconds(amount.equals("半") ? seconds / 2 : seconds * Long.parseLong(amount));
    }

    /** The time of day in four groups from {@code group}: half of the day, hour, minute, second. */
    private static Instant at(LocalDate date, Matcher m, int group, ZoneId zone) {
        if (m.group(group + 1) == null) {
            return date.atStartOfDay(zone).toInstant();
        }
        int hour = number(m, group + 1);
        boolean afternoon = "下午".equals(m.group(group)) || "晚上".equals(m.group(group));
        int second = m.group(group + 3) == null ? 0 : Math.min(59, number(m, group + 3));
        return date.atTime(afternoon && hour < 12 ? hour + 12 : hour % 24, number(m, group + 2), second)
                .atZone(zone)
                .toInstant();
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static ZoneId zone(String name) {
        if (name == null) {
            return ZONE;
        }
        if (name.startsWith("+") || name.startsWith("-")) {
            return ZoneOffset.of(name);
        }
        // "CST" is China's as often as Chicago's on the pages read here.
        return name.equals("CST") ? ZONE : ZoneOffset.UTC;
    }
}
