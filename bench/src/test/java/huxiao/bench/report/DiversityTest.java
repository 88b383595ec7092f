package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiversityTest {
    @Test
    void counts_each_run_of_four_once() {
        // abcd, bcda, cdab, dabc, abcd
        assertThat(Diversity.distinctShare(List.of("abcdabcd"), 8, 1)).isCloseTo(0.8, within(1e-12));
        assertThat(Diversity.distinctShare(List.of("abcd", "abcd"), 8, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(Diversity.distinctShare(List.of("abc"), 3, 1)).isZero();
    }

    @Test
    void reads_no_more_than_so_many_characters() {
        List<String> same = Collections.nCopies(10, "abcd");
        assertThat(Diversity.distinctShare(same, 4, 1)).isOne();
        assertThat(Diversity.distinctShare(same, 8, 1)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void counts_texts_that_share_a_run_with_an_earlier_one_but_not_with_themselves() {
        assertThat(Diversity.sharing(List.of("abcabc", "xbcay", "zzzz", "bcabca"), 3))
                .isEqualTo(2);
        assertThat(Diversity.sharing(List.of("abababab"), 3)).isZero();
    }
}
