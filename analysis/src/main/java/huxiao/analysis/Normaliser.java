package huxiao.analysis;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;

/**
 * Brings text into one form: NFKC (which folds width), lower case, simplified characters, no invisible characters, one space for
 * many, no symbols or gaps between Chinese characters that only part what belongs together (砍*死, 砍 死 你).
 *
 * <p>Linear in the length of the text, idempotent, total: lone surrogates become U+FFFD, control characters vanish. Thread safe.
 */
public final class Normaliser {
    private static final char FIRST_HAN = '\u3400';
    private static final char LAST_HAN = '\u9fff';
    /** Pictographs, which have no other form and compose with no mark. */
    private static final int FIRST_PICTURE = 0x1f300;

    private static final int LAST_PICTURE = 0x1faff;
    private static final char REPLACEMENT = '\ufffd';
    /** More marks than this on one letter are decoration; bounded so that composing stays linear. */
    private static final int MARKS = 4;
    /** Longest gap that is still taken for a cloak rather than for layout. */
    private static final int LONGEST_GAP = 4;
    /** Symbols nobody writes between two Chinese characters of one word except to hide the word. */
    private static final String CLOAKS = "*^|\\_=`丶·•●○◆◇★☆■□▲△♂♀¤§¶†‡※♥♡❤";
    /** Gaps that hide a word only where a character stands alone: 砍 死 你. */
    private static final String GAPS = " .-~/+'";

    private static final char[] SIMPLIFIED = simplified();
    /** Marks in {@link #FOLDED}: this character needs the long way, vanishes, or is a space. No normal form holds them. */
    private static final char LONG_WAY = 0;

    private static final char NOTHING = 1;
    private static final char SPACE = 2;
    /** What each character of the basic plane becomes where no mark follows it. */
    private static final char[] FOLDED = folded();

    private static final byte WORD_PART = 1;
    private static final byte CLOAK = 2;
    private static final byte GAP = 4;
    private static final byte MARK = 8;
    /** Which of the above a character is. */
    private static final byte[] CLASSES = classes();

    private Normaliser() {}

    /** The normal form of a text. */
    public static Normalised normalise(String original) {
        Normalised.Builder out = new Normalised.Builder(original.length());
        int i = 0;
        int seen = 0;
        while (i < original.length()) {
            char c = original.charAt(i);
            char folded = FOLDED[c];
            int next = i + 1;
            if (folded == LONG_WAY || (takesMarks(c) && next < original.length() && is(original.charAt(next), MARK))) {
                next = other(out, original, i);
                seen |= CLOAK | GAP;
            } else if (folded == SPACE) {
                space(out, i, next);
                seen |= GAP;
            } else if (folded != NOTHING) {
                out.add(folded, i, next);
                seen |= CLASSES[folded];
            }
            i = next;
        }
        return (seen & (CLOAK | GAP)) == 0 ? out.build() : out.build(uncloak(out));
    }

