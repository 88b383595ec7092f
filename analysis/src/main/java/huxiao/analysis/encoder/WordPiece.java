package huxiao.analysis.encoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text in normal form into the tokens of a BERT vocabulary: every Chinese character and every sign by itself, other words
 * into their longest known pieces (Schuster and Nakajima 2012; BERT's WordPiece). Linear, total, thread safe.
 */
public final class WordPiece {
    /** Hides a token. */
    public static final int MASK = 103;

    static final int UNKNOWN = 100;
    static final int CLS = 101;
    static final int SEP = 102;
    /** A longer run of letters is one unknown word. */
    private static final int LONGEST_WORD = 40;

    private final Map<String, Integer> vocabulary;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads a vocabulary, one token a line, the first with id 0. */
    public static WordPiece read(InputStream in) throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                vocabulary.put(line, vocabulary.size());
            }
        }
        if (vocabulary.getOrDefault("[CLS]", -1) != CLS || vocabulary.getOrDefault("[MASK]", -1) != MASK) {
            throw new IOException("not a BERT vocabulary: [CLS] and [MASK] must be tokens " + CLS + " and " + MASK);
        }
        return new WordPiece(vocabulary);
    }

    /**
     * The tokens of a text in windows of at most {@code longest} tokens, marks of beginning and end included; each window but the
     * first overlaps the one before by a quarter, so that no sentence is only seen cut.
     *
     * @param hidden stretches that are replaced by the tokens of {@code by}, ascending, not overlapping: {start, end} each
     */
    public List<Tokens> windows(String text, List<int[]> hidden, String by, int longest) {
        Tokens.Builder all = new Tokens.Builder(text.length());
        int at = 0;
        for (int[] stretch : hidden) {
            cut(text, at, stretch[0], all);
            for (int i = 0; i < by.length(); i++) {
                all.add(vocabulary.getOrDefault(by.substring(i, i + 1), UNKNOWN), stretch[0], stretch[1]);
            }
            at = stretch[1];
        }
        cut(text, at, text.length(), all);
        int room = longest - 2;
        List<Tokens> windows = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(all.size(), from + room);
            windows.add(all.window(from, to));
            from = to == all.size() ? to : from + room - room / 4;
        } while (from < all.size());
        return windows;
    }

    private void cut(String text, int from, int to, Tokens.Builder out) {
        int i = from;
        while (i < to) {
            int codePoint = text.codePointAt(i);
            int next = Math.min(to, i + Character.charCount(codePoint));
            if (text.charAt(i) == '\n') {
                out.add(SEP, i, next);
            } else if (Character.isWhitespace(codePoint)) {
                i = next;
                continue;
            } else if (isWord(codePoint)) {
                while (next < to && isWord(text.codePointAt(next))) {
                    next = Math.min(to, next + Character.charCount(text.codePointAt(next)));
                }
                pieces(text, i, next, out);
            } else {
                out.add(vocabulary.getOrDefault(text.substring(i, next), UNKNOWN), i, next);
            }
            i = next;
        }
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) && !Character.isIdeographic(codePoint);
    }

    private void pieces(String text, int from, int to, Tokens.Builder out) {
        if (to - from > LONGEST_WORD) {
            out.add(UNKNOWN, from, to);
            return;
        }
        int begun = out.size();
        int i = from;
        while (i < to) {
            int end = to;
            Integer id = null;
            while (end > i) {
                id = vocabulary.get((i == from ? "" : "##") + text.substring(i, end));
                if (id != null) {
                    break;
                }
                end--;
            }
            if (id == null) {
                out.drop(begun);
                out.add(UNKNOWN, from, to);
                return;
            }
            out.add(id, i, end);
            i = end;
        }
    }
}
