package huxiao.register;

import huxiao.register.database.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the register promises on any PostgreSQL; each kind of server says only how it is reached. */
abstract class RegisterContract
        implements AlertContract,
                DecisionContract,
                DeliveryContract,
                ChangeContract,
                SchoolContract,
                HazardContract,
                AccountContract,
                RetentionContract {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final TestClock clock = new TestClock();
    private final List<Register> open = new ArrayList<>();
    private String schema = "";

    /** A server, already running, with a database in which schemas may be created. */
    abstract DatabaseSettings server();

    @BeforeEach
    final void open() throws SQLException {
        schema = "contract_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        execute("create schema " + schema);
        open.add(Register.open(settings(), World.RECEIVERS, clock));
        register().putSchools(World.SCHOOLS);
    }

    @AfterEach
    final void close() throws SQLException {
        open.forEach(Register::close);
        execute("drop schema " + schema + " cascade");
    }

    @Override
    public final Register register() {
        return open.get(0);
    }

    @Override
    public final Register reopened(List<Receiver> receivers) {
        Register register = Register.open(settings(), receivers, clock);
        open.add(register);
        return register;
    }

    @Override
    public final TestClock clock() {
        return clock;
    }

    @Override
    public final Connection connection() throws SQLException {
        DatabaseSettings settings = settings();
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }

    private DatabaseSettings settings() {
        DatabaseSettings server = server();
        String separator = server.url().contains("?") ? "&" : "?";
        return new DatabaseSettings(
                server.url() + separator + "currentSchema=" + schema, server.user(), server.password(), 6);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server().url(), server().user(), server().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
