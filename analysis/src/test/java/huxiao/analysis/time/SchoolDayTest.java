package huxiao.analysis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import huxiao.model.config.ConfigNode;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolDayTest {
    @Test
    void a_section_changes_what_it_names_and_nothing_else() {
        SchoolDay day = SchoolDay.from(ConfigNode.parse("x.yaml", "dismissal: 16:30-17:00\n"));
        assertThat(day.hours().get(SchoolDay.Slot.DISMISSAL))
                .isEqualTo(new SchoolDay.Hours(LocalTime.of(16, 30), LocalTime.of(17, 0)));
        assertThat(day.hours().get(SchoolDay.Slot.ARRIVAL))
                .isEqualTo(SchoolDay.standard().hours().get(SchoolDay.Slot.ARRIVAL));
        assertThat(day.lessons()).isEqualTo(SchoolDay.standard().lessons());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dismissal: 18:00-17:00",
                "dismissal: 16:00",
                "dismissal: x-y",
                "lessons: [\"25:00\"]",
                "dismisal: 16:00-17:00"
            })
    void a_fault_is_named_with_its_line(String section) {
        ConfigNode node = ConfigNode.parse("x.yaml", section + "\n");
        assertThatThrownBy(() -> SchoolDay.from(node))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("x.yaml:1");
    }
}
