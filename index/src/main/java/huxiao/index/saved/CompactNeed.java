package huxiao.index.saved;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Need} in one stretch of memory, since most candidates are left after one look at it, and a tree of objects would cost a
 * cache miss a node. Each part is its kind, then its key or the index behind its last part. Immutable.
 */
final class CompactNeed {
    private static final long ONE = 0;
    private static final long ALL = 1;
    private static final long ANY = 2;
    private static final int FIRST_PART = 2;

    private final long[] parts;

    private CompactNeed(long[] parts) {
        this.parts = parts;
    }

    static CompactNeed of(Need need) {
        List<Long> parts = new ArrayList<>();
        need.addTo(parts);
        return new CompactNeed(parts.stream().mapToLong(Long::longValue).toArray());
    }

    static void addOne(Key key, List<Long> parts) {
        parts.add(ONE);
        parts.add(key.number());
    }

    static void addAll(List<Need> needs, List<Long> parts) {
        add(ALL, needs, parts);
    }

    static void addAny(List<Need> needs, List<Long> parts) {
        add(ANY, needs, parts);
    }

    private static void add(long kind, List<Need> needs, List<Long> parts) {
        int start = parts.size();
        parts.add(kind);
        parts.add(0L);
        needs.forEach(need -> need.addTo(parts));
        parts.set(start + 1, (long) parts.size());
    }

    /** Whether a post with these keys may match. */
    boolean isMetBy(KeySet keys) {
        return isMetBy(0, keys);
    }

    private boolean isMetBy(int part, KeySet keys) {
        if (parts[part] == ONE) {
            return keys.contains(parts[part + 1]);
        }
        boolean all = parts[part] == ALL;
        int end = (int) parts[part + 1];
        for (int at = part + FIRST_PART; at < end; at = behind(at)) {
            if (isMetBy(at, keys) != all) {
                return !all;
            }
        }
        return all;
    }

    private int behind(int part) {
        return parts[part] == ONE ? part + FIRST_PART : (int) parts[part + 1];
    }
}
