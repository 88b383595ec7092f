package huxiao.analysis;

import java.util.Arrays;

/**
 * A text in normal form with, for every UTF-16 unit of it, the author's own units it stands for. Immutable.
 *
 * <p>Ranges never shrink backwards: of two units of the normal form the later one starts at or after the start of the earlier.
 */
public final class Normalised {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    Normalised(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The normal form. */
    public String text() {
        return text;
    }

    /** First UTF-16 unit of the original that unit {@code at} of the normal form stands for. */
    public int originalStart(int at) {
        return starts[at];
    }

    /** One past the last UTF-16 unit of the original that the unit before {@code end} stands for; {@code end} is at least 1. */
    public int originalEnd(int end) {
        return ends[end - 1];
    }

    /**
     * Whether all letters and digits of the original are letters and digits here, the same, and side by side only where they are so
     * there; one beyond the basic plane counts as changed.
     */
    boolean keepsLettersOf(String original) {
        int kept = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isLetter(text.charAt(i))) {
                if (text.charAt(i) != original.charAt(starts[i])
                        || ends[i] != starts[i] + 1
                        || (i > 0 && isLetter(text.charAt(i - 1)) && ends[i - 1] != starts[i])) {
                    return false;
                }
                kept++;
            }
        }
        return kept == original.chars().filter(unit -> isLetter((char) unit)).count();
    }

    private static boolean isLetter(char unit) {
        return Character.isLetterOrDigit(unit) || Character.isSurrogate(unit);
    }

    /** This text brought into normal form once more, as it must be after something was put into it. */
    Normalised normalised() {
        Normalised again = Normaliser.normalise(text);
        if (again.text.equals(text)) {
            return this;
        }
        int[] firsts = new int[again.text.length()];
        int[] lasts = new int[again.text.length()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = starts[again.starts[i]];
            lasts[i] = ends[again.ends[i] - 1];
        }
        return new Normalised(again.text, firsts, lasts);
    }

    /** Collects the normal form unit by unit. */
    static final class Builder {
        private int length;
        private char[] text;
        private int[] starts;
        private int[] ends;

        Builder(int capacity) {
            text = new char[Math.max(16, capacity)];
            starts = new int[text.length];
            ends = new int[text.length];
        }

        void add(char unit, int start, int end) {
            if (length == text.length) {
                text = Arrays.copyOf(text, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            text[length] = unit;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        int length() {
            return length;
        }

        char charAt(int at) {
            return text[at];
        }

        /** What was collected. The builder must not be used afterwards. */
        Normalised build() {
            return new Normalised(new String(text, 0, length), starts, ends);
        }

        /** What was collected without the units that {@code dropped} marks. The builder must not be used afterwards. */
        Normalised build(boolean[] dropped) {
            int kept = 0;
            for (int i = 0; i < length; i++) {
                if (!dropped[i]) {
                    text[kept] = text[i];
                    starts[kept] = starts[i];
                    ends[kept] = ends[i];
                    kept++;
                }
            }
            length = kept;
            return build();
        }
    }
}
