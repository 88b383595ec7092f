package huxiao.analysis;

import java.util.Arrays;

/**
 * What the linear model sees of a text: hashed features, each with its value and the stretches of the text it was seen at. One
 * entry an occurrence; the occurrences of one feature share its value. Not thread safe while it is filled.
 */
public final class Features {
    /** The family a feature belongs to; families are scaled apart, so that long texts drown nothing. */
    enum Family {
        /** Characters in a row. */
        GRAM(0, 1.0),
        /** Words, pairs of words and their kinds. */
        WORD(1, 1.0),
        /** Groups of the lexicon, and their meetings. */
        CUE(2, 1.4),
        /** Form: length, marks, person. */
        FORM(3, 0.6),
        /** Signs of the threat frame. */
        FRAME(4, 0.5);

        private final int column;
        private final double norm;

        Family(int column, double norm) {
            this.column = column;
            this.norm = norm;
        }

        /** The value of each of so many distinct features. */
        double share(int distinct) {
            return norm / Math.sqrt(distinct);
        }
    }

    private int size;
    private int[] hashes = new int[256];
    private float[] values = new float[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private Family[] families = new Family[256];

    void add(Family family, int hash, int start, int end) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            values = Arrays.copyOf(values, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            families = Arrays.copyOf(families, size * 2);
        }
        hashes[size] = hash;
        starts[size] = start;
        ends[size] = end;
        families[size] = family;
        size++;
    }

    /** Shares each family's norm among its distinct features, and each feature's value among its occurrences. */
    void settle() {
        HashCounts counts = new HashCounts(size);
        int[] distinct = new int[Family.values().length];
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            slots[i] = counts.increment(hashes[i]);
            if (counts.count(slots[i]) == 1) {
                distinct[families[i].column]++;
            }
        }
        for (int i = 0; i < size; i++) {
            values[i] = (float) (families[i].share(distinct[families[i].column]) / counts.count(slots[i]));
        }
    }

    /** Number of occurrences. */
    public int size() {
        return size;
    }

    /** The feature of an occurrence. */
    public int hash(int i) {
        return hashes[i];
    }

    /** Its share of the feature's value. */
    public float value(int i) {
        return values[i];
    }

    /** First unit of the text in normal form, or -1 when the feature has no place. */
    int start(int i) {
        return starts[i];
    }

    /** One past the last unit. */
    int end(int i) {
        return ends[i];
    }

    /** An open-addressing count of hashes. */
    private static final class HashCounts {
        private final int[] keys;
        private final int[] counts;

        HashCounts(int capacity) {
            int length = Integer.highestOneBit(Math.max(16, capacity * 2)) * 2;
            keys = new int[length];
            counts = new int[length];
        }

        int increment(int hash) {
            int slot = (hash * 0x9E3779B9) >>> 1 & (keys.length - 1);
            while (counts[slot] != 0 && keys[slot] != hash) {
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = hash;
            counts[slot]++;
            return slot;
        }

        int count(int slot) {
            return counts[slot];
        }
    }
}
