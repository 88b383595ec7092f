package huxiao.index.saved;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many posts show a key, learned from some of the posts that pass; of fixed size, since posts may hold anything: keys that share a
 * counter seem more frequent than they are. Thread safe.
 */
final class Frequencies {
    private static final int COUNTERS = 1 << 16;

    /** After so many posts what was seen weighs half, so that what is frequent may change. */
    private static final long ENOUGH = 1 << 16;

    /** What is assumed beforehand weighs as much as this many posts. */
    private static final double ASSUMED = 200;

    private final AtomicIntegerArray counts = new AtomicIntegerArray(COUNTERS);
    private final AtomicLong posts = new AtomicLong();

    /** Counts a post. */
    void count(KeySet keys) {
        if (posts.incrementAndGet() % ENOUGH == 0) {
            age();
        }
        keys.forEach(key -> counts.incrementAndGet(counter(key)));
    }

    /** The share of posts that show a key, between 0 and 1. */
    double share(Key key) {
        double seen = Math.min(posts.get(), counts.get(counter(key.number())));
        return (seen + ASSUMED * key.kind().share()) / (posts.get() + ASSUMED);
    }

    /** Lets what was seen so far weigh half. */
    private void age() {
        posts.updateAndGet(count -> count / 2);
        for (int i = 0; i < COUNTERS; i++) {
            counts.updateAndGet(i, count -> count / 2);
        }
    }

    private static int counter(long key) {
        return (int) (key >>> 48);
    }
}
