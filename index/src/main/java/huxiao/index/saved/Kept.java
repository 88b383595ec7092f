package huxiao.index.saved;

/**
 * A saved search in its place.
 *
 * @param id its id
 * @param slot its number among those that are kept
 * @param condition what it finds
 * @param need what the keys of a post must be
 * @param cover the keys that lead to it
 */
record Kept(String id, int slot, Condition condition, Need need, Cover cover) {
    /** The same, led to by keys chosen anew. */
    Kept coveredBy(Cover other) {
        return new Kept(id, slot, condition, need, other);
    }

    boolean finds(Condition.Asked asked) {
        return need.isMetBy(asked.keys()) && condition.finds(asked);
    }
}
