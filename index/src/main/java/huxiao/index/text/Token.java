package huxiao.index.text;

import java.util.Objects;

/**
 * A piece of a text.
 *
 * @param text the piece as it is compared
 * @param position its place in the row of pieces; one more than the piece before, two more where punctuation lies between
 * @param start first UTF-16 unit in the text that was cut
 * @param end one past the last unit
 */
public record Token(String text, int position, int start, int end) {
    public Token {
        Objects.requireNonNull(text, "text");
    }
}
