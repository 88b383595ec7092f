package huxiao.index;

import java.util.Locale;

/** The posts found lie in more stretches of the calendar than one histogram may have. */
public final class TooManyBucketsException extends RuntimeException {
    /** The most stretches in one histogram. */
    public static final int LIMIT = 1_000;

    private final CalendarUnit unit;

    /** For the unit that was asked for. */
    public TooManyBucketsException(CalendarUnit unit) {
        super("posts of more than " + LIMIT + " different stretches of one "
                + unit.name().toLowerCase(Locale.ROOT) + "; count by a longer unit, or search a shorter time");
        this.unit = unit;
    }

    /** The unit that was asked for. */
    public CalendarUnit unit() {
        return unit;
    }
}
