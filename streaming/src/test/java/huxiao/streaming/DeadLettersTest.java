package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLettersTest {
    @ParameterizedTest
    @MethodSource("failures")
    void what_blames_the_values_is_poison_and_all_else_from_database_and_disk_is_an_outage(
            Throwable thrown, boolean outage) {
        assertThat(DeadLetters.isOutage(thrown)).isEqualTo(outage);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IllegalArgumentException("an id holds half of a surrogate pair"), false),
                Arguments.of(new ArithmeticException("overflow"), false),
                Arguments.of(sql("22021"), false),
                Arguments.of(sql("23514"), false),
                Arguments.of(sql("54000"), false),
                Arguments.of(sql("23505"), true),
                Arguments.of(sql("08006"), true),
                Arguments.of(sql("57P01"), true),
                Arguments.of(sql("53100"), true),
                Arguments.of(sql("42P01"), true),
                Arguments.of(sql(null), true),
                Arguments.of(new UncheckedIOException(new IOException("No space left on device")), true),
                Arguments.of(new IllegalStateException(new InterruptedException()), true));
    }

    private static RuntimeException sql(String state) {
        return new IllegalStateException(new SQLException("no", state));
    }
}
