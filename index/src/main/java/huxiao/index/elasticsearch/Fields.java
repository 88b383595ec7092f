package huxiao.index.elasticsearch;

import huxiao.index.CalendarUnit;

/** The fields of a document. None is filled from the author; only {@link #STORED}, which no query reads, holds the post. */
final class Fields {
    /** Version of this layout and of how texts are cut; an index of another version is refused. */
    static final String FORMAT = "4";

    static final String ID = "id";
    static final String TIME = "time";
    static final String COLLECTED = "collected";
    static final String LEVEL = "level";
    static final String CATEGORY = "category";
    static final String STANCE = "stance";
    static final String SCHOOL = "school";
    static final String PLACE = "place";
    static final String SOURCE = "source";
    static final String HOUR_OF_WEEK = "hourOfWeek";
    static final String ALERTED = "alerted";
    static final String ALERT = "alert";
    static final String STATUS = "status";
    static final String REVISION = "revision";
    static final String WORDS = "words";
    static final String CHARACTERS = "characters";
    static final String GRAMS = "grams";
    static final String BAND = "band";
    static final String VECTOR = "vector";
    static final String STORED = "post";

    /** In documents of alerts: when the index was told. */
    static final String TOLD = "told";

    /** In documents of alerts: what took over. */
    static final String MERGED_INTO = "mergedInto";

    private Fields() {}

    /** In seconds since 1970 on local clocks, when the stretch of the calendar began in which {@link #TIME} lies. */
    static String start(CalendarUnit unit) {
        return switch (unit) {
            case HOUR -> "startOfHour";
            case DAY -> "startOfDay";
            case WEEK -> "startOfWeek";
            case MONTH -> "startOfMonth";
        };
    }
}
