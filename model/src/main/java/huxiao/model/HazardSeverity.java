package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How grave a registered hazard is. */
public enum HazardSeverity {
    /** 一般: a nuisance or slight. */
    MINOR,
    /** 较大: may injure. */
    SERIOUS,
    /** 重大: may kill, or injure many. */
    MAJOR;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code minor}. */
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
    public static HazardSeverity of(String wireName) {
        return WireNames.find(values(), HazardSeverity::wireName, "hazardseverity", wireName);
    }
}
