package huxiao.analysis.encoder;

import java.util.Arrays;

/**
 * A text as the encoder reads it: ids of the vocabulary and the UTF-16 units that each stands for. Tokens that stand for nothing
 * in the text, such as the first and the last, have an empty range.
 */
public final class Tokens {
    private final int[] ids;
    private final int[] starts;
    private final int[] ends;

    Tokens(int[] ids, int[] starts, int[] ends) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
    }

    /** How many tokens. */
    public int size() {
        return ids.length;
    }

    /** A token's row in the vocabulary. */
    public int id(int at) {
        return ids[at];
    }

    /** All ids. */
    public int[] ids() {
        return ids.clone();
    }

    /** The same text with the tokens that touch units {@code from} to {@code to} hidden behind {@link WordPiece#MASK}. */
    public Tokens without(int from, int to) {
        int[] hidden = ids.clone();
        for (int i = 0; i < hidden.length; i++) {
            if (touches(i, from, to)) {
                hidden[i] = WordPiece.MASK;
            }
        }
        return new Tokens(hidden, starts, ends);
    }

    /** Whether any token touches units {@code from} to {@code to}. */
    public boolean touches(int from, int to) {
        for (int i = 0; i < ids.length; i++) {
            if (touches(i, from, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(int at, int from, int to) {
        return starts[at] < to && ends[at] > from && ends[at] > starts[at];
    }

    /** Collects tokens. */
    static final class Builder {
        private int size;
        private int[] ids;
        private int[] starts;
        private int[] ends;

        Builder(int capacity) {
            ids = new int[Math.max(16, capacity)];
            starts = new int[ids.length];
            ends = new int[ids.length];
        }

        int size() {
            return size;
        }

        void add(int id, int start, int end) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            ids[size] = id;
            starts[size] = start;
            ends[size] = end;
            size++;
        }

        /** Forgets all tokens but the first {@code kept}. */
        void drop(int kept) {
            size = kept;
        }

        Tokens build() {
            return new Tokens(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }

        /** Tokens {@code from} to {@code to} between the marks of beginning and end. */
        Tokens window(int from, int to) {
            Builder window = new Builder(to - from + 2);
            window.add(WordPiece.CLS, 0, 0);
            for (int i = from; i < to; i++) {
                window.add(ids[i], starts[i], ends[i]);
            }
            window.add(WordPiece.SEP, 0, 0);
            return window.build();
        }
    }
}
