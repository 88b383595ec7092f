package huxiao.index.query;

import huxiao.index.query.QueryException.Problem;
import huxiao.index.text.Tokens;
import huxiao.index.text.Wildcard;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which words are patterns, and which patterns are allowed: only such as every engine answers soon. Fixed characters in front keep
 * the stretch of its dictionary short that an engine reads, few wildcards keep the automaton small that it reads with.
 */
final class WildcardRules {
    static final int MAX_WILDCARDS = 4;
    static final int MAX_LENGTH = 64;

    private static final int FIXED_BEFORE_ANY = 2;
    private static final String ALLOWED =
            "a wildcard inside or at the end of a word of letters and digits, such as wx* or c?t";

    private WildcardRules() {}

    /** What is wrong with a pattern, and where in it. */
    record Fault(Problem problem, int offset, String expected, String suggestion) {}

    /** A {@code *} is always meant; a {@code ?} between the letters of a word, elsewhere it is a question mark. */
    static boolean isMeant(String word) {
        if (word.chars().anyMatch(c -> isAny((char) c))) {
            return true;
        }
        int first = word.indexOf('?');
        return first > 0
                && word.chars().allMatch(c -> isOne((char) c) || Wildcard.isLetterOrDigit((char) c))
                && word.substring(first).chars().anyMatch(c -> !isOne((char) c));
    }

    /** Why a word that is meant as a pattern is refused. */
    static Optional<Fault> faultOf(String word) {
        int wildcard = firstWildcard(word);
        boolean foreign = word.chars().anyMatch(c -> !isWildcard((char) c) && !Wildcard.isLetterOrDigit((char) c));
        if (foreign) {
            return Optional.of(new Fault(
                    Problem.WILDCARD,
                    wildcard,
                    ALLOWED + "; a Chinese word needs none, it is found wherever it stands in a text",
                    withoutWildcards(word)));
        }
        if (word.chars().filter(c -> isWildcard((char) c)).count() > MAX_WILDCARDS) {
            return Optional.of(
                    new Fault(Problem.TOO_BIG, wildcard, "at most " + MAX_WILDCARDS + " wildcards in a word", ""));
        }
        if (word.length() > MAX_LENGTH) {
            return Optional.of(new Fault(
                    Problem.TOO_BIG, wildcard, "at most " + MAX_LENGTH + " characters in a word with wildcards", ""));
        }
        if (!beginsFixed(word)) {
            return Optional.of(new Fault(
                    Problem.WILDCARD,
                    wildcard,
                    ALLOWED + ", with at least two letters or digits, both in front of the first *",
                    moved(word)));
        }
        if (isOne(word.charAt(word.length() - 1))) {
            return Optional.of(new Fault(
                    Problem.WILDCARD,
                    word.length() - 1,
                    "? inside a word; at the end it would be a question mark",
                    withoutLastOnes(word)));
        }
        return Optional.empty();
    }

    private static boolean isAny(char c) {
        return Syntax.fold(c) == '*';
    }

    /** Half-width alone: in Chinese texts the other one is a question mark. */
    private static boolean isOne(char c) {
        return c == '?';
    }

    private static boolean isWildcard(char c) {
        return isAny(c) || isOne(c);
    }

    private static int firstWildcard(String word) {
        int at = 0;
        while (!isWildcard(word.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean beginsFixed(String word) {
        int fixed = 0;
        for (int i = 0; i < word.length(); i++) {
            if (isAny(word.charAt(i)) && fixed < FIXED_BEFORE_ANY) {
                return false;
            }
            fixed += isWildcard(word.charAt(i)) ? 0 : 1;
        }
        return !isWildcard(word.charAt(0)) && fixed >= FIXED_BEFORE_ANY;
    }

    /** What finds a Chinese word with signs in it: the word, or its two parts close together. */
    private static String withoutWildcards(String word) {
        List<String> parts = Arrays.stream(Syntax.fold(word).split("[*?]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean chinese = parts.stream()
                .allMatch(part -> Syntax.isBareWord(part)
                        && Tokens.isSearchable(part)
                        && part.chars().noneMatch(c -> Wildcard.isLetterOrDigit((char) c)));
        return chinese && parts.size() <= 2 ? String.join(" " + Syntax.near(Syntax.USUAL_DISTANCE) + " ", parts) : "";
    }

    /** {@code *wx} may have meant {@code wx*}. */
    private static String moved(String word) {
        int begin = 0;
        while (begin < word.length() && isWildcard(word.charAt(begin))) {
            begin++;
        }
        if (begin == 0 || begin == word.length()) {
            return "";
        }
        String behind = word.substring(begin) + Syntax.EVERYTHING;
        return faultOf(behind).isEmpty() ? behind : "";
    }

    private static String withoutLastOnes(String word) {
        int end = word.length();
        while (isOne(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}
