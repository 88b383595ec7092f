package huxiao.index.saved;

import java.util.function.LongConsumer;

/** The numbers of keys, each once: open addressing in a table at most half full. */
final class KeySet {
    private static final int SMALLEST = 16;

    /** 0 where nothing is; no key has this number. */
    private final long[] table;

    private final long[] inOrder;
    private int size;

    /** An empty one for at most so many additions. */
    KeySet(int atMost) {
        table = new long[Integer.highestOneBit(2 * Math.max(SMALLEST, atMost) - 1) * 2];
        inOrder = new long[Math.max(SMALLEST, atMost)];
    }

    void add(long key) {
        int at = placeOf(key);
        if (table[at] == 0) {
            table[at] = key;
            inOrder[size++] = key;
        }
    }

    boolean contains(long key) {
        return table[placeOf(key)] != 0;
    }

    void forEach(LongConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(inOrder[i]);
        }
    }

    /** Where a key is, or would be. */
    private int placeOf(long key) {
        int mask = table.length - 1;
        int at = (int) key & mask;
        while (table[at] != 0 && table[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
