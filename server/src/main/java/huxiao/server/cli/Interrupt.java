package huxiao.server.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C and SIGTERM. The JVM ends as soon as its shutdown hooks return, so the hook holds it until the command has cleaned up;
 * it cannot wait for the command's thread to die, since that thread ends in {@link System#exit}, which waits for the hooks.
 */
public final class Interrupt {
    private static final CountDownLatch ASKED = new CountDownLatch(1);
    private static final CountDownLatch CLEANED = new CountDownLatch(1);

    private Interrupt() {}

    /** Returns when the process is asked to end. */
    static void await() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(Interrupt::hold, "ctrl-c"));
        ASKED.await();
    }

    /** Says that the command has cleaned up; the process may end. */
    public static void cleaned() {
        CLEANED.countDown();
    }

    private static void hold() {
        ASKED.countDown();
        try {
            CLEANED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
