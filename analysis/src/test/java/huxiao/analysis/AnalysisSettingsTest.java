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

    @Test
    void a_place_cannot_be_beside_a_school_and_outside_its_radius() {
        ConfigNode node = ConfigNode.parse("huxiao.yaml", "linking:\n  radius: 200\n  beside: 300\n");
        assertThatThrownBy(() -> AnalysisSettings.from(node))
                .isInstanceOf(ConfigException.class)
                .hasMessage("huxiao.yaml:3: linking.beside: found '300', allowed: metres from 0 to radius (200)");
    }

    @Test
    void a_small_radius_alone_takes_beside_with_it() {
        ConfigNode node = ConfigNode.parse("huxiao.yaml", "linking:\n  radius: 100\n");
        assertThat(AnalysisSettings.from(node).linking()).isEqualTo(new LinkingSettings(0.5, 100, 100));
    }

    @Test
    void a_confidence_below_one_half_is_refused() {
        ConfigNode node = ConfigNode.parse("huxiao.yaml", "linking:\n  confidence: 0.3\n");
        assertThatThrownBy(() -> AnalysisSettings.from(node))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "huxiao.yaml:2: linking.confidence: found '0.3', allowed: a number from 0.5 to 1");
    }
}
