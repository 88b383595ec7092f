package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {
    @TempDir
    Path folder;

    @Test
    void reads_terms_in_normal_form_with_group_and_weight() throws IOException {
        Files.writeString(folder.resolve("own.txt"), "# ours\n\n砍 刀\tweapon\t2.5\n演練\tdrill\n");
        assertThat(Lexicon.read(folder).terms())
                .containsExactly(new LexiconTerm("砍刀", CueGroup.WEAPON, 2.5), new LexiconTerm("演练", CueGroup.DRILL, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "砍刀 | 1 columns",
                "砍刀,wepon | allowed: one of weapon, act",
                "砍刀,weapon,heavy | allowed: a number from -3 to 3",
                "砍刀,weapon,9 | allowed: a number from -3 to 3",
                ",weapon | allowed: 1 to 30 visible characters",
                "好,weapon | already",
            })
    void a_malformed_line_is_named_with_file_and_line(String line, String message) throws IOException {
        Files.writeString(folder.resolve("own.txt"), "好\tweapon\n" + line.replace(',', '\t') + "\n");
        assertThatThrownBy(() -> Lexicon.read(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("own.txt:2")
                .hasMessageContaining(message);
    }

    @Test
    void a_folder_without_files_is_refused() {
        assertThatThrownBy(() -> Lexicon.read(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no lexicon file");
    }

    @Test
    void the_shipped_lexicon_has_terms_in_every_group() {
        Lexicon shipped = Lexicon.read(Fixtures.CONFIG.resolve("lexicon"));
        assertThat(shipped.terms().stream().map(LexiconTerm::group).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(CueGroup.class));
    }
}
