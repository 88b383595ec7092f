package huxiao.analysis;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormaliserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ＡＢＣ１２３ | abc123",
                "學校門口有人拿著菜刀 | 学校门口有人拿著菜刀",
                "１中放學 | 1中放学",
                "砍*死你 | 砍死你",
                "砍 死 你 | 砍死你",
                "跳丶楼 | 跳楼",
                "自.杀 | 自杀",
                "后巷打起来了 两拨学生 | 后巷打起来了 两拨学生",
                "笑死,数学老师 | 笑死,数学老师",
                "ﾃｽﾄ | テスト",
                "①班 | 1班",
                "Hello   World | hello world",
            })
    void writes_many_forms_as_one(String original, String normal) {
        assertThat(Normaliser.normalise(original).text()).isEqualTo(normal);
    }

    @Test
    void drops_what_cannot_be_seen() {
        assertThat(Normaliser.normalise("自\u200b杀\u200d \u0000\ufe0f了\u202e").text())
                .isEqualTo("自杀了");
    }

    @Test
    void gives_half_a_pair_a_sign_of_its_own() {
        assertThat(Normaliser.normalise("a\ud83db\udd2a").text()).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void leads_back_to_the_authors_characters() {
        String original = "說：砍*死\u200b你🔪";
        Normalised normalised = Normaliser.normalise(original);
        int at = normalised.text().indexOf("砍死你");
        String found = original.substring(normalised.originalStart(at), normalised.originalEnd(at + "砍死你".length()));
        assertThat(found).isEqualTo("砍*死\u200b你");
        int knife = normalised.text().indexOf("🔪");
        assertThat(original.substring(normalised.originalStart(knife), normalised.originalEnd(knife + 2)))
                .isEqualTo("🔪");
    }

    @Property
    void offsets_always_lie_inside_and_never_go_back(@ForAll("hostile") String original) {
        Normalised normalised = Normaliser.normalise(original);
        int last = 0;
        for (int i = 0; i < normalised.text().length(); i++) {
            int start = normalised.originalStart(i);
            int end = normalised.originalEnd(i + 1);
            assertThat(start).isBetween(last, original.length() - 1);
            assertThat(end).isBetween(start + 1, original.length());
            last = start;
        }
    }

    @Property
    void normalising_twice_changes_nothing_more(@ForAll("hostile") String original) {
        String once = Normaliser.normalise(original).text();
        assertThat(Normaliser.normalise(once).text()).isEqualTo(once);
    }

    @Property
    void normalises_any_text_whatever_into_a_fixed_point(@ForAll String original) {
        String once = Normaliser.normalise(original).text();
        assertThat(Normaliser.normalise(once).text()).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "砍", "死", "學", " ", "*", "丶", ".", "·", "\u200b", "\u0301", "e", "Ａ", "①", "ﬁ", "🔪", "\ud83d",
                        "\udd2a", "\u3099", "か", "\n", "\u0000", "-", "~", "，", "İ", "ẞ", "\u00a8", "한", "\u1100",
                        "\u1161", "❤")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", " ", "\u0301", "砍*", "砍 ", "\ud83d", "丶", "🔪", "a\u0301"})
    void takes_linear_time_on_a_hundred_thousand_symbols(String symbol) {
        String hostile = "砍" + symbol.repeat(100_000) + "死";
        assertTimeout(ofSeconds(2), () -> Normaliser.normalise(hostile));
    }
}
