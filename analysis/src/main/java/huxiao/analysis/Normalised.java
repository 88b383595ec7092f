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

    /** Collects the normal form unit by unit. */
    static final class Builder {
        private final StringBuilder text;
        private int[] starts;
        private int[] ends;

        Builder(int capacity) {
            text = new StringBuilder(capacity);
            starts = new int[Math.max(16, capacity)];
            ends = new int[Math.max(16, capacity)];
        }

        void add(char unit, int start, int end) {
            int at = text.length();
            if (at == starts.length) {
                starts = Arrays.copyOf(starts, at * 2);
                ends = Arrays.copyOf(ends, at * 2);
            }
            text.append(unit);
            starts[at] = start;
            ends[at] = end;
        }

        int length() {
            return text.length();
        }

        char charAt(int at) {
            return text.charAt(at);
        }

        /** A copy without the units that {@code dropped} marks. */
        Normalised build(boolean[] dropped) {
            Builder kept = new Builder(text.length());
            for (int i = 0; i < text.length(); i++) {
                if (!dropped[i]) {
                    kept.add(text.charAt(i), starts[i], ends[i]);
                }
            }
            return new Normalised(
                    kept.text.toString(),
                    Arrays.copyOf(kept.starts, kept.text.length()),
                    Arrays.copyOf(kept.ends, kept.text.length()));
        }
    }
}
