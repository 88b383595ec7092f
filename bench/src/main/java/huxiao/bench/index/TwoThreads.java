package huxiao.bench.index;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Work for two threads. */
final class TwoThreads {
    private static final int COUNT = 2;
    private static final double NANOS = 1e9;

    private TwoThreads() {}

    /**
     * How long something took.
     *
     * @param wall seconds by the clock, from the start of both threads to the end of the last
     * @param processor seconds that this process kept processors busy, divided by the number of threads: the same as by the clock where
     *     nothing else runs and nobody waits
     */
    record Time(double wall, double processor) {
        /** Both of so many things. */
        Rate of(long things) {
            return new Rate(things / wall, things / processor);
        }

        Time plus(Time other) {
            return new Time(wall + other.wall, processor + other.processor);
        }
    }

    /** Things a second, by both measures of {@link Time}. */
    record Rate(double wall, double processor) {
        Rate best(Rate other) {
            return new Rate(Math.max(wall, other.wall), Math.max(processor, other.processor));
        }
    }

    /** Does the work for every number from 0, each once, by whichever thread is free. */
    static Time time(int numbers, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(COUNT);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        for (int i = 0; i < COUNT; i++) {
            new Thread(() -> {
                        try {
                            for (int n = next.getAndIncrement(); n < numbers; n = next.getAndIncrement()) {
                                work.accept(n);
                            }
                        } catch (RuntimeException | Error e) {
                            failure.set(e);
                        } finally {
                            ended.countDown();
                        }
                    })
                    .start();
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return new Time((System.nanoTime() - start) / NANOS, (system.getProcessCpuTime() - processor) / NANOS / COUNT);
    }
}
