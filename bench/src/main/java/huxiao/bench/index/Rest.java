package huxiao.bench.index;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Waits until the machine rests: what was written last is still being merged, by one engine for longer than by another. */
final class Rest {
    private static final double AT_REST = 0.05;
    private static final int SECONDS_AT_REST = 10;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private Rest() {}

    /**
     * Returns when both processors have had nothing to do for ten seconds.
     *
     * @return how long that took
     * @throws IllegalStateException when something else keeps them busy, so that nothing can be measured
     */
    static Duration await() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = System.nanoTime();
        int resting = 0;
        // the first reading is since the start of the process
        system.getCpuLoad();
        while (resting < SECONDS_AT_REST) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            resting = system.getCpuLoad() < AT_REST ? resting + 1 : 0;
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new IllegalStateException(
                        "processors are not idle, even after " + LONGEST.toMinutes() + " minutes");
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
