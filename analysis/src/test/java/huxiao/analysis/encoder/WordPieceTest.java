package huxiao.analysis.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private static final WordPiece PIECES = Encoder.vocabulary();
    private static final int LONGEST = 32;

    @Test
    void a_chinese_character_is_a_token_and_a_latin_word_its_longest_known_pieces() {
        assertThat(ids("操场")).containsExactly(101, 3082, 1767, 102);
        assertThat(ids("操 场")).containsExactly(101, 3082, 1767, 102);
        assertThat(ids("\ue123")).containsExactly(101, WordPiece.UNKNOWN, 102);
    }

    @Test
    void a_hidden_stretch_is_read_as_what_stands_for_it() {
        int[] hidden = PIECES.windows("在一中门口", List.of(new int[] {1, 3}), "某校", LONGEST)
                .get(0)
                .ids();
        assertThat(hidden).isEqualTo(ids("在某校门口"));
    }

    @Test
    void what_is_left_out_is_masked_and_nothing_else() {
        Tokens whole = PIECES.windows("明天带刀", List.of(), "", LONGEST).get(0);
        int[] without = whole.without(2, 4).ids();
        assertThat(without)
                .startsWith(whole.id(0), whole.id(1), whole.id(2))
                .endsWith(WordPiece.MASK, WordPiece.MASK, 102);
    }

    @Property(tries = 300)
    void any_text_is_cut_into_windows_of_bounded_length(@ForAll @StringLength(max = 300) String text) {
        List<Tokens> windows = PIECES.windows(text, List.of(), "", LONGEST);
        assertThat(windows).isNotEmpty().allSatisfy(window -> {
            assertThat(window.size()).isBetween(2, LONGEST);
            assertThat(window.id(0)).isEqualTo(WordPiece.CLS);
            assertThat(window.id(window.size() - 1)).isEqualTo(WordPiece.SEP);
        });
    }

    private static int[] ids(String text) {
        return PIECES.windows(text, List.of(), "", LONGEST).get(0).ids();
    }
}
