package huxiao.register;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions on the database, and the clock by which they are dated. Thread safe. */
final class Store {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final int TRIES = 20;
    /** unique_violation: another transaction wrote the same row first; serialization_failure; deadlock_detected. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("23505", "40001", "40P01");

    private final Jdbi jdbi;
    private final Clock clock;

    Store(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
        // A fault is logged and kept as a cause: it must not quote what was to be written, words of posts among it.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArgument(new StorableText());
        jdbi.registerArgument(new StorableTime());
    }

    /** What is to be done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Handle handle);
    }

    /** Now, as precisely as the database can store it. */
    Instant now() {
        return Storable.time(clock.instant());
    }

    /**
     * Does the work in one transaction (READ COMMITTED), again from the start when another one was first. The work must have no
     * other effect than on the database.
     */
    <T> T write(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, work::in);
            } catch (JdbiException e) {
                String state = sqlState(e);
                if (attempt == TRIES || !WORTH_ANOTHER_TRY.contains(state)) {
                    throw e;
                }
                LOG.debug("another transaction was first (SQLSTATE {}), try {}", state, attempt);
            }
        }
    }

    /** Reads in one statement. */
    <T> T read(Work<T> work) {
        return jdbi.withHandle(work::in);
    }

    /** Reads what was committed at one moment, in several statements. */
    <T> T readSnapshot(Work<T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::in);
    }

    private static String sqlState(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static final class StorableText extends AbstractArgumentFactory<String> {
        StorableText() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            return (position, statement, context) -> statement.setString(position, Storable.text(value));
        }
    }

    private static final class StorableTime extends AbstractArgumentFactory<Instant> {
        StorableTime() {
            super(Types.TIMESTAMP_WITH_TIMEZONE);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            OffsetDateTime time = Storable.time(value).atOffset(ZoneOffset.UTC);
            return (position, statement, context) -> statement.setObject(position, time);
        }
    }
}
