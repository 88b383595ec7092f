package huxiao.index.elasticsearch;

import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The waiting of one write: without limit of attempts, ended by an interrupt, told once when it begins and once when it is over. From
 * the first failure until it is closed, it counts among the connection's {@link Waits}.
 */
final class Patience implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Patience.class);

    private final String index;
    private final Waits waits;
    private int attempts;

    Patience(String index, Waits waits) {
        this.index = index;
        this.waits = waits;
    }

    /** Waits before the next attempt. */
    void waitAfter(String failure) {
        if (attempts++ == 0) {
            waits.began();
            log.warn("Elasticsearch does not take writes to {} and is asked again until it does: {}", index, failure);
        }
        try {
            Thread.sleep(Backoff.after(attempts, ThreadLocalRandom.current()).toMillis());
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }

    /** The server has answered. */
    void over() {
        if (attempts > 0) {
            log.info("Elasticsearch takes writes to {} again, after {} attempts", index, attempts);
        }
        close();
    }

    @Override
    public void close() {
        if (attempts > 0) {
            waits.ended();
        }
        attempts = 0;
    }
}
