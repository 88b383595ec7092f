package huxiao.index.elasticsearch;

import huxiao.index.text.Token;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Texts that are already cut, as one string that Elasticsearch's {@code whitespace} analyser parts again at every space. It gives
 * each term the position after the one before, so that whatever a phrase must not skip is a term too.
 *
 * <p>Words: one term each, and one for a gap between two of them. Characters: a run without a gap, {@code 甲乙丙}, becomes
 * {@code ·甲 甲·乙 乙·丙 丙·}, where the dot is {@link #SEPARATOR}: common characters have long lists of places, pairs have short ones.
 * Since every run begins and ends with a mark, a gap needs no term of its own. One character alone is found by the prefix
 * {@code 甲·}. Between title and text stands {@link #BOUNDARY}, which no phrase holds.
 */
final class JoinedTerms {
    /** No token holds it, since it is a control character; unlike others it is neither white space nor escaped in JSON. */
    static final char SEPARATOR = '\u007F';

    private static final String GAP = String.valueOf(SEPARATOR);
    private static final String BOUNDARY = GAP + GAP;

    /** Moves white space to characters that are none, in the code of CJK ideographs. */
    private static final int NO_SPACE = 0x4000;

    private JoinedTerms() {}

    /** The words of a title and of a text. */
    static String words(List<Token> title, List<Token> text) {
        return join(title, text, JoinedTerms::addWords);
    }

    /** The characters of a title and of a text. */
    static String characters(List<Token> title, List<Token> text) {
        return join(title, text, (characters, terms) -> addRuns(characters, true, terms));
    }

    /** What finds these words, with these gaps, by {@link #words}. */
    static String wordPhrase(List<Token> words) {
        StringBuilder terms = new StringBuilder();
        addWords(words, terms);
        return terms.toString();
    }

    /** What finds these characters, with these gaps, by {@link #characters}; at least two. For one use {@link #prefix}. */
    static String characterPhrase(List<Token> characters) {
        StringBuilder terms = new StringBuilder();
        addRuns(characters, false, terms);
        return terms.toString();
    }

    /** What every term of a character begins with, whatever follows the character. */
    static String prefix(Token character) {
        return character.text() + SEPARATOR;
    }

    private interface Cut {
        void add(List<Token> tokens, StringBuilder terms);
    }

    private static String join(List<Token> title, List<Token> text, Cut cut) {
        StringBuilder terms = new StringBuilder(8 * (title.size() + text.size()));
        cut.add(title, terms);
        add(terms, BOUNDARY);
        cut.add(text, terms);
        return terms.toString();
    }

    private static void addWords(List<Token> words, StringBuilder terms) {
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && !follows(words, i)) {
                add(terms, GAP);
            }
            add(terms, withoutSpace(words.get(i).text()));
        }
    }

    /** Runs of characters; the marks of the first run's beginning and of the last one's end only where a text begins and ends. */
    private static void addRuns(List<Token> characters, boolean wholeText, StringBuilder terms) {
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
