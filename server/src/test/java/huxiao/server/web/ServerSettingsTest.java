package huxiao.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {
    @Test
    void the_shipped_file_states_the_defaults() {
        Path file = Path.of(System.getProperty("huxiao.home"), "config", "huxiao.yaml");
        assertThat(ServerSettings.from(ConfigNode.read(file).section("server")))
                .isEqualTo(ServerSettings.from(ConfigNode.parse("empty", "")));
    }

    @ParameterizedTest
    @CsvSource({"port: 70000, port", "sessionTimeout: 5s, sessionTimeout", "hots: x, hots", "bodyLimit: 1, bodyLimit"})
    void a_fault_names_file_line_and_key(String yaml, String key) {
        assertThatThrownBy(() -> ServerSettings.from(ConfigNode.parse("huxiao.yaml", yaml)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("huxiao.yaml:1")
                .hasMessageContaining(key);
    }
}
