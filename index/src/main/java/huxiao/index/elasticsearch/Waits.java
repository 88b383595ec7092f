package huxiao.index.elasticsearch;

import java.util.concurrent.atomic.AtomicInteger;

/** How many writes wait at this moment for a server that does not take them. Thread safe. */
final class Waits {
    private final AtomicInteger waiting = new AtomicInteger();

    void began() {
        waiting.incrementAndGet();
    }

    void ended() {
        waiting.decrementAndGet();
    }

    boolean any() {
        return waiting.get() > 0;
    }
}
