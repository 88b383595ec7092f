package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblationFileTest {
    @TempDir
    Path home;

    @Test
    void what_is_written_is_read_again_beside_what_stood_there() throws IOException {
        Files.createDirectories(home.resolve("bench/data"));
        assertThat(AblationFile.read(home).variant(AblationFile.FROZEN)).isEmpty();
        Variant frozen =
                new Variant(new Tally(1, 2, 3), new Tally(4, 5, 6), new Interval(0, 9), new Interval(7, 8), 1234);
        Variant parsed =
                new Variant(new Tally(9, 8, 7), new Tally(6, 5, 4), new Interval(1, 9), new Interval(8, 8), 99);
        AblationFile.read(home).write(AblationFile.FROZEN, frozen, 6740);
        AblationFile.read(home).write(AblationFile.DEPENDENCIES, parsed, 6741);
        AblationFile read = AblationFile.read(home);
        assertThat(read.variant(AblationFile.FROZEN)).contains(frozen);
        assertThat(read.variant(AblationFile.DEPENDENCIES)).contains(parsed);
        assertThat(read.rows(AblationFile.FROZEN)).isEqualTo(6740);
    }
}
