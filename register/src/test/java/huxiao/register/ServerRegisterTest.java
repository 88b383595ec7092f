package huxiao.register;

import huxiao.register.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * The contract on a server that is only known by URL, user and password: the one named by {@code HUXIAO_TEST_DATABASE} ({@code
 * HUXIAO_TEST_DATABASE_USER}, {@code HUXIAO_TEST_DATABASE_PASSWORD}), else one started here, on which the user owns a database
 * and may do nothing more.
 */
final class ServerRegisterTest extends RegisterContract {
    private Optional<EmbeddedPostgres> server = Optional.empty();

    @Override
    DatabaseSettings start(Path folder) throws IOException, SQLException {
        Map<String, String> environment = System.getenv();
        String url = environment.getOrDefault("HUXIAO_TEST_DATABASE", "");
        if (!url.isEmpty()) {
            return new DatabaseSettings(
                    url,
                    environment.getOrDefault("HUXIAO_TEST_DATABASE_USER", "huxiao"),
                    environment.getOrDefault("HUXIAO_TEST_DATABASE_PASSWORD", ""),
                    6);
        }
        EmbeddedPostgres own = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("server"))
                .start();
        server = Optional.of(own);
        try (Connection connection = own.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role huxiao login password 'geheim'");
            statement.execute("create database schools owner huxiao");
        }
        return new DatabaseSettings("jdbc:postgresql://127.0.0.1:" + own.getPort() + "/schools", "huxiao", "geheim", 6);
    }

    @Override
    void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }
}
