package huxiao.index.query;

import java.util.Set;

/** The signs of the language. Full-width forms, as Chinese keyboards give them, mean the same as half-width ones. */
final class Syntax {
    static final Set<String> AND = Set.of("AND", "与");
    static final Set<String> OR = Set.of("OR", "或");
    static final Set<String> NOT = Set.of("NOT", "非");
    static final Set<String> NEAR = Set.of("NEAR", "邻近");
    static final String EVERYTHING = "*";
    static final String RANGE = "..";
    static final String DISTANCE = "/";
    static final int USUAL_DISTANCE = 10;

    private Syntax() {}

    /** Full-width to half-width, Chinese quotation marks to straight ones. */
    static char fold(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u201C', '\u201D' -> '"';
            case '\u3000' -> ' ';
            default -> c;
        };
    }

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.chars().forEachOrdered(c -> folded.append(fold((char) c)));
        return folded.toString();
    }

    /** Spaces of all kinds, control characters, and the Chinese commas {@code ，} and {@code 、}. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || c == '\uFF0C'
                || c == '\u3001';
    }

    static boolean isQuote(char c) {
        return fold(c) == '"';
    }

    static boolean isParenthesis(char c) {
        char folded = fold(c);
        return folded == '(' || folded == ')';
    }

    static boolean isComparison(char c) {
        char folded = fold(c);
        return folded == ':'
                || folded == '='
                || folded == '<'
                || folded == '>'
                || folded == '\u2264'
                || folded == '\u2265';
    }

    static boolean isMinus(char c) {
        return fold(c) == '-';
    }

    /** Whether a character can stand in a value that has no quotes. */
    static boolean isValueCharacter(char c) {
        return !isSpace(c) && !isQuote(c) && !isParenthesis(c);
    }

    /** Whether a character can stand in a word that has no quotes. */
    static boolean isWordCharacter(char c) {
        return isValueCharacter(c) && !isComparison(c);
    }

    static boolean isOperator(String word) {
        return AND.contains(word) || OR.contains(word) || NOT.contains(word) || isNear(word);
    }

    /** Whether a word is meant as the operator {@code NEAR/10}, with its distance or without. */
    static boolean isNear(String word) {
        String folded = fold(word);
        return NEAR.stream().anyMatch(name -> folded.equals(name) || folded.startsWith(name + DISTANCE));
    }

    static String near(int distance) {
        return "NEAR" + DISTANCE + distance;
    }

    /** Whether a text can be searched for without quotes. */
    static boolean isBareWord(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> isWordCharacter((char) c))
                && !isMinus(text.charAt(0))
                && !isOperator(text)
                && !WildcardRules.isMeant(text);
    }

    /** Whether a value can be written without quotes. */
    static boolean isBareValue(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> isValueCharacter((char) c))
                && !isComparison(text.charAt(0));
    }
}
