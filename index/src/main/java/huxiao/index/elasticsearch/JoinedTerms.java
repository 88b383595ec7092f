package huxiao.index.elasticsearch;

import huxiao.index.query.Query;
import huxiao.index.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Texts that are already cut, as strings that Elasticsearch's {@code whitespace} analyser parts again at every space. It gives each
 * term the position after the one before, so that whatever a phrase must not skip is a term too. Title and text are two values of
 * one field, between which it leaves {@link #TITLE_GAP} positions.
 *
 * <p>Tokens: one term each, and one for a gap between two of them. Runs: characters without a gap between them, {@code 甲乙丙},
 * become {@code ·甲 甲·乙 乙·丙 丙·}, where the dot is {@link #SEPARATOR}: common characters have long lists of places, pairs have
 * short ones. Since every run begins and ends with a mark, a gap needs no term of its own.
 */
final class JoinedTerms {
    /** No token holds it, since it is a control character; unlike others it is neither white space nor escaped in JSON. */
    static final char SEPARATOR = '\u007F';

    /** So that no phrase reaches from the title into the text, and nothing of one is near the other. */
    static final int TITLE_GAP = 2 * Query.Near.MAX_DISTANCE;

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

    /** The runs of characters of a text. */
    static String runs(List<Token> characters) {
        return runs(characters, true);
    }

    /** What finds these characters, with these gaps, by {@link #runs(List)}; at least two. */
    static String phrase(List<Token> characters) {
        return runs(characters, false);
    }

    /** The marks of the first run's beginning and of the last one's end only where a text begins and ends. */
    private static String runs(List<Token> characters, boolean wholeText) {
        StringBuilder terms = new StringBuilder(8 * characters.size());
        for (int i = 0; i < characters.size(); i++) {
            String character = characters.get(i).text();
            boolean first = i == 0;
            boolean last = i == characters.size() - 1;
            if (first ? wholeText : !follows(characters, i)) {
                add(terms, SEPARATOR + character);
            }
            if (last ? wholeText : !follows(characters, i + 1)) {
                add(terms, character + SEPARATOR);
            } else if (!last) {
                add(terms, character + SEPARATOR + characters.get(i + 1).text());
            }
        }
        return terms.toString();
    }

    private static boolean follows(List<Token> tokens, int index) {
        return tokens.get(index).position() - tokens.get(index - 1).position() == 1;
    }

    private static void add(StringBuilder terms, String term) {
        if (terms.length() > 0) {
            terms.append(' ');
        }
        terms.append(term);
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
