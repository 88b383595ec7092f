package huxiao.register.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabaseTest {
    @TempDir
    static Path shared;

    private static Path data;

    @BeforeAll
    static void create() {
        data = shared.resolve("with a blank/data");
        EmbeddedDatabase.start(data).close();
    }

    @Test
    void it_keeps_what_it_was_given_and_acknowledges_only_what_is_on_disk() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ask(database.settings(), "show fsync")).isEqualTo("on");
            assertThat(ask(database.settings(), "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database.settings(), "show server_encoding")).isEqualTo("UTF8");
            execute(database.settings(), "create table kept as select '护校' as what");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThat(ask(database.settings(), "select what from kept")).isEqualTo("护校");
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            DatabaseSettings settings = database.settings();
            assertThatThrownBy(() -> DriverManager.getConnection(settings.url(), settings.user(), "guessed"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(settings.toString()).doesNotContain(settings.password());
        }
    }

    @Test
    void a_folder_in_use_is_refused_and_stays_in_use() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("held by this process already");
            assertThat(ask(database.settings(), "select 'here'")).isEqualTo("here");
        }
    }

    @Test
    void another_program_under_the_old_process_id_is_left_alone() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    data.resolve("cluster/postmaster.pid"),
                    other.pid() + "\n" + data.resolve("cluster") + "\n1\n5432\n\nlocalhost\n  1 1\nready\n");
            try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
                assertThat(ask(database.settings(), "select 'up'")).isEqualTo("up");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_creation_that_was_interrupted_is_begun_anew(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("unfinished"));
        Path cluster = Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(cluster.resolve("PG_VERSION"), "14\n");
        Files.writeString(cluster.resolve("postgresql.conf"), "");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database.settings(), "select 'new'")).isEqualTo("new");
        }
        assertThat(folder.resolve("unfinished")).doesNotExist();
    }

    private static String ask(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
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
