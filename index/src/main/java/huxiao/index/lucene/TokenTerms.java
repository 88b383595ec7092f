package huxiao.index.lucene;

import huxiao.index.text.Token;
import java.util.List;

/**
 * The tokens of a cut as terms, one at each position. A gap between tokens is a term too, so that a phrase with punctuation in it
 * does not match where a token stands instead.
 */
final class TokenTerms {
    /** No token: it is a control character. */
    private static final String GAP = "\u001F";

    private TokenTerms() {}

    /** Adds the tokens of a text or of a phrase, moved by an offset. */
    static void add(List<Token> tokens, int offset, List<Placed> terms) {
        for (int i = 0; i < tokens.size(); i++) {
            int position = offset + tokens.get(i).position();
            if (i > 0 && tokens.get(i).position() - tokens.get(i - 1).position() > 1) {
                terms.add(new Placed(GAP, position - 1));
            }
            terms.add(new Placed(tokens.get(i).text(), position));
        }
    }
}
