package huxiao.model;

import java.util.Objects;

/**
 * A word as cut by a {@link Segmenter}.
 *
 * @param text the word in normalised form
 * @param start first UTF-16 unit in the text that was cut
 * @param end one past the last unit
 */
public record Word(String text, int start, int end) {
    public Word {
        Objects.requireNonNull(text, "text");
    }
}
