package huxiao.index.query;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/** The hours of a week: 0 begins with Monday, 167 is the last of Sunday. */
public final class HourOfWeek {
    /** Hours of a day. */
    public static final int PER_DAY = 24;

    private HourOfWeek() {}

    /** The hour in which a local time lies. */
    public static int of(LocalDateTime time) {
        return of(time.getDayOfWeek(), time.getHour());
    }

    /** The hour of a day that begins at so many o'clock, from 0 to 23. */
    public static int of(DayOfWeek day, int hour) {
        return (day.getValue() - 1) * PER_DAY + hour;
    }
}
