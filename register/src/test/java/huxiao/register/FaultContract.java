package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/** What a fault of the database may say: it is logged and kept as the cause of a dead letter. */
interface FaultContract extends RegisterFixture {
    @Test
    default void a_fault_of_the_database_says_what_was_wrong_but_quotes_nothing_that_was_to_be_written()
            throws SQLException {
        String words = "words of a post that nobody is to read in a log";
        alter("add constraint refusal check (kind <> 'refused')");
        try {
            Throwable fault =
                    catchThrowable(() -> register().deadLetters().put("refused", "reference", "cause", words));
            assertThat(Throwables.getStackTrace(fault)).contains("refusal").doesNotContain(words);
        } finally {
            alter("drop constraint refusal");
        }
    }

    private void alter(String change) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table dead_letter " + change);
        }
    }
}
