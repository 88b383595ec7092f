package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who is told of an alert. */
public enum Route {
    /** Duty officer, at once. */
    POLICE_NOW,
    /** Read by police at the start of the shift. */
    POLICE_LIST,
    /** The school itself; left out where the accused is its staff. */
    SCHOOL,
    /** The education bureau. */
    BUREAU,
    /** School counsellor and bureau psychologist. */
    CARE;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code police_now}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * The constant of a wire name.
     *
     * @throws IllegalArgumentException when there is none; the message lists what is allowed
     */
    @JsonCreator
    public static Route of(String wireName) {
        return WireNames.find(values(), Route::wireName, "route", wireName);
    }
}
