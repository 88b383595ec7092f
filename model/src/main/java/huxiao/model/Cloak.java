package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How words are hidden from filters. */
public enum Cloak {
    /** Full width, mathematical or circled letters, combining marks. */
    WIDTH,
    /** Invisible characters between the visible ones. */
    INVISIBLE,
    /** Traditional or variant characters. */
    TRADITIONAL,
    /** Spaces, dots and other signs between the characters of a word. */
    GAPS,
    /** A picture that stands for a word. */
    EMOJI,
    /** Latin letters for the sound of a character. */
    PINYIN,
    /** The first letters of a word's syllables. */
    INITIALS,
    /** Other characters of the same or a like sound. */
    HOMOPHONE,
    /** Other characters of a like shape. */
    SHAPE,
    /** A character taken apart. */
    SPLIT;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files and messages. */
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
    public static Cloak of(String wireName) {
        return WireNames.find(values(), Cloak::wireName, "trick", wireName);
    }
}
