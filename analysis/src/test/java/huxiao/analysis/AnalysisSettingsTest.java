package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import org.junit.jupiter.api.Test;

class AnalysisSettingsTest {
    @Test
    void the_shipped_file_says_what_the_code_does_without_it() {
        ConfigNode shipped = ConfigNode.read(Fixtures.CONFIG.resolve("huxiao.yaml"));
        assertThat(AnalysisSettings.from(shipped.section("analysis"))).isEqualTo(AnalysisSettings.defaults());
    }

    @Test
    void an_unknown_key_is_refused_with_its_line() {
        ConfigNode node = ConfigNode.parse("huxiao.yaml", "thresholds:\n  oragne: 0.5\n");
        assertThatThrownBy(() -> AnalysisSettings.from(node))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("huxiao.yaml:2")
                .hasMessageContaining("oragne");
    }
}
