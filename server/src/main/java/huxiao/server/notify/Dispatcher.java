package huxiao.server.notify;

import huxiao.model.config.ConfigException;
import huxiao.register.Delivery;
import huxiao.register.DeliveryBook;
import huxiao.register.Register;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due deliveries out of the register and sends them, each at least once under an id that never changes.
 *
 * <p>One thread claims, for each receiver only as many as it has room for, so that a slow receiver delays nobody else; a pool
 * sends. A claim is a lease: what a killed process had claimed comes back when the lease is over. The register gives out no
 * delivery while an earlier one about the same alert waits for the same receiver, so that no retraction overtakes its alert.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    /** Time beyond an attempt's limit for writing down what became of it. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(45);

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MAX_ERROR = 300;

    private final DeliveryBook book;
    private final List<Lane> lanes;
    private final RetrySchedule retries;
    private final Duration lease;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService workers;
    private final Thread pump;
    private volatile boolean closed;

    /** A receiver with the room that is left for it. */
    private record Lane(String receiver, Sender sender, Semaphore room) {}

    private Dispatcher(NotifySettings settings, DeliveryBook book, List<Lane> lanes, Clock clock) {
        this.book = book;
        this.lanes = lanes;
        this.retries = settings.retries();
        this.lease = settings.timeouts().attempt().plus(LEASE_MARGIN);
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        ThreadFactory threads = task -> {
            Thread thread = new Thread(task, "notify-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.workers = Executors.newCachedThreadPool(threads);
        this.pump = threads.newThread(this::pump);
    }

    /**
     * Starts sending; returns at once.
     *
     * @param env the environment, where secrets are looked up
     * @throws ConfigException when a secret is missing or malformed, or a receiver names a district, police unit or school
     *     that nobody has
     */
    public static Dispatcher start(NotifySettings settings, Register register, Clock clock, Map<String, String> env) {
        List<Lane> lanes = new ArrayList<>();
        for (ReceiverSettings receiver : settings.receivers()) {
            receiver.requireKnown(register.schools());
            Sender sender = receiver.receiver().kind().equals("mail")
                    ? mail(settings, receiver, env)
                    : webhook(settings, receiver, clock, env);
            lanes.add(new Lane(receiver.receiver().id(), sender, new Semaphore(settings.inFlight())));
        }
        Dispatcher dispatcher = new Dispatcher(settings, register.deliveries(), List.copyOf(lanes), clock);
        dispatcher.pump.start();
        return dispatcher;
    }

    private static Sender webhook(
            NotifySettings settings, ReceiverSettings receiver, Clock clock, Map<String, String> env) {
        String text = secret(
                env,
                receiver.secretEnv(),
                receiver.location() + ": receiver " + receiver.receiver().id());
        WebhookSecret secret;
        try {
            secret = WebhookSecret.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    receiver.location() + ": receiver " + receiver.receiver().id() + ": environment variable "
                            + receiver.secretEnv() + ": " + e.getMessage(),
                    e);
        }
        return new WebhookSender(
                URI.create(receiver.receiver().target()),
                secret,
                new WebhookBody(settings.consoleUrl()),
                settings.timeouts(),
                clock);
    }

    private static Sender mail(NotifySettings settings, ReceiverSettings receiver, Map<String, String> env) {
        SmtpSettings smtp = settings.smtp().orElseThrow();
        String password = smtp.passwordEnv().isEmpty() ? "" : secret(env, smtp.passwordEnv(), "notify.yaml: smtp");
        return new MailSender(
                smtp,
                password,
                receiver.receiver().target(),
                new MailText(settings.consoleUrl(), receiver.language()),
                settings.timeouts(),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static String secret(Map<String, String> env, String variable, String where) {
        String value = env.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new ConfigException(
                    where + ": the environment variable " + variable + ", which holds its secret, is not set");
        }
        return value;
    }

    private void pump() {
        boolean trouble = false;
        while (!closed) {
            try {
                lanes.forEach(this::claim);
                if (trouble) {
                    LOG.info("deliveries can be claimed again");
                }
                trouble = false;
            } catch (RuntimeException e) {
                if (!trouble) {
                    LOG.error("deliveries can't be claimed; trying again every {}", AFTER_TROUBLE, e);
                }
                trouble = true;
            }
            try {
                if (wake.tryAcquire((trouble ? AFTER_TROUBLE : POLL).toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void claim(Lane lane) {
        int room = lane.room().availablePermits();
        if (room == 0) {
            return;
        }
        for (Delivery delivery : book.claim(lane.receiver(), room, lease)) {
            lane.room().acquireUninterruptibly();
            workers.execute(() -> deliver(lane, delivery));
        }
    }

    private void deliver(Lane lane, Delivery delivery) {
        try {
            record(delivery, attempt(lane.sender(), delivery));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.info(
                    "delivery {} to {} was under way at shutdown; it will be sent again",
                    delivery.id(),
                    lane.receiver());
        } catch (RuntimeException e) {
            LOG.error("what became of delivery {} can't be written down; it will be sent again", delivery.id(), e);
        } finally {
            lane.room().release();
            wake.release();
        }
    }

    /** A delivery that can't even be written as a message must end like any other, or it would come back for ever. */
    private static Outcome attempt(Sender sender, Delivery delivery) throws InterruptedException {
        try {
            return sender.send(delivery);
        } catch (RuntimeException e) {
            LOG.error("delivery {} can't be sent", delivery.id(), e);
            return Outcome.failed(e.toString());
        }
    }

    private void record(Delivery delivery, Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            String error = PlainText.line(failed.error(), MAX_ERROR);
            Optional<Duration> wait = retries.after(delivery.attempts(), failed.retryAfter());
            if (wait.isPresent()) {
                Instant next = clock.instant().plus(wait.get());
                LOG.warn("{} attempt {} failed, next at {}: {}", named(delivery), delivery.attempts(), next, error);
                book.failed(delivery.id(), error, next);
            } else {
                LOG.error("{} given up after {} attempts: {}", named(delivery), delivery.attempts(), error);
                book.dead(delivery.id(), error);
            }
        } else if (outcome instanceof Outcome.Refused refused) {
            String error = PlainText.line(refused.error(), MAX_ERROR);
            LOG.error("{} refused for good: {}", named(delivery), error);
            book.dead(delivery.id(), error);
        } else {
            LOG.info("{} sent at attempt {}", named(delivery), delivery.attempts());
            book.sent(delivery.id());
        }
    }

    private static String named(Delivery delivery) {
        return delivery.event().wireName() + " " + delivery.id() + " to " + delivery.receiver();
    }

    /** Claims nothing more, and lets what is under way end for up to 5 s; what doesn't is sent again after its lease. */
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            pump.join(GRACE.toMillis());
            workers.shutdown();
            if (!workers.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
                workers.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
