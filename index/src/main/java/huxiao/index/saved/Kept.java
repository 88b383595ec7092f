package huxiao.index.saved;

/**
 * A saved search in its place.
 *
 * @param id its id
 * @param slot its number among those that are kept
 * @param condition what it finds
 * @param need what the keys of a post must be
 * @param compact the same, to be asked fast
 * @param cover the keys that lead to it
 */
record Kept(String id, int slot, Condition condition, Need need, CompactNeed compact, Cover cover) {
    static Kept of(String id, int slot, Condition condition, Frequencies frequencies) {
        Need need = condition.need();
        return new Kept(id, slot, condition, need, CompactNeed.of(need), need.cover(frequencies));
    }

    /** The same, led to by keys chosen anew. */
    Kept coveredAnew(Frequencies frequencies) {
        return new Kept(id, slot, condition, need, compact, need.cover(frequencies));
    }

    boolean finds(Condition.Asked asked) {
        return compact.isMetBy(asked.keys()) && condition.finds(asked);
    }
}
