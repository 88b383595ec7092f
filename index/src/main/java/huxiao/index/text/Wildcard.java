package huxiao.index.text;

import java.util.List;

/**
 * A pattern of which whole runs of letters and digits are made: {@code *} stands for any number of them, none too, {@code ?} for
 * one.
 *
 * @param pattern in the form in which runs are compared
 */
public record Wildcard(String pattern) implements Sought {
    private static final char ANY = '*';
    private static final char ONE = '?';

    /** The pattern as it was written, case and width ignored. */
    public static Wildcard of(String written) {
        StringBuilder folded = new StringBuilder(written.length());
        written.codePoints().map(Characters::fold).forEachOrdered(folded::appendCodePoint);
        return new Wildcard(folded.toString());
    }

    /** Whether a character is a letter or digit of which runs are made, case and width ignored. */
    public static boolean isLetterOrDigit(char c) {
        return Characters.isJoining(Characters.fold(c));
    }

    @Override
    public List<Range> findIn(CutText text) {
        return text.characters().stream()
                .filter(token -> matches(token.text()))
                .map(token -> new Range(token.start(), token.end()))
                .toList();
    }

    @Override
    public boolean isIn(CutText text) {
        return text.characters().stream().anyMatch(token -> matches(token.text()));
    }

    /** The letters and digits with which every run of this pattern begins. */
    public String beginning() {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != ANY && pattern.charAt(end) != ONE) {
            end++;
        }
        return pattern.substring(0, end);
    }

    /**
     * Whether the whole of a run is of this pattern. Goes back to the last {@code *} alone, since what an earlier one could take
     * the last one can take too; so it needs no more steps than the product of both lengths.
     */
    boolean matches(String run) {
        int at = 0;
        int in = 0;
        int star = -1;
        int resume = 0;
        while (in < run.length()) {
            if (at < pattern.length() && pattern.charAt(at) == ANY) {
                star = at++;
                resume = in;
            } else if (at < pattern.length() && (pattern.charAt(at) == ONE || pattern.charAt(at) == run.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == ANY) {
            at++;
        }
        return at == pattern.length();
    }
}
