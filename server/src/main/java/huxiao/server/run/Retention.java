package huxiao.server.run;

import huxiao.index.PostIndex;
import huxiao.register.Register;
import huxiao.register.RetentionReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deletion job: forgets in register and index what has been kept long enough, lets its text vanish from the index's files, and
 * reports what went, in the log and in the audit trail.
 */
final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration FIRST_RUN = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final RetentionSettings settings;
    private final Register register;
    private final PostIndex index;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "retention");
        thread.setDaemon(true);
        return thread;
    });

    private ScheduledFuture<?> schedule;

    private Retention(RetentionSettings settings, Register register, PostIndex index, Clock clock) {
        this.settings = settings;
        this.register = register;
        this.index = index;
        this.clock = clock;
    }

    static Retention start(RetentionSettings settings, Register register, PostIndex index, Clock clock) {
        Retention retention = new Retention(settings, register, index, clock);
        long every = settings.every().toMillis();
        // Soon after the start: a service that is started anew more often than that would never delete anything.
        retention.schedule = retention.timer.scheduleWithFixedDelay(
                retention::runLogged, Math.min(every, FIRST_RUN.toMillis()), every, TimeUnit.MILLISECONDS);
        return retention;
    }

    private void runLogged() {
        try {
            run();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("the deletion job was interrupted; its next run goes on");
                return;
            }
            // Thrown further it would end the schedule; the next run tries again.
            LOG.error("the deletion job failed and will be tried again in {}", settings.every(), e);
        }
    }

    void run() {
        Instant now = clock.instant();
        Instant posts = now.minus(settings.posts());
        Instant alerts = now.minus(settings.alerts());
        RetentionReport report = register.forget(posts, alerts);
        long indexed = index.deleteOlderThan(posts, alerts);
        index.commit();
        LOG.info("deletion job: {}; {} posts removed from the index", report, indexed);
        ProvenExpunge.run(index, register, indexed);
    }

    @Override
    public void close() {
        schedule.cancel(true);
        timer.shutdownNow();
        try {
            // register and index are closed next
            if (!timer.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the deletion job does not end within {}", LONGEST_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
