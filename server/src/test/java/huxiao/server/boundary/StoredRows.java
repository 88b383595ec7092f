package huxiao.server.boundary;

import huxiao.register.database.DatabaseSettings;
import huxiao.register.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Every row of every table as text. Long values are compressed on disk, where a search in raw bytes passes them by.
 *
 * @param rows table, then the row as PostgreSQL writes it
 * @param indexes definitions of all indexes
 */
record StoredRows(List<Row> rows, List<String> indexes) {
    /** One row. */
    record Row(String table, String text) {}

    static StoredRows of(Path dataFolder) throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(dataFolder.resolve("postgres"))) {
            DatabaseSettings at = database.settings();
            try (Connection connection = DriverManager.getConnection(at.url(), at.user(), at.password());
                    Statement statement = connection.createStatement()) {
                List<Row> rows = new ArrayList<>();
                for (String table : column(
                        statement, "select tablename from pg_tables where schemaname = 'public' order by tablename")) {
                    column(statement, "select t::text from \"" + table + "\" t")
                            .forEach(text -> rows.add(new Row(table, text)));
                }
                return new StoredRows(
                        List.copyOf(rows),
                        column(statement, "select indexdef from pg_indexes where schemaname = 'public'"));
            }
        }
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }
}
