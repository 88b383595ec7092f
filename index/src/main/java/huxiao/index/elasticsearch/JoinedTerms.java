package huxiao.index.elasticsearch;

import huxiao.index.query.Query;
import huxiao.index.text.Token;
import huxiao.index.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Texts that are already cut, as strings that Elasticsearch's {@code whitespace} analyser parts again at every space. It gives each
 * term the position after the one before, so that whatever a phrase must not skip is a term too. Title and text are two values of
 * one field, between which it leaves {@link #TEXT_GAP} positions.
 *
 * <p>Tokens: one term each, and one for a gap between two of them. Pairs: characters side by side, {@code 甲乙丙}, become
 * {@code 甲·乙 乙·丙}, where the dot is {@link #SEPARATOR}: common characters have long lists of places, pairs have none, and where
 * one of a phrase's pairs is missing, nobody need look at places.
 */
final class JoinedTerms {
    /** No token holds it, since it is a control character; unlike others it is neither white space nor escaped in JSON. */
    static final char SEPARATOR = '\u007F';

    /** So that no phrase reaches from one text into the next, and nothing of one is near the other. */
    static final int TEXT_GAP = 2 * Query.Near.MAX_DISTANCE;

    private static final String GAP = String.valueOf(SEPARATOR);

    /** Moves white space to characters that are none, in the code of CJK ideographs. */
    private static final int NO_SPACE = 0x4000;

    private JoinedTerms() {}

    /** The tokens of a text, or of a phrase to be found in it, one by one. */
    static List<String> terms(List<Token> tokens) {
        List<String> terms = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && !follows(tokens, i)) {
                terms.add(GAP);
            }
            terms.add(withoutSpace(tokens.get(i).text()));
        }
        return terms;
    }

    /** {@link #terms} as one string. */
    static String tokens(List<Token> tokens) {
        return String.join(" ", terms(tokens));
    }

    /** The pairs of characters of a text or of a phrase, in order, repeated where they are; none across a gap. */
    static List<String> pairs(List<Token> characters) {
        return Tokens.pairs(characters, SEPARATOR);
    }

    private static boolean follows(List<Token> tokens, int index) {
        return tokens.get(index).position() - tokens.get(index - 1).position() == 1;
    }

    /** A segmenter may hand out a word with a space in it; each stays a term of its own, different from every other. */
    private static String withoutSpace(String word) {
        if (word.chars().noneMatch(Character::isWhitespace)) {
            return word;
        }
        return word.codePoints()
                .mapToObj(c -> Character.isWhitespace(c)
                        ? SEPARATOR + Character.toString(c + NO_SPACE)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }
}
