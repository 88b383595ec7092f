package huxiao.index.text;

import huxiao.model.Segmenter;
import huxiao.model.Word;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text, for the index and for a query in the same way. Offsets point into the text as given. */
public final class Tokens {
    /** Longer pieces are cut short (words) or into several (runs of letters); UTF-16 units. */
    static final int MAX_LENGTH = 64;

    private Tokens() {}

    /** The segmenter's words in their normalised form. */
    public static List<Token> words(Segmenter segmenter, String text) {
        List<Token> tokens = new ArrayList<>();
        int position = -1;
        int end = 0;
        for (Word word : segmenter.cut(text)) {
            String form = wellFormed(word.text());
            int start = Math.max(end, Math.min(word.start(), text.length()));
            int next = Math.max(start, Math.min(word.end(), text.length()));
            if (!form.isEmpty()) {
                position += !tokens.isEmpty() && hasBreak(text, end, start) ? 2 : 1;
                tokens.add(new Token(form, position, start, next));
                end = next;
            }
        }
        return tokens;
    }

    /**
     * The single characters, folded: each ideograph and emoji by itself, letters and digits of spaced scripts as whole runs.
     * Spaces are passed over; punctuation and line ends leave a gap in the positions.
     */
    public static List<Token> characters(String text) {
        List<Token> tokens = new ArrayList<>(text.length());
        int position = -1;
        boolean gap = false;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int folded = Characters.fold(codePoint);
            int next = at + Character.charCount(codePoint);
            if (Characters.isJoining(folded)) {
                StringBuilder run = new StringBuilder();
                run.appendCodePoint(folded);
                while (next < text.length() && run.length() < MAX_LENGTH) {
                    int following = text.codePointAt(next);
                    int foldedFollowing = Characters.fold(following);
                    if (!Characters.isJoining(foldedFollowing)) {
                        break;
                    }
                    run.appendCodePoint(foldedFollowing);
                    next += Character.charCount(following);
                }
                position += gap ? 2 : 1;
                gap = false;
                tokens.add(new Token(run.toString(), position, at, next));
            } else if (Characters.isSingle(folded)) {
                position += gap ? 2 : 1;
                gap = false;
                tokens.add(new Token(Character.toString(folded), position, at, next));
            } else if (!Characters.isInvisible(codePoint)) {
                gap = !tokens.isEmpty();
            }
            at = next;
        }
        return tokens;
    }

    /** Characters side by side, with a separator that no token holds between them: in order, repeated where they are, none across a gap. */
    public static List<String> pairs(List<Token> characters, char separator) {
        List<String> pairs = new ArrayList<>(characters.size());
        for (int i = 1; i < characters.size(); i++) {
            Token left = characters.get(i - 1);
            Token right = characters.get(i);
            if (right.position() - left.position() == 1) {
                pairs.add(left.text() + separator + right.text());
            }
        }
        return pairs;
    }

    /** Whether a text holds anything that can be searched for. */
    public static boolean isSearchable(String text) {
        return text.codePoints()
                .map(Characters::fold)
                .anyMatch(codePoint -> Characters.isJoining(codePoint) || Characters.isSingle(codePoint));
    }

    private static boolean hasBreak(String text, int from, int to) {
        int at = from;
        while (at < to) {
            int codePoint = text.codePointAt(at);
            // a pair that reaches beyond the stretch is halved
            int seen = at + Character.charCount(codePoint) > to ? text.charAt(at) : codePoint;
            if (!Characters.isInvisible(seen) && !Characters.isJoining(seen) && !Characters.isSingle(seen)) {
                return true;
            }
            at += Character.charCount(seen);
        }
        return false;
    }

    /** Cut to the longest length between two characters; without halves of surrogate pairs, which no index can keep, and controls. */
    private static String wellFormed(String word) {
        return isPlain(word) ? word : repaired(word);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isSurrogate(word.charAt(i)) || Character.isISOControl(word.charAt(i))) {
                return false;
            }
        }
        return word.length() <= MAX_LENGTH;
    }

    private static String repaired(String word) {
        StringBuilder form = new StringBuilder(Math.min(word.length(), MAX_LENGTH));
        word.codePoints()
                .filter(codePoint -> Character.getType(codePoint) != Character.SURROGATE)
                .filter(codePoint -> !Character.isISOControl(codePoint))
                .takeWhile(codePoint -> form.length() + Character.charCount(codePoint) <= MAX_LENGTH)
                .forEachOrdered(form::appendCodePoint);
        return form.toString();
    }
}
