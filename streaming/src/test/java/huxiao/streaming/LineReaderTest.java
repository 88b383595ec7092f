package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|",
                "a|a",
                "a\\nb|a,b",
                "a\\r\\nb\\r\\n|a,b",
                "a\\rb|a,b",
                "a\\n\\nb\\n|a,,b",
                "a\\r\\n\\r\\nb|a,,b",
                "\\n|''",
                "\uFEFFa\\n\uFEFFb|a,\uFEFFb",
                "\uFEFF|",
            })
    void every_way_to_end_a_line_is_read_and_a_byte_order_mark_only_in_front(String text, String lines)
            throws IOException {
        List<String> expected = lines == null ? List.of() : List.of(lines.split(",", -1));
        assertThat(read(text.replace("\\n", "\n").replace("\\r", "\r"))).isEqualTo(expected);
    }

    @Test
    void of_a_line_that_is_too_long_only_the_beginning_is_kept_and_the_next_line_follows() throws IOException {
        List<String> lines = read("长".repeat(3 * LineReader.LONGEST) + "\nnext");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).hasSize(LineReader.LONGEST + 1);
        assertThat(LineReader.isTooLong(lines.get(0))).isTrue();
        assertThat(lines.get(1)).isEqualTo("next");
        assertThat(LineReader.isTooLong("长".repeat(LineReader.LONGEST))).isFalse();
    }

    private static List<String> read(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            Optional<String> line = reader.next();
            while (line.isPresent()) {
                lines.add(line.get());
                line = reader.next();
            }
        }
        return lines;
    }
}
