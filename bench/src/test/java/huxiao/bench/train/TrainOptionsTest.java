package huxiao.bench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainOptionsTest {
    @TempDir
    Path folder;

    private String home;
    private String cold;
    private String rows;

    @BeforeEach
    void write() throws IOException {
        home = folder.toString();
        cold = Files.createDirectory(folder.resolve("cold")).toString();
        Files.createFile(folder.resolve("cold/train.csv"));
        StringBuilder decided = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            decided.append("{\"text\":\"食堂又涨价")
                    .append(i)
                    .append("\",\"level\":\"NONE\",\"categories\":[],\"topic\":\"")
                    .append("a".repeat(i / 2 + 1))
                    .append("\"}\n");
        }
        decided.append("{\"text\":\"带刀\",\"level\":\"RED\",\"categories\":[\"violence_threat\"],\"stance\":\"intent\","
                + "\"topic\":\"b\"}\n");
        rows = Files.writeString(folder.resolve("rows.jsonl"), decided).toString();
    }

    @Test
    void without_options_the_program_s_own_model_is_trained_on_its_own_rows() throws IOException {
        TrainOptions options = TrainOptions.of(home, cold);
        assertThat(options.isForProgram()).isTrue();
        assertThat(options.target(folder)).isEqualTo(folder);
        assertThat(options.rows(List.of())).isEmpty();
        assertThat(options.counted(List.of())).isEmpty();
    }

    @Test
    void rows_of_decisions_are_added_by_topic_and_counted_apart_and_the_model_goes_to_its_own_folder()
            throws IOException {
        Path out = folder.resolve("models/new");
        TrainOptions options = TrainOptions.of("--out", out.toString(), home, "--feedback", rows, cold);
        assertThat(options.isForProgram()).isFalse();
        assertThat(options.target(folder)).isEqualTo(out).isDirectory();
        List<Example> own = Examples.file(Path.of(rows)).subList(0, 1);
        List<Example> all = options.rows(own);
        assertThat(all).hasSize(62);
        assertThat(all.get(61).level()).isEqualTo(Level.RED);
        assertThat(all.get(1).stance()).isEmpty();
        long kept = all.stream().skip(1).filter(Split::isForCalibration).count();
        assertThat(kept).isPositive();
        assertThat(options.counted(all))
                .contains("among them from decisions: " + (61 - kept) + " to learn from, " + kept + " to calibrate on");
    }

    @Test
    void wrong_use_says_what_is_wrong() {
        assertWrong("found 1 folders", home);
        assertWrong("no train.csv", cold, home);
        assertWrong("value is missing", home, cold, "--out");
        assertWrong("needs --out", home, cold, "--feedback", rows);
        assertWrong("allowed: a file", home, cold, "--feedback", rows + "x", "--out", home);
    }

    private static void assertWrong(String what, String... args) {
        assertThatThrownBy(() -> TrainOptions.of(args))
                .isInstanceOf(TrainOptions.WrongUseException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("usage:");
    }
}
