package huxiao.analysis;

/**
 * Tells for each hash whether it is new since the last {@link #clear}. Open addressing with stamps, so that clearing costs nothing;
 * it is meant to be kept by a thread and used text after text. Not thread safe.
 */
final class HashSieve {
    /** Tables longer than this are not kept for the next text. */
    private static final int KEPT = 1 << 14;

    private long[] slots = new long[1 << 9];
    private int stamp;
    private int size;

    /** Forgets everything and makes room for so many hashes. */
    void clear(int capacity) {
        int length = Integer.highestOneBit(Math.max(128, capacity)) * 4;
        if (length > slots.length || slots.length > KEPT) {
            slots = new long[length];
            stamp = 0;
        }
        if (stamp == Integer.MAX_VALUE) {
            java.util.Arrays.fill(slots, 0);
            stamp = 0;
        }
        stamp++;
        size = 0;
    }

    /** Whether the hash was not there yet. */
    boolean add(int hash) {
        long entry = ((long) stamp << 32) | (hash & 0xffffffffL);
        int slot = ((hash * 0x9E3779B9) >>> 7) & (slots.length - 1);
        while (slots[slot] >>> 32 == stamp) {
            if (slots[slot] == entry) {
                return false;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
        size++;
        return true;
    }

    /** Number of distinct hashes. */
    int size() {
        return size;
    }
}
