package huxiao.register;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import huxiao.model.Schools;
import huxiao.register.database.DatabaseSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;

/**
 * The record of what people did, and of what the program found for them, in PostgreSQL. Each book holds one kind of record;
 * whatever a person does is written in one transaction with its audit entry, its change for the job and its deliveries.
 *
 * <p>Thread safe; several processes may have the same register open. Times are kept to the microsecond. Text that PostgreSQL
 * cannot hold (U+0000, half a surrogate pair) is stored with U+FFFD in its place.
 */
public final class Register implements AutoCloseable {
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(20);

    private final HikariDataSource dataSource;
    private final Store store;
    private final AlertBook alerts;
    private final HazardBook hazards;
    private final FiguresBook figures;
    private final RiskBook risks;
    private final DeliveryBook deliveries;
    private final ChangeFeed changes;
    private final AuditTrail audit;
    private final AccountBook accounts;
    private final DeadLetterBook deadLetters;
    private final ShadowBook shadow;
    private final FeedbackBook feedback;
    private final SearchBook searches;
    private final Retention retention;

    private Register(HikariDataSource dataSource, List<Receiver> receivers, Clock clock) {
        this.dataSource = dataSource;
        this.store = new Store(dataSource, clock);
        this.audit = new AuditTrail(store);
        this.changes = new ChangeFeed(store);
        this.alerts = new AlertBook(store, new Outbox(receivers), changes, audit);
        this.hazards = new HazardBook(store, changes, audit);
        this.figures = new FiguresBook(store, changes, audit);
        this.risks = new RiskBook(store);
        this.deliveries = new DeliveryBook(store, audit);
        this.accounts = new AccountBook(store, audit);
        this.deadLetters = new DeadLetterBook(store);
        this.shadow = new ShadowBook(store);
        this.feedback = new FeedbackBook(store, audit);
        this.searches = new SearchBook(store, changes, audit);
        this.retention = new Retention(store, changes, audit);
    }

    /**
     * Connects, and brings the tables to this version's state.
     *
     * @param receivers who is told of alerts from now on
     * @param clock dates what is written, leases and waits for a next try
     * @throws IllegalArgumentException when two receivers share an id
     * @throws IllegalStateException when the server cannot be reached within 20 s
     */
    public static Register open(DatabaseSettings settings, List<Receiver> receivers, Clock clock) {
        Set<String> ids = new HashSet<>();
        for (Receiver receiver : receivers) {
            if (!ids.add(receiver.id())) {
                throw new IllegalArgumentException("two receivers share the id " + receiver.id());
            }
        }
        HikariDataSource dataSource = connect(settings);
        try {
            Flyway.configure(Register.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Register(dataSource, List.copyOf(receivers), clock);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    /** The schools of the jurisdiction, in the order of {@code schools.csv}. */
    public Schools schools() {
        return store.read(SchoolRows::active);
    }

    /** Takes over {@code schools.csv}: a school that is gone from it is no longer active, but what was entered for it stays. */
    public void putSchools(Schools schools) {
        store.write(handle -> {
            SchoolRows.put(handle, schools);
            return true;
        });
    }

    /** The alerts. */
    public AlertBook alerts() {
        return alerts;
    }

    /** Every school's risk register. */
    public HazardBook hazards() {
        return hazards;
    }

    /** Guards and inspections. */
    public FiguresBook figures() {
        return figures;
    }

    /** The merged risk of every school. */
    public RiskBook risks() {
        return risks;
    }

    /** The outbox. */
    public DeliveryBook deliveries() {
        return deliveries;
    }

    /** What the job must know. */
    public ChangeFeed changes() {
        return changes;
    }

    /** Who did what. */
    public AuditTrail audit() {
        return audit;
    }

    /** Who may sign in. */
    public AccountBook accounts() {
        return accounts;
    }

    /** Input put aside. */
    public DeadLetterBook deadLetters() {
        return deadLetters;
    }

    /** What a model that is not switched on says beside the one that judges. */
    public ShadowBook shadow() {
        return shadow;
    }

    /** What decisions say of the program's judgement. */
    public FeedbackBook feedback() {
        return feedback;
    }

    /** The searches that people keep. */
    public SearchBook searches() {
        return searches;
    }

    /**
     * Deletes what is past its time, in one transaction, with an audit entry. An alert is deleted with its posts, history,
     * deliveries and rows of the change feed; the job hears of an open one once more, as closed and without text. The audit
     * trail stays.
     *
     * @param postsBefore input that was put aside and last met before this is deleted, and so are differences of models over posts
     *     collected before this, and what saved searches found among them; posts without an alert are not kept here
     * @param alertsBefore alerts whose last post was collected before this are deleted
     */
    public RetentionReport forget(Instant postsBefore, Instant alertsBefore) {
        return retention.forget(postsBefore, alertsBefore);
    }

    /**
     * Deletes what is kept here of one post without an alert, at the request of whom it concerns, with an audit entry. A post of an
     * alert is evidence that officers decided on, and goes with its alert: then nothing is deleted.
     *
     * @param person login of who does it
     * @param reason why; enters the audit trail
     * @return the alert that the post belongs to; empty when all was deleted
     */
    public Optional<String> forgetPost(String postId, String person, String reason) {
        return retention.forgetPost(postId, person, reason);
    }

    /** Gives all connections back. */
    @Override
    public void close() {
        dataSource.close();
    }

    private static HikariDataSource connect(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("register");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setInitializationFailTimeout(CONNECTION_TIMEOUT.toMillis());
        config.addDataSourceProperty("ApplicationName", "huxiao");
        // The server's detail of a fault quotes the whole row that it refused.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new IllegalStateException(
                    "cannot connect to " + settings.url() + " as " + settings.user() + ": " + reason(e), e);
        }
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
