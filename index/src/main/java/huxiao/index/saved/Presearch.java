package huxiao.index.saved;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which searches a key leads to, by their slots. Not thread safe while it is written. */
final class Presearch {
    private static final int[] NONE = {};

    private final Map<Long, int[]> slotsByKey = new HashMap<>();
    private final BitSet always = new BitSet();

    void add(int slot, Cover cover) {
        if (cover.isEveryPost()) {
            always.set(slot);
        } else {
            cover.keys().forEach(key -> slotsByKey.merge(key, new int[] {slot}, Presearch::joined));
        }
    }

    void remove(int slot, Cover cover) {
        always.clear(slot);
        cover.keys()
                .forEach(key -> slotsByKey.computeIfPresent(
                        key, (same, slots) -> slots.length == 1 ? null : without(slots, slot)));
    }

    /** The slots of all searches that may find a post with these keys. */
    BitSet candidates(KeySet keys) {
        BitSet candidates = (BitSet) always.clone();
        keys.forEach(key -> {
            for (int slot : slotsByKey.getOrDefault(key, NONE)) {
                candidates.set(slot);
            }
        });
        return candidates;
    }

    private static int[] joined(int[] slots, int[] more) {
        int[] all = Arrays.copyOf(slots, slots.length + more.length);
        System.arraycopy(more, 0, all, slots.length, more.length);
        return all;
    }

    private static int[] without(int[] slots, int slot) {
        return Arrays.stream(slots).filter(other -> other != slot).toArray();
    }
}
