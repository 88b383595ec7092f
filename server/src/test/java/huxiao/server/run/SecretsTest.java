package huxiao.server.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_found_again_by_the_next_start() throws IOException {
        Path file = folder.resolve("secrets.properties");
        String made = new Secrets(file, Map.of()).get("A");
        assertThat(made).hasSize(32);
        assertThat(new Secrets(file, Map.of()).get("A")).isEqualTo(made);
        assertThat(new Secrets(file, Map.of()).get("B")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void two_who_read_the_file_before_either_wrote_lose_nothing_of_each_other() {
        Path file = folder.resolve("secrets.properties");
        Secrets one = new Secrets(file, Map.of());
        Secrets other = new Secrets(file, Map.of());
        String first = one.get("WEBHOOK");
        String second = other.get(Secrets.AUTHOR_KEY);
        String third = one.get("PASSWORD");
        Secrets later = new Secrets(file, Map.of());
        assertThat(later.get("WEBHOOK")).isEqualTo(first);
        assertThat(later.get(Secrets.AUTHOR_KEY)).isEqualTo(second);
        assertThat(later.get("PASSWORD")).isEqualTo(third);
        assertThat(other.get("PASSWORD")).isEqualTo(third);
    }

    @Test
    void the_environment_comes_first_and_is_not_written_down() {
        Path file = folder.resolve("secrets.properties");
        assertThat(new Secrets(file, Map.of("A", "given")).get("A")).isEqualTo("given");
        assertThat(file).doesNotExist();
        assertThat(new Secrets(file, Map.of("A", " ")).get("A")).hasSize(32);
    }

    @Test
    void an_author_key_that_is_too_short_is_refused_by_name_and_not_repeated() {
        Secrets secrets = new Secrets(folder.resolve("s"), Map.of(Secrets.AUTHOR_KEY, "short-secret"));
        assertThatThrownBy(secrets::authorKey)
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("HUXIAO_AUTHOR_KEY")
                .hasMessageContaining("at least 16")
                .hasMessageNotContaining("short-secret");
    }

    @Test
    void a_file_that_is_broken_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.properties"), "A=\\uXYZW\n");
        assertThatThrownBy(() -> new Secrets(file, Map.of()).get("A"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("secrets.properties");
    }
}
