package huxiao.index.query;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** A time as it was written; what it means is worked out when the query runs. */
public sealed interface When {
    /** The stretch of time meant, seen from {@code now} in a zone. */
    Interval interval(Instant now, ZoneId zone);

    /** A calendar day, such as {@code 2026-11-01}. */
    record Day(LocalDate date) implements When {
        public Day {
            requireFourDigits(date.getYear());
        }

        @Override
        public Interval interval(Instant now, ZoneId zone) {
            return days(date, date.plusDays(1), zone);
        }
    }

    /** A calendar month, such as {@code 2026-11}. */
    record Month(YearMonth month) implements When {
        public Month {
            requireFourDigits(month.getYear());
        }

        @Override
        public Interval interval(Instant now, ZoneId zone) {
            return days(month.atDay(1), month.plusMonths(1).atDay(1), zone);
        }
    }

    /** The day {@code ago} days before today: 0 today (今天), 1 yesterday (昨天), 2 the day before (前天). */
    record DayBefore(int ago) implements When {
        public DayBefore {
            if (ago < 0 || ago > 2) {
                throw new IllegalArgumentException("only today and the two days before have a name, found " + ago);
            }
        }

        @Override
        public Interval interval(Instant now, ZoneId zone) {
            LocalDate day = LocalDate.ofInstant(now, zone).minusDays(ago);
            return days(day, day.plusDays(1), zone);
        }
    }

    /** The last hours or days (近24小时, 近7天), counted back from now and open towards the future. */
    record Last(int amount, Unit unit) implements When {
        /** The longest stretch, in its unit. */
        public static final int MAX = 99_999;

        /** What is counted. */
        public enum Unit {
            /** 小时. */
            HOURS,
            /** 天. */
            DAYS
        }

        public Last {
            Objects.requireNonNull(unit, "unit");
            if (amount < 1 || amount > MAX) {
                throw new IllegalArgumentException("from 1 to " + MAX + ", found " + amount);
            }
        }

        @Override
        public Interval interval(Instant now, ZoneId zone) {
            Duration back = unit == Unit.HOURS ? Duration.ofHours(amount) : Duration.ofDays(amount);
            return new Interval(now.minus(back).toEpochMilli(), Long.MAX_VALUE);
        }
    }

    /** One moment to the millisecond, written by RFC 3339 with an offset. */
    record Moment(Instant instant) implements When {
        public Moment {
            requireFourDigits(instant.atOffset(ZoneOffset.UTC).getYear());
            if (!instant.equals(instant.truncatedTo(ChronoUnit.MILLIS))) {
                throw new IllegalArgumentException("to the millisecond at most, found " + instant);
            }
        }

        @Override
        public Interval interval(Instant now, ZoneId zone) {
            return new Interval(instant.toEpochMilli(), instant.toEpochMilli() + 1);
        }
    }

    /**
     * A stretch of time.
     *
     * @param start first ms since 1970
     * @param end one past the last ms, {@link Long#MAX_VALUE} for no end
     */
    record Interval(long start, long end) {
        /** What a comparison with this stretch leaves; a day's {@code >} begins when the day is over. */
        public Interval compared(Comparison comparison) {
            return switch (comparison) {
                case IS -> this;
                case ABOVE -> new Interval(end, Long.MAX_VALUE);
                case AT_LEAST -> new Interval(start, Long.MAX_VALUE);
                case BELOW -> new Interval(Long.MIN_VALUE, start);
                case AT_MOST -> new Interval(Long.MIN_VALUE, end);
            };
        }

        /** Whether a time lies in it. */
        public boolean contains(long time) {
            return time >= start && (time < end || end == Long.MAX_VALUE);
        }

        /** The last time that lies in it, where any does. */
        public long last() {
            return end == Long.MAX_VALUE ? end : end - 1;
        }

        /** Whether nothing lies in it. */
        public boolean isEmpty() {
            return start >= end && end != Long.MAX_VALUE;
        }
    }

    private static Interval days(LocalDate first, LocalDate next, ZoneId zone) {
        return new Interval(
                first.atStartOfDay(zone).toInstant().toEpochMilli(),
                next.atStartOfDay(zone).toInstant().toEpochMilli());
    }

    private static void requireFourDigits(int year) {
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("a year has four digits, found " + year);
        }
    }
}
