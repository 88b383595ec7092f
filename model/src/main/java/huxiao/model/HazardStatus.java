package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a hazard of the risk register (风险隐患清单) stands. */
public enum HazardStatus {
    /** Found, not yet remedied. */
    OPEN,
    /** Being remedied. */
    IN_PROGRESS,
    /** Remedied and checked. */
    CLOSED;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code open}. */
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
    public static HazardStatus of(String wireName) {
        return WireNames.find(values(), HazardStatus::wireName, "hazardstatus", wireName);
    }
}
