package huxiao.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed rows: what is trained on and what never is. */
class RowsOnFileTest {
    private static final Path DATA = Path.of(System.getProperty("huxiao.home"), "bench", "data");
    private static final int RUN = 15;

    @ParameterizedTest
    @CsvSource({"test,1500", "unseen,800", "everyday,800"})
    void the_rows_to_test_on_are_those_that_were_frozen(String part, int least) throws Exception {
        List<String> sums = Files.readAllLines(DATA.resolve(part).resolve("SHA256SUMS"), StandardCharsets.UTF_8);
        assertThat(sums).isNotEmpty();
        for (String line : sums) {
            String[] sumAndName = line.split("\\s+", 2);
            byte[] content = Files.readAllBytes(DATA.resolve(part).resolve(sumAndName[1]));
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            assertThat(found).as(sumAndName[1]).isEqualTo(sumAndName[0]);
        }
        assertThat(Examples.rows(DATA.resolve(part)).size()).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "unseen", "everyday", "calibration"})
    void no_training_row_shares_a_run_of_fifteen_characters_with_a_row_kept_from_it(String part) throws IOException {
        Set<String> runs = new HashSet<>();
        for (Example row : Examples.rows(DATA.resolve("train"))) {
            for (int i = 0; i + RUN <= row.text().length(); i++) {
                runs.add(row.text().substring(i, i + RUN));
            }
        }
        for (Example row : Examples.rows(DATA.resolve(part))) {
            for (int i = 0; i + RUN <= row.text().length(); i++) {
                String run = row.text().substring(i, i + RUN);
                if (runs.contains(run)) {
                    fail("a training row shares '%s' with a test row", run);
                }
            }
        }
    }

    @Test
    void no_row_to_calibrate_on_is_about_what_a_training_row_is_about() throws IOException {
        Set<String> taught = new HashSet<>();
        Examples.rows(DATA.resolve("train")).forEach(row -> taught.add(row.topic()));
        assertThat(Examples.rows(DATA.resolve("calibration")))
                .isNotEmpty()
                .noneMatch(row -> taught.contains(row.topic()));
    }

    @Test
    void no_two_training_rows_share_a_run_of_fifteen_characters() throws IOException {
        Map<String, Integer> runs = new HashMap<>();
        List<Example> rows = Examples.rows(DATA.resolve("train"));
        assertThat(rows.size()).isGreaterThanOrEqualTo(5000);
        for (int row = 0; row < rows.size(); row++) {
            String text = rows.get(row).text();
            for (int i = 0; i + RUN <= text.length(); i++) {
                String run = text.substring(i, i + RUN);
                int first = runs.merge(run, row, (held, one) -> held);
                if (first != row) {
                    fail("training rows %d and %d share '%s'", first + 1, row + 1, run);
                }
            }
        }
    }

    @Test
    void every_training_row_reads_as_a_label_that_the_guide_allows() throws IOException {
        List<Example> rows = new ArrayList<>(Examples.rows(DATA.resolve("train")));
        rows.addAll(Examples.rows(DATA.resolve("calibration")));
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.text()).isNotBlank();
            assertThat(row.categories().isEmpty()).isEqualTo(row.level() == huxiao.model.Level.NONE);
        });
    }
}
