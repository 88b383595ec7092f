package huxiao.register;

import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import java.nio.file.Path;

/** The contract on the embedded database. */
final class EmbeddedRegisterTest extends RegisterContract {
    private EmbeddedDatabase database;

    @Override
    DatabaseSettings start(Path folder) {
        database = EmbeddedDatabase.start(folder);
        return database.settings();
    }

    @Override
    void stop() {
        database.close();
    }
}
