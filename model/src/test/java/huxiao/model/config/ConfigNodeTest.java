package huxiao.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Level;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConfigNodeTest {
    @Test
    void values_are_read_with_their_units_and_defaults() {
        ConfigNode node = ConfigNode.parse("f", "wait: 5s\nlong: 30d\nsize: 7\nlevel: Orange\nlist: [a, b]\none: x\n");
        assertThat(node.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
        assertThat(node.duration("long", Duration.ZERO)).isEqualTo(Duration.ofDays(30));
        assertThat(node.duration("none", Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
        assertThat(node.integer("size", 1, 0, 10)).isEqualTo(7);
        assertThat(node.choice("level", Level.class, Level.NONE)).isEqualTo(Level.ORANGE);
        assertThat(node.strings("list")).containsExactly("a", "b");
        assertThat(node.strings("one")).containsExactly("x");
        node.rejectUnknownKeys();
    }

    @Test
    void an_unknown_key_is_refused_with_file_line_and_what_is_allowed() {
        ConfigNode node = ConfigNode.parse("huxiao.yaml", "pipeline:\n  parallelism: 2\n  paralelism: 3\n")
                .section("pipeline");
        node.integer("parallelism", 1, 1, 4);
        assertThatThrownBy(node::rejectUnknownKeys)
                .isInstanceOf(ConfigException.class)
                .hasMessage("huxiao.yaml:3: unknown key 'pipeline.paralelism'; allowed: parallelism");
    }

    @Test
    void a_wrong_value_is_refused_with_line_key_what_was_found_and_what_is_allowed() {
        ConfigNode node =
                ConfigNode.parse("f", "\nsize: many\nwait: soon\nlevel: PINK\nflag: maybe\nlist: {a: 1}\nmap: 3\n");
        assertThatThrownBy(() -> node.integer("size", 1, 0, 9))
                .hasMessage("f:2: size: found 'many', allowed: a whole number from 0 to 9");
        assertThatThrownBy(() -> node.duration("wait", Duration.ZERO))
                .hasMessageStartingWith("f:3: wait: found 'soon', allowed: a duration");
        assertThatThrownBy(() -> node.choice("level", Level.class, Level.RED))
                .hasMessage("f:4: level: found 'PINK', allowed: one of none, blue, yellow, orange, red");
        assertThatThrownBy(() -> node.bool("flag", true)).hasMessageContaining("f:5: flag");
        assertThatThrownBy(() -> node.strings("list")).hasMessageContaining("f:6: list");
        assertThatThrownBy(() -> node.section("map"))
                .hasMessageContaining("f:7: map: expected keys and values, found '3'");
        assertThatThrownBy(() -> node.string("name")).hasMessageContaining("key 'name' is missing");
    }

    @Test
    void bad_yaml_and_a_key_given_twice_are_refused_with_their_line() {
        assertThatThrownBy(() -> ConfigNode.parse("f", "a: 1\nb: [1,\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("f:");
        assertThatThrownBy(() -> ConfigNode.parse("f", "a: 1\nb: 2\na: 3\n"))
                .hasMessageContaining("f:3")
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> ConfigNode.parse("f", "- a\n- b\n")).hasMessageContaining("expected keys and values");
    }

    @Property
    void any_text_is_read_or_refused_as_configuration(@ForAll String text) {
        try {
            ConfigNode.parse("f", text).keys();
        } catch (ConfigException e) {
            assertThat(e).hasMessageStartingWith("f:");
        }
    }
}
