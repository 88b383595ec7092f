package huxiao.model;

import java.util.Objects;

/**
 * A stretch of the author's own characters.
 *
 * @param field which field of the post
 * @param start first UTF-16 unit, from 0
 * @param end one past the last UTF-16 unit; equals {@code start} only for {@link #NOWHERE}
 * @param text the characters themselves, as the author wrote them
 */
public record Span(Field field, int start, int end, String text) {
    /** Stands for "no place in the text", for example a school known only by its source. */
    public static final Span NOWHERE = new Span(Field.TEXT, 0, 0, "");

    public Span {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(text, "text");
        if (start < 0 || end < start || text.length() != end - start) {
            throw new IllegalArgumentException(
                    "span " + start + ".." + end + " does not fit a text of " + text.length());
        }
    }

    /** Whether this points at nothing. */
    public boolean isEmpty() {
        return start == end;
    }
}
