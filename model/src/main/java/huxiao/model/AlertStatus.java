package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an alert stands; only a person moves it off {@link #UNVERIFIED}. */
public enum AlertStatus {
    /** Raised by the program, seen by nobody yet. */
    UNVERIFIED,
    /** A person found it true. */
    VERIFIED,
    /** A person found it untrue; whoever was told is told so. */
    REJECTED,
    /** Joined into another alert by a person. */
    MERGED,
    /** Verified, dealt with and done. */
    CLOSED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code unverified}. */
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
    public static AlertStatus of(String wireName) {
        return WireNames.find(values(), AlertStatus::wireName, "alertstatus", wireName);
    }
}
