package huxiao.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexSettingsTest {
    @Test
    void the_shipped_configuration_says_the_defaults() {
        Path shipped = Path.of(System.getProperty("huxiao.home"), "config", "huxiao.yaml");
        ConfigNode section = ConfigNode.read(shipped).section("index");
        assertThat(section.keys()).hasSize(3);
        assertThat(IndexSettings.from(section)).isEqualTo(IndexSettings.DEFAULT);
        assertThat(IndexSettings.from(ConfigNode.parse("empty.yaml", ""))).isEqualTo(IndexSettings.DEFAULT);
    }

    @Test
    void values_are_read_with_their_units() {
        assertThat(read("{maxStale: 0s, searchTimeout: 500ms, writeBufferMiB: 16}"))
                .isEqualTo(new IndexSettings(Duration.ZERO, Duration.ofMillis(500), 16));
    }

    @Test
    void faults_name_file_line_key_and_what_is_allowed() {
        assertThatThrownBy(() -> read("\nmaxStael: 1s"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("test.yaml:2", "maxStael", "maxStale");
        assertThatThrownBy(() -> read("searchTimeout: 0s"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("test.yaml:1", "searchTimeout", "above 0");
        assertThatThrownBy(() -> read("writeBufferMiB: 0"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("1 to 1024");
    }

    private static IndexSettings read(String yaml) {
        return IndexSettings.from(ConfigNode.parse("test.yaml", yaml));
    }
}
