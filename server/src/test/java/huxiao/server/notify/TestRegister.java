package huxiao.server.notify;

import huxiao.model.Alert;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.SchoolLink;
import huxiao.model.Span;
import huxiao.model.Stance;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.Delivery;
import huxiao.register.Register;
import huxiao.register.Sighting;
import huxiao.register.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A register of its own on a real server, with the shipped schools, in which alerts can be raised by a line. */
final class TestRegister implements AutoCloseable {
    /** An author's key, to be found nowhere outside. */
    static final String AUTHOR_KEY = "ffeeddccbbaa99887766554433221100";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final DatabaseSettings database;
    private final Clock clock;
    private final Register register;
    private int posts;

    TestRegister(EmbeddedPostgres server, NotifySettings settings, Clock clock) throws SQLException {
        String name = "t" + DATABASES.incrementAndGet();
        execute(server.getJdbcUrl("postgres", "postgres"), "create database " + name);
        this.database = new DatabaseSettings(server.getJdbcUrl("postgres", name), "postgres", "", 8);
        this.clock = clock;
        this.register = Register.open(database, settings.forRegister(), clock);
        register.putSchools(SchoolsCsv.read(Path.of(System.getProperty("huxiao.home"), "config", "schools.csv")));
    }

    Register register() {
        return register;
    }

    DatabaseSettings database() {
        return database;
    }

    /** A red alert about CL001 from a post of its own. */
    Alert raise(String text) {
        Post post = new Post(
                "post-" + ++posts,
                PostIds.version("", text),
                "forum",
                "http://127.0.0.2/t/" + posts,
                "",
                text,
                AUTHOR_KEY,
                "运东区",
                "",
                clock.instant(),
                clock.instant());
        Assessment assessment = new Assessment(
                post.id(),
                post.version(),
                Level.RED,
                List.of(Category.VIOLENCE_THREAT),
                Map.of(Category.VIOLENCE_THREAT, 0.98),
                Stance.WITNESS,
                List.of(Route.POLICE_NOW, Route.SCHOOL, Route.BUREAU),
                4.5,
                -3,
                List.of(new SchoolLink("CL001", 0.97, Span.NOWHERE)),
                List.of(new Reason(Span.NOWHERE, "model", 4.5)),
                Insight.NONE);
        return register.alerts()
                .record(new Sighting(post, assessment, posts, "", false))
                .alert();
    }

    Delivery only(Alert alert) {
        List<Delivery> all = register.deliveries().ofAlert(alert.id());
        if (all.size() != 1) {
            throw new AssertionError("expected one delivery, found " + all);
        }
        return all.get(0);
    }

    void execute(String sql) throws SQLException {
        execute(database.url(), sql);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        register.close();
    }
}
