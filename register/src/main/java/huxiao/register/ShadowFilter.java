package huxiao.register;

import java.util.Locale;
import java.util.Objects;

/**
 * Which differences to list.
 *
 * @param model name of the model that was not switched on
 * @param turn what becomes of telling police
 * @param limit page size, 1…1000
 * @param after {@link ShadowPage#next()} of the page before, empty for the first
 */
public record ShadowFilter(String model, Turn turn, int limit, String after) {
    public ShadowFilter {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(turn, "turn");
        Pages.checkLimit(limit);
        Pages.checkCursor(after);
    }

    /** The first fifty of a model's differences. */
    public static ShadowFilter of(String model) {
        return new ShadowFilter(model, Turn.ANY, 50, "");
    }

    /** Only those with this turn. */
    public ShadowFilter with(Turn only) {
        return new ShadowFilter(model, only, limit, after);
    }

    /** The page of this size behind a cursor. */
    public ShadowFilter page(int size, String cursor) {
        return new ShadowFilter(model, turn, size, cursor);
    }

    /** What becomes of telling police. */
    public enum Turn {
        /** Any difference of level. */
        ANY,
        /** Police would be told, and are not. */
        NEW_POLICE,
        /** Police are told, and would not be. */
        LOST_POLICE;

        /** The lower-case name used in files, messages and the API, such as {@code new_police}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
