package huxiao.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the author stands to what the post tells; the first that fits. */
public enum Stance {
    /** Game, lyric, story, film, role play, exam question. */
    FICTION,
    /** Exercise or its notice. */
    DRILL,
    /** Joke, slang, exaggeration. */
    HYPERBOLE,
    /** The author will do it. */
    INTENT,
    /** The author asks the reader to act. */
    HELP,
    /** The author sees or saw it. */
    WITNESS,
    /** Passes on what others said. */
    REPORT,
    /** View, complaint, question, advert, everyday talk. */
    OPINION;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in files, messages and the API, such as {@code fiction}. */
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
    public static Stance of(String wireName) {
        return WireNames.find(values(), Stance::wireName, "stance", wireName);
    }
}
