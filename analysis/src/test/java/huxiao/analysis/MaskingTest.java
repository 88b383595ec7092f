package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    @ParameterizedTest
    @CsvSource({
        "电话13812345678找我,电话138****5678找我",
        "138-1234-5678,138-****-5678",
        "138 1234 5678,138 **** 5678",
        "１３８１２３４５６７８,１３８****５６７８",
        "座机0317-2345678,座机0317-*****78",
        "(010)62345678,(010)6*****78",
        "身份证130902199901011234,身份证130902********1234",
        "13090219990101123X,130902********123X",
        "车牌冀J12345,车牌冀J****5",
        "冀J·D12345,冀J·*****5",
    })
    void hides_the_middle_at_equal_length(String text, String masked) {
        assertThat(Masking.mask(text)).isEqualTo(masked).hasSameSizeAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "12345热线", "2026年11月24日", "一共1234567元", "3年2班42人", "京东买的", "QQ群889900"})
    void leaves_other_numbers_alone(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Test
    void masks_title_and_text_of_a_post_and_renews_its_version() {
        var post = Fixtures.post("打13812345678", "正文", "", "");
        var masked = Masking.mask(post);
        assertThat(masked.title()).isEqualTo("打138****5678");
        assertThat(masked.version()).isNotEqualTo(post.version());
    }

    @Property
    void keeps_length_and_is_idempotent(@ForAll @CharRange(from = '0', to = '9') String digits) {
        String masked = Masking.mask("a" + digits);
        assertThat(masked).hasSize(digits.length() + 1);
        assertThat(Masking.mask(masked)).isEqualTo(masked);
    }
}
