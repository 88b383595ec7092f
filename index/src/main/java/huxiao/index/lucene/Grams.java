package huxiao.index.lucene;

import huxiao.index.text.Token;
import huxiao.index.text.Tokens;
import java.util.List;

/**
 * Characters side by side as terms, so that a phrase of common characters need not read the long lists of places of each: where none
 * of its pairs stands, it is nowhere. Pairs have no places of their own; where a phrase is longer than one, the places of its
 * characters decide.
 */
final class Grams {
    /** No text holds it: it is a control character. Without it {@code ab c} would be {@code a bc}. */
    private static final char SEPARATOR = '\u001F';

    private Grams() {}

    /** The pairs of a text or of a phrase, in order, repeated where they are; none across a gap. */
    static List<String> of(List<Token> characters) {
        return Tokens.pairs(characters, SEPARATOR);
    }
}
