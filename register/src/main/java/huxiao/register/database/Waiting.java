package huxiao.register.database;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for another process, which tells nobody when it is done. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 20;

    private Waiting() {}

    /** Waits up to a minute; whether the condition came true. */
    static boolean until(BooleanSupplier condition) throws IOException {
        return until(PATIENCE, condition);
    }

    /** Waits up to a time; whether the condition came true. */
    static boolean until(Duration patience, BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while waiting for PostgreSQL", e);
            }
        }
        return true;
    }
}
