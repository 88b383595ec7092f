package huxiao.server.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM. The JVM ends as soon as its shutdown hooks return, so the hook holds it until the command has cleaned up;
 * it cannot wait for the command's thread to die, since that thread ends in {@link System#exit}, which waits for the hooks.
 */
public final class Interrupt {
    private static final long PATIENCE_SECONDS = 60;
    private static final CountDownLatch ASKED = new CountDownLatch(1);
    private static final CountDownLatch CLEANED = new CountDownLatch(1);
    private static volatile boolean processIsOurs;
    private static volatile boolean waiting;

    private Interrupt() {}

    /** Says that this process was started for one command, so that its end may be held up for it. */
    public static void ownProcess() {
        processIsOurs = true;
    }

    /**
     * From here on the process ends only after this thread has cleaned up: asked to end, the thread is interrupted, or returns
     * from {@link #await()} where it is there. For commands that hold what must not be left behind, such as a database.
     */
    static void arm() {
        if (!processIsOurs) {
            return;
        }
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> hold(command), "ctrl-c"));
    }

    /** Returns when the process is asked to end. */
    static void await() throws InterruptedException {
        waiting = true;
        try {
            ASKED.await();
        } catch (InterruptedException e) {
            if (!isAsked()) {
                throw e;
            }
        }
    }

    /** Whether the process was asked to end. */
    public static boolean isAsked() {
        return ASKED.getCount() == 0;
    }

    /** Says that the command has cleaned up; the process may end. */
    public static void cleaned() {
        CLEANED.countDown();
    }

    private static void hold(Thread command) {
        if (CLEANED.getCount() == 0) {
            return;
        }
        ASKED.countDown();
        if (!waiting) {
            command.interrupt();
        }
        try {
            if (!CLEANED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("huxiao: could not clean up in " + PATIENCE_SECONDS + " s; the next start does it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
