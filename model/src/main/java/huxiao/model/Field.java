package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The field of a post that a span points into. */
public enum Field {
    /** The title. */
    TITLE,
    /** The text. */
    TEXT;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code title}. */
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
    public static Field of(String wireName) {
        return WireNames.find(values(), Field::wireName, "field", wireName);
    }
}
