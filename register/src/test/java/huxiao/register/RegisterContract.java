package huxiao.register;

import huxiao.register.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the register promises on any PostgreSQL; each kind of server says only how it is reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RegisterContract
        implements AlertContract,
                DecisionContract,
                PartingContract,
                DeliveryContract,
                ChangeContract,
                SchoolContract,
                HazardContract,
                AccountContract,
                RetentionContract,
                ShadowContract,
                FeedbackContract,
                SearchContract,
                FaultContract {
    private final TestClock clock = new TestClock();
    private final List<Register> reopened = new ArrayList<>();
    private final String schema = "contract_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    private DatabaseSettings server;
    private Register register;

    /** Starts a server, with a database in which schemas may be created. */
    abstract DatabaseSettings start(Path folder) throws IOException, SQLException;

    /** Stops it. */
    abstract void stop() throws IOException;

    @BeforeAll
    final void open(@TempDir Path folder) throws IOException, SQLException {
        server = start(folder);
        execute(server, "create schema " + schema);
        register = Register.open(settings(), World.RECEIVERS, clock);
    }

    @AfterAll
    final void close() throws IOException, SQLException {
        register.close();
        execute(server, "drop schema " + schema + " cascade");
        stop();
    }

    @BeforeEach
    final void empty() throws SQLException {
        clock.reset();
        execute(settings(), """
                alter table audit disable trigger user;
                truncate school, alert, alert_post, alert_sighting, alert_merge, alert_event, delivery, hazard, security_figures,
                    inspection, school_risk, change, account, api_key, audit, dead_letter, shadow_difference, shadow_judged,
                    saved_search, search_hit restart identity;
                alter table audit enable trigger user
                """);
        register.putSchools(World.SCHOOLS);
    }

    @AfterEach
    final void closeReopened() {
        reopened.forEach(Register::close);
        reopened.clear();
    }

    @Override
    public final Register register() {
        return register;
    }

    @Override
    public final Register reopened(List<Receiver> receivers) {
        Register another = Register.open(settings(), receivers, clock);
        reopened.add(another);
        return another;
    }

    @Override
    public final TestClock clock() {
        return clock;
    }

    @Override
    public final Connection connection() throws SQLException {
        return connect(settings());
    }

    private DatabaseSettings settings() {
        String separator = server.url().contains("?") ? "&" : "?";
        return new DatabaseSettings(
                server.url() + separator + "currentSchema=" + schema, server.user(), server.password(), 6);
    }

    private static void execute(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }
}
