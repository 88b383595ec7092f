package huxiao.server.web.console;

import huxiao.index.CalendarUnit;
import huxiao.index.SearchContext;
import huxiao.index.query.Comparison;
import huxiao.index.query.Query;
import huxiao.index.query.When;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many of the posts found lie in each stretch of time, as bars. The unit is the finest by which nearly all posts fit; what is older
 * than the first bar is told as a number, so that one page that claims to be of 1970 does not squeeze all others into one bar.
 *
 * @param unit of each bar
 * @param bars without gaps, earliest first; from 24 to 60
 * @param earlier how many posts lie before the first bar
 */
record PostChart(CalendarUnit unit, List<Bar> bars, long earlier) {
    /** The most bars that can be told apart on a phone. */
    private static final int MOST_BARS = 60;

    /** Fewer bars would be blocks; there are empty ones in front of them then. */
    private static final int LEAST_BARS = 24;

    /** Of a span of so many days hours are shown. */
    private static final int DAYS_OF_HOURS = 2;

    /** One in so many posts may be left of the chart if the others can be seen better then. */
    private static final int LEFT_OUT = 20;

    /** So many years of bars do not reach back to where the calendar of queries begins. */
    private static final int EARLIEST_YEAR = 100;

    private static final int LATEST_YEAR = 9_999;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    PostChart {
        bars = List.copyOf(bars);
    }

    /**
     * One stretch of time.
     *
     * @param label when it was
     * @param count how many posts
     * @param height of 100, at least 2 where there is any post
     * @param query finds the posts of this stretch
     */
    record Bar(String label, long count, long height, Query query) {}

    /** Whether hours say more than days. */
    static boolean wantsHours(Map<LocalDateTime, Long> days) {
        NavigableMap<LocalDateTime, Long> counts = new TreeMap<>(days);
        return !counts.isEmpty() && between(CalendarUnit.DAY, start(counts), counts.lastKey()) < DAYS_OF_HOURS;
    }

    /** When the time begins that nearly all posts are of. */
    static LocalDateTime start(Map<LocalDateTime, Long> counts) {
        long allowed = counts.values().stream().mapToLong(Long::longValue).sum() / LEFT_OUT;
        for (Map.Entry<LocalDateTime, Long> bucket : new TreeMap<>(counts).entrySet()) {
            allowed -= bucket.getValue();
            if (allowed < 0) {
                return bucket.getKey();
            }
        }
        throw new IllegalArgumentException("no posts");
    }

    /**
     * The bars of counts.
     *
     * @param counted the unit that was counted by; the bars may be of a longer one
     * @return empty when there is nothing that could be shown
     */
    static Optional<PostChart> of(Map<LocalDateTime, Long> counts, CalendarUnit counted) {
        NavigableMap<LocalDateTime, Long> found = new TreeMap<>(counts);
        if (found.isEmpty()
                || found.lastKey().getYear() < EARLIEST_YEAR
                || found.lastKey().getYear() > LATEST_YEAR) {
            return Optional.empty();
        }
        LocalDateTime start = start(found);
        CalendarUnit unit = counted;
        while (unit != CalendarUnit.MONTH && between(unit, start, found.lastKey()) >= MOST_BARS) {
            unit = longer(unit);
        }
        return Optional.of(of(unit, inUnit(unit, found), unit.startOf(start)));
    }

    private static CalendarUnit longer(CalendarUnit unit) {
        return switch (unit) {
            case HOUR -> CalendarUnit.DAY;
            case DAY -> CalendarUnit.WEEK;
            case WEEK, MONTH -> CalendarUnit.MONTH;
        };
    }

    private static NavigableMap<LocalDateTime, Long> inUnit(CalendarUnit unit, Map<LocalDateTime, Long> counts) {
        NavigableMap<LocalDateTime, Long> sums = new TreeMap<>();
        counts.forEach((time, count) -> sums.merge(unit.startOf(time), count, Long::sum));
        return sums;
    }

    private static PostChart of(CalendarUnit unit, NavigableMap<LocalDateTime, Long> counts, LocalDateTime start) {
        LocalDateTime last = counts.lastKey();
        LocalDateTime longest = plus(unit, last, 1 - MOST_BARS);
        LocalDateTime shortest = plus(unit, last, 1 - LEAST_BARS);
        LocalDateTime first = start.isBefore(longest) ? longest : start.isAfter(shortest) ? shortest : start;
        long most = counts.tailMap(first, true).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (LocalDateTime time = first; !time.isAfter(last); time = plus(unit, time, 1)) {
            long count = counts.getOrDefault(time, 0L);
            long height = count == 0 ? 0 : Math.max(2, count * 100 / most);
            bars.add(new Bar(label(unit, time), count, height, query(unit, time)));
        }
        long earlier = counts.headMap(first, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new PostChart(unit, bars, earlier);
    }

    /** The most posts of one bar. */
    public long most() {
        return bars.stream().mapToLong(Bar::count).max().orElse(0);
    }

    private static long between(CalendarUnit unit, LocalDateTime from, LocalDateTime to) {
        return chrono(unit).between(unit.startOf(from), to);
    }

    private static LocalDateTime plus(CalendarUnit unit, LocalDateTime time, long amount) {
        return time.plus(amount, chrono(unit));
    }

    private static ChronoUnit chrono(CalendarUnit unit) {
        return switch (unit) {
            case HOUR -> ChronoUnit.HOURS;
            case DAY -> ChronoUnit.DAYS;
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
        };
    }

    private static String label(CalendarUnit unit, LocalDateTime time) {
        return switch (unit) {
            case HOUR -> HOUR.format(time);
            case DAY -> DAY.format(time);
            case WEEK -> DAY.format(time) + " – " + DAY.format(time.plusDays(6));
            case MONTH -> MONTH.format(time);
        };
    }

    private static Query query(CalendarUnit unit, LocalDateTime time) {
        When.Day day = new When.Day(time.toLocalDate());
        return switch (unit) {
            case HOUR ->
                new Query.BetweenTimes(moment(time), moment(time.plusHours(1).minus(Duration.ofMillis(1))));
            case DAY -> new Query.AtTime(Comparison.IS, day);
            case WEEK ->
                new Query.BetweenTimes(day, new When.Day(time.toLocalDate().plusDays(6)));
            case MONTH -> new Query.AtTime(Comparison.IS, new When.Month(YearMonth.from(time)));
        };
    }

    private static When moment(LocalDateTime time) {
        return new When.Moment(time.atZone(SearchContext.CHINA).toInstant());
    }
}
