package huxiao.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86",
                "-2",
                "@SUM(A1)",
                "  =1+1",
                "\u3000=1+1",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠A1",
                "=cmd|' /C calc'!A0"
            })
    void what_a_spreadsheet_would_take_for_a_formula_begins_with_an_apostrophe(String text) {
        assertThat(CsvTable.cell(text)).isEqualTo("\"'" + text + "\"");
    }

    @Test
    void every_other_cell_is_as_it_was_written_in_quotation_marks() {
        assertThat(CsvTable.cell("")).isEqualTo("\"\"");
        assertThat(CsvTable.cell("他说\"好\",走了\n第二行=")).isEqualTo("\"他说\"\"好\"\",走了\n第二行=\"");
        assertThat(CsvTable.cell("1=1")).isEqualTo("\"1=1\"");
        assertThat(CsvTable.cell("a\0b")).isEqualTo("\"a b\"");
    }
}