    private static void space(Normalised.Builder out, int start, int end) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
            out.add(' ', start, end);
        }
    }

    /** Handles one character that is neither ASCII nor common Chinese, with the marks on it; gives where the next one starts. */
    private static int other(Normalised.Builder out, String original, int start) {
        int codePoint = original.codePointAt(start);
        int end = start + Character.charCount(codePoint);
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            out.add(REPLACEMENT, start, end);
            return end;
        }
        if (isInvisible(codePoint)) {
            return end;
        }
        int marks = 0;
        while (end < original.length() && marks < MARKS && is(original.charAt(end), MARK)) {
            end++;
            marks++;
        }
        if (codePoint >= FIRST_PICTURE && codePoint <= LAST_PICTURE) {
            out.add(original.charAt(start), start, end);
            out.add(original.charAt(start + 1), start, end);
        } else {
            emit(out, original.substring(start, end), start, end);
        }
        return end;
    }

    private static void emit(Normalised.Builder out, String cluster, int start, int end) {
        String folded = fold(fold(cluster));
        int i = 0;
        while (i < folded.length()) {
            int codePoint = folded.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isInvisible(codePoint)) {
                continue;
            }
            if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
                space(out, start, end);
            } else if (codePoint >= FIRST_HAN && codePoint <= LAST_HAN) {
                out.add(SIMPLIFIED[codePoint - FIRST_HAN], start, end);
            } else {
                for (char unit : Character.toChars(codePoint)) {
                    out.add(unit, start, end);
                }
            }
        }
    }

    private static String fold(String text) {
        StringBuilder lower = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .forEach(lower::appendCodePoint);
        return Normalizer.normalize(lower, Normalizer.Form.NFKC);
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.CONTROL -> !Character.isWhitespace(codePoint);
            default -> false;
        };
    }

    static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    /** Marks the gaps and symbols that part Chinese characters without meaning anything. */
    private static boolean[] uncloak(Normalised.Builder text) {
        boolean[] dropped = new boolean[text.length()];
        dropSymbols(text, dropped);
        dropGaps(text, dropped);
        if (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
            dropped[text.length() - 1] = true;
        }
        return dropped;
    }

    private static void dropSymbols(Normalised.Builder text, boolean[] dropped) {
        int i = 1;
        while (i < text.length()) {
            if (!is(text.charAt(i), CLOAK) || !isWordPart(text.charAt(i - 1))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && is(text.charAt(end), CLOAK)) {
                end++;
            }
            if (end < text.length() && end - i <= LONGEST_GAP && isWordPart(text.charAt(end))) {
                java.util.Arrays.fill(dropped, i, end, true);
            }
            i = end;
        }
    }

    /** Chinese, but not the one Chinese stroke that is itself used as a cloak. */
    private static boolean isWordPart(char c) {
        return is(c, WORD_PART);
    }

    /** Drops a gap that touches a run of exactly one Chinese character, both sides being Chinese. */
    private static void dropGaps(Normalised.Builder text, boolean[] dropped) {
        int previousRun = 0;
        int gapStart = -1;
        int gapEnd = -1;
        int i = 0;
        while (i < text.length()) {
            int run = 0;
            int j = i;
            while (j < text.length() && (dropped[j] || isWordPart(text.charAt(j)))) {
                run += dropped[j] ? 0 : 1;
                j++;
            }
            if (run > 0 && gapStart >= 0 && previousRun > 0 && (previousRun == 1 || run == 1)) {
                java.util.Arrays.fill(dropped, gapStart, gapEnd, true);
            }
            previousRun = run;
            gapStart = -1;
            int gap = j;
            while (gap < text.length() && is(text.charAt(gap), GAP)) {
                gap++;
            }
            if (gap > j && gap - j <= LONGEST_GAP) {
                gapStart = j;
                gapEnd = gap;
            } else if (gap == j && j < text.length()) {
                previousRun = 0;
                gap = j + 1;
            } else if (gap > j) {
                previousRun = 0;
            }
            i = gap;
        }
    }

    private static boolean is(char c, byte kind) {
        return (CLASSES[c] & kind) != 0;
    }

    private static byte[] classes() {
        byte[] classes = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < classes.length; c++) {
            classes[c] |= isHan((char) c) && c != '丶' ? WORD_PART : 0;
            classes[c] |= CLOAKS.indexOf(c) >= 0 ? CLOAK : 0;
            classes[c] |= GAPS.indexOf(c) >= 0 ? GAP : 0;
            classes[c] |= Character.getType(c) == Character.NON_SPACING_MARK ? MARK : 0;
        }
        return classes;
    }

    /** Marks on ASCII and Chinese are decoration and vanish by themselves. */
    private static boolean takesMarks(char c) {
        return c >= 0x80 && !isHan(c);
    }

    private static char[] folded() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            if (c < 0x80) {
                table[c] = ascii((char) c);
            } else if (isHan((char) c)) {
                table[c] = SIMPLIFIED[c - FIRST_HAN];
            } else if (Character.isSurrogate((char) c)) {
                table[c] = LONG_WAY;
            } else if (isInvisible(c)) {
                table[c] = NOTHING;
            } else {
                table[c] = folded(fold(fold(String.valueOf((char) c))));
            }
        }
        return table;
    }

    private static char ascii(char c) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            return SPACE;
        }
        return c < ' ' || c == 0x7f ? NOTHING : Character.toLowerCase(c);
    }

    private static char folded(String form) {
        if (form.length() != 1 || isInvisible(form.charAt(0))) {
            return LONG_WAY;
        }
        char c = form.charAt(0);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return SPACE;
        }
        return isHan(c) ? SIMPLIFIED[c - FIRST_HAN] : c;
    }

    private static char[] simplified() {
        char[] table = new char[LAST_HAN - FIRST_HAN + 1];
        for (int i = 0; i < table.length; i++) {
            char from = (char) (FIRST_HAN + i);
            char to = from;
            for (int step = 0; step < 3; step++) {
                String converted = HanLP.convertToSimplifiedChinese(String.valueOf(to));
                if (converted.length() != 1 || !isHan(converted.charAt(0)) || converted.charAt(0) == to) {
                    break;
                }
                to = converted.charAt(0);
            }
            table[i] = to;
        }
        return table;
    }
}
