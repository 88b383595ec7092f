package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Schools;
import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    @TempDir
    Path config;

    private Path folder;
    private byte[] model;
    private String blend;

    @BeforeEach
    void copyShipped() throws IOException {
        folder = Files.createDirectory(config.resolve("models"));
        model = resource("model.bin.gz");
        blend = new String(resource("blend.properties"), StandardCharsets.UTF_8);
        write(model, blend);
        Files.write(folder.resolve("police-alarms.properties"), resource("police-alarms.properties"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Judge.class.getResourceAsStream("/huxiao/analysis/" + name)) {
            return in.readAllBytes();
        }
    }

    private void write(byte[] linear, String mixes) throws IOException {
        Files.write(folder.resolve("model.bin.gz"), linear);
        Files.writeString(folder.resolve("blend.properties"), mixes);
    }

    private static AnalysisSettings settings(String yaml) {
        return AnalysisSettings.from(ConfigNode.parse("huxiao.yaml", yaml));
    }

    @Test
    void a_copy_of_the_shipped_files_is_the_same_model_under_the_same_name() throws IOException {
        ModelFolder copy = ModelFolder.read(folder, true);
        assertThat(copy.name()).isEqualTo(ModelFolder.shipped().name()).matches("[0-9a-f]{12}");
        write(model, blend.replaceFirst("alone.BLUE = [^ ]+", "alone.BLUE = 0.125"));
        assertThat(ModelFolder.read(folder, true).name()).isNotEqualTo(copy.name());
    }

    @Test
    void the_settings_choose_the_model_and_the_one_beside_it_relative_to_the_configuration() throws IOException {
        write(model, blend.replaceAll("(?m)^(\\w+\\.(BLUE|YELLOW|ORANGE|RED)) = \\S+", "$1 = 9"));
        AnalysisSettings chosen = settings("model: models\nencoder: false");
        Post calm = Fixtures.post("今天天气真好，适合晒被子");
        assertThat(Judge.load(chosen, config, new Schools(List.of()))
                        .assessBriefly(calm)
                        .level())
                .isNotEqualTo(Level.NONE);
        assertThat(Judge.load(settings("encoder: false"), config, new Schools(List.of()))
                        .assessBriefly(calm)
                        .level())
                .isEqualTo(Level.NONE);
        assertThat(settings("shadow: models").models().shadowAlone()).contains(new ModelChoice("models", ""));
        assertThat(settings("model: models").models().shadowAlone()).isEmpty();
    }

    @Test
    void what_is_missing_or_damaged_is_named_with_its_file_and_what_is_needed() throws IOException {
        refused("no such folder", "nowhere", config.resolve("nowhere"));
        Files.delete(folder.resolve("blend.properties"));
        refused("no such file", "blend.properties", folder);
        write(Arrays.copyOf(model, model.length / 2), blend);
        refused("cannot be used", "model.bin.gz", folder);
        byte[] flipped = model.clone();
        flipped[model.length - 6] ^= 1;
        write(flipped, blend);
        refused("cannot be used", "model.bin.gz", folder);
        write("no gzip".getBytes(StandardCharsets.UTF_8), blend);
        refused("cannot be used", "model.bin.gz", folder);
        write(model, "alone.BLUE = 1 x 3\n");
        refused("three finite numbers", "blend.properties", folder);
        write(model, "alone.BLUE = 1 2\n");
        refused("three finite numbers", "blend.properties", folder);
        write(model, blend.replaceAll("(?m)^together.RED.*$", ""));
        refused("nothing is said of together.RED", "blend.properties", folder);
        assertThat(ModelFolder.read(folder, false).name()).isNotEmpty();
        write(model, blend);
        Files.writeString(folder.resolve("police-alarms.properties"), "0.5 = few\n");
        refused("cannot be used", "police-alarms.properties", folder);
        Files.writeString(folder.resolve("police-alarms.properties"), "5 = 1\n");
        refused("a threshold from 0 to 1", "police-alarms.properties", folder);
    }

    @Test
    void a_budget_that_the_models_cannot_keep_is_refused_with_what_they_were_measured_to_raise() throws IOException {
        Files.writeString(folder.resolve("police-alarms.properties"), "0.50 = 3.0\n0.90 = 0.5\n");
        AnalysisSettings kept = settings("model: models\nencoder: false\npoliceAlarms: 0.5");
        assertThat(Judge.load(kept, config, new Schools(List.of()))).isNotNull();
        AnalysisSettings tooSmall = settings("model: models\nencoder: false\npoliceAlarms: 0.1");
        assertThatThrownBy(() -> Judge.load(tooSmall, config, new Schools(List.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("analysis.policeAlarms: found '0.1', allowed: a number from 0.5");
    }

    private static void refused(String why, String where, Path folder) {
        assertThatThrownBy(() -> ModelFolder.read(folder, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(why)
                .hasMessageContaining(where)
                .hasMessageContaining("bench/train.sh");
    }
}
