package huxiao.register;

import huxiao.register.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract on a server that is only known by URL, user and password: the one named by {@code HUXIAO_TEST_DATABASE} ({@code
 * HUXIAO_TEST_DATABASE_USER}, {@code HUXIAO_TEST_DATABASE_PASSWORD}), else one started here, on which the user owns a database
 * and may do nothing more.
 */
final class ServerRegisterTest extends RegisterContract {
    private static EmbeddedPostgres server;
    private static DatabaseSettings settings;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, SQLException {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("HUXIAO_TEST_DATABASE", "");
        if (!url.isEmpty()) {
            settings = new DatabaseSettings(
                    url,
                    environment.getOrDefault("HUXIAO_TEST_DATABASE_USER", "huxiao"),
                    environment.getOrDefault("HUXIAO_TEST_DATABASE_PASSWORD", ""),
                    6);
            return;
        }
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("server"))
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role huxiao login password 'geheim'");
            statement.execute("create database schools owner huxiao");
        }
        settings = new DatabaseSettings(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/schools", "huxiao", "geheim", 6);
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    DatabaseSettings server() {
        return settings;
    }
}
