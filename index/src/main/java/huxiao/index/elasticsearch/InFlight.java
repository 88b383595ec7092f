package huxiao.index.elasticsearch;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The posts that are being written just now: a second write of one of them waits for the first, whose repetitions would otherwise
 * undo it.
 */
final class InFlight {
    private final Set<String> ids = new HashSet<>();

    /** Writes once none of these is being written any more; begins with all of them at once, so that no two calls wait for each other. */
    <T> T write(Set<String> posts, Supplier<T> write) {
        begin(posts);
        try {
            return write.get();
        } finally {
            end(posts);
        }
    }

    private synchronized void begin(Set<String> posts) {
        try {
            while (!Collections.disjoint(ids, posts)) {
                wait();
            }
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
        ids.addAll(posts);
    }

    private synchronized void end(Set<String> posts) {
        posts.forEach(ids::remove);
        notifyAll();
    }
}
