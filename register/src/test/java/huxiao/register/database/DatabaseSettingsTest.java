package huxiao.register.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DatabaseSettingsTest {
    @Test
    void no_url_means_the_embedded_database() {
        assertThat(DatabaseSettings.from(node("pool: 4"), Map.of())).isEmpty();
    }

    @Test
    void the_password_comes_from_the_environment() {
        assertThat(DatabaseSettings.from(
                        node("url: jdbc:postgresql://db/huxiao\nuser: h\npool: 4"),
                        Map.of("HUXIAO_DATABASE_PASSWORD", "geheim")))
                .contains(new DatabaseSettings("jdbc:postgresql://db/huxiao", "h", "geheim", 4));
    }

    @Test
    void faults_name_line_and_key() {
        assertThatThrownBy(() -> DatabaseSettings.from(node("user: h\nurl: jdbc:mysql://db"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("huxiao.yaml:2: url: found 'jdbc:mysql://db'");
        assertThatThrownBy(() -> DatabaseSettings.from(node("password: x"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown key 'password'");
    }

    private static ConfigNode node(String yaml) {
        return ConfigNode.parse("huxiao.yaml", yaml);
    }
}
