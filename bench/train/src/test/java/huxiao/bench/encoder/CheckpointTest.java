package huxiao.bench.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read() throws IOException {
        OnnxGraph.Matrix weight = new OnnxGraph.Matrix(new int[] {2, 3}, new float[] {1, -2, 3.5f, 0, 1e-9f, 6});
        OnnxGraph.Matrix mean = new OnnxGraph.Matrix(new int[] {1}, new float[] {0.25f});
        Path file = folder.resolve("new/one.checkpoint");
        new Checkpoint(7, Map.of("a.weight", weight), Map.of("a", mean), Map.of()).write(file);
        Checkpoint read = Checkpoint.read(file);
        assertThat(read.steps()).isEqualTo(7);
        assertThat(read.weights()).containsOnlyKeys("a.weight");
        assertThat(read.weights().get("a.weight").shape()).containsExactly(2, 3);
        assertThat(read.weights().get("a.weight").values()).containsExactly(weight.values());
        assertThat(read.means().get("a").values()).containsExactly(0.25f);
        assertThat(read.squares()).isEmpty();
        assertThat(folder.resolve("new/one.checkpoint.part")).doesNotExist();
    }
}
