package huxiao.register;

import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the embedded database. */
final class EmbeddedRegisterTest extends RegisterContract {
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start(@TempDir Path folder) {
        database = EmbeddedDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    DatabaseSettings server() {
        return database.settings();
    }
}
