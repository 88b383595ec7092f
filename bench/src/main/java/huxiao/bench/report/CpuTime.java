package huxiao.bench.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of the thread that asks: other processes do not count. */
final class CpuTime {
    private static final double NANOS = 1000;

    private CpuTime() {}

    /** Microseconds for each of so many posts, work being done once. */
    static double micros(int posts, Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / NANOS / Math.max(1, posts);
    }

    /** The same of the second of two runs, so that the first warms the machine. */
    static double warmMicros(int posts, Runnable work) {
        work.run();
        return micros(posts, work);
    }
}
