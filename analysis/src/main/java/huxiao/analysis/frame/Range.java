package huxiao.analysis.frame;

/**
 * A stretch of a text in normal form.
 *
 * @param start first UTF-16 unit
 * @param end one past the last; equals {@code start} only for {@link #NOWHERE}
 */
public record Range(int start, int end) {
    /** Points at nothing. */
    public static final Range NOWHERE = new Range(0, 0);

    public Range {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a range ends after it begins, found " + start + " to " + end);
        }
    }

    /** Whether this points at nothing. */
    public boolean isEmpty() {
        return start == end;
    }

    /** The characters of a text. */
    public String of(String text) {
        return text.substring(start, end);
    }
}
