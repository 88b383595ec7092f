package huxiao.server.cli;

import java.util.concurrent.CountDownLatch;

/** Waits until the process is asked to end, and lets the command clean up before it does. */
final class Interrupt {
    private Interrupt() {}

    /** Returns when the process is asked to end (Ctrl-C or SIGTERM); the process then waits for the calling thread. */
    static void await() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            asked.countDown();
                            try {
                                caller.join();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "ctrl-c"));
        asked.await();
    }
}
