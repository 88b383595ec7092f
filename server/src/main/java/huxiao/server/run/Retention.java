package huxiao.server.run;

import huxiao.index.Expunged;
import huxiao.index.PostIndex;
import huxiao.model.Json;
import huxiao.register.Register;
import huxiao.register.RetentionReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final String SYSTEM = "system";
    private static final String EXPUNGED = "retention.expunged";
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
        Expunged expunged = index.expunge();
        register.audit().write(SYSTEM, EXPUNGED, "", figures(indexed, expunged));
        if (expunged.isComplete()) {
            LOG.info("deletion job: no text of deleted posts is left in the index; {}", expunged);
        } else {
            LOG.warn("deletion job: text of deleted posts is left in the index until the next run; {}", expunged);
        }
    }

    /** In fields, so that whoever answers for data protection can add them up. */
    private static String figures(long indexed, Expunged expunged) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("posts", indexed);
        figures.put("before", expunged.before());
        figures.put("after", expunged.after());
        figures.put("rewrittenBytes", expunged.rewritten());
        figures.put("held", expunged.held());
        figures.put("milliseconds", expunged.took().toMillis());
        return Json.write(figures);
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
