package huxiao.index;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Stretches of the calendar by which posts are counted. */
public enum CalendarUnit {
    /** A clock hour. */
    HOUR {
        @Override
        public LocalDateTime startOf(LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.HOURS);
        }
    },
    /** A day. */
    DAY {
        @Override
        public LocalDateTime startOf(LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.DAYS);
        }
    },
    /** A week that begins on Monday (ISO 8601). */
    WEEK {
        @Override
        public LocalDateTime startOf(LocalDateTime time) {
            return DAY.startOf(time).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    },
    /** A month. */
    MONTH {
        @Override
        public LocalDateTime startOf(LocalDateTime time) {
            return DAY.startOf(time).withDayOfMonth(1);
        }
    };

    /** When the stretch began in which a time lies. */
    public abstract LocalDateTime startOf(LocalDateTime time);
}
