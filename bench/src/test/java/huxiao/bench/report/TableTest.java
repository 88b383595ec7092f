package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void is_markdown() {
        assertThat(new Table("name", "count").row("a", 1).row("b", 2))
                .hasToString("| name | count |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n");
    }

    @Test
    void a_row_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> new Table("name", "count").row("a")).hasMessageContaining("1 cells");
    }
}
