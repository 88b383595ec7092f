package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Cloak;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
    private static final Readings READINGS =
            new Readings(Lexicon.read(Fixtures.CONFIG.resolve("lexicon")), new HanlpSegmenter());
    /** The share of {@code cloaked.txt} that has to be read rightly. */
    private static final double SHARE = 0.95;

    private static List<String> lines(String name) {
        try (InputStream in = ReadingsTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> innocent() {
        return lines("innocent.txt");
    }

    private static List<RankedReading> readings(String text) {
        return READINGS.of(Normaliser.normalise(text));
    }

    @ParameterizedTest
    @MethodSource("innocent")
    void innocent_text_is_read_as_it_is_written(String text) {
        assertThat(readings(text)).hasSize(1);
    }

    @Test
    void most_hidden_words_are_read() {
        List<String> missed = new ArrayList<>();
        List<String> lines = lines("cloaked.txt");
        for (String line : lines) {
            String[] columns = line.split("\t", -1);
            boolean read = readings(columns[0]).stream()
                    .skip(1)
                    .anyMatch(reading -> reading.normalised().text().contains(columns[1]));
            if (!read) {
                missed.add(line);
            }
        }
        assertThat(lines).hasSizeGreaterThan(150);
        assertThat(missed).hasSizeLessThanOrEqualTo((int) (lines.size() * (1 - SHARE)));
    }

    @ParameterizedTest
    @CsvSource({
        "我要kan死你,kan死你,砍死你,PINYIN",
        "想zs,zs,自杀,INITIALS",
        "去 跳🏢,跳🏢,跳楼,EMOJI",
        "我要石欠死你,石欠死你,砍死你,SPLIT",
        "想目杀,目杀,自杀,SHAPE",
        "侃死他,侃死他,砍死他,HOMOPHONE",
        "自#杀,自#杀,自杀,GAPS",
    })
    void says_what_it_read_and_by_which_trick(String text, String written, String read, Cloak trick) {
        List<RankedReading> readings = readings(text);
        RankedReading.Substitution change =
                readings.get(readings.size() - 1).substitutions().get(0);
        assertThat(text.substring(change.start(), change.end())).isEqualTo(written);
        assertThat(change.read()).isEqualTo(read);
        assertThat(change.trick()).isEqualTo(trick);
    }

    @Test
    void a_spelt_word_is_less_far_fetched_than_a_homophone() {
        assertThat(readings("kan死你").get(1).cost())
                .isLessThan(readings("侃死你").get(1).cost());
    }

    @Property
    void every_reading_leads_back_into_the_authors_text(@ForAll("hostile") String original) {
        for (RankedReading reading : readings(original)) {
            Normalised normalised = reading.normalised();
            int last = 0;
            for (int i = 0; i < normalised.text().length(); i++) {
                assertThat(normalised.originalStart(i)).isBetween(last, original.length() - 1);
                assertThat(normalised.originalEnd(i + 1)).isBetween(normalised.originalStart(i) + 1, original.length());
                last = normalised.originalStart(i);
            }
            for (RankedReading.Substitution change : reading.substitutions()) {
                assertThat(change.start()).isBetween(0, change.end() - 1);
                assertThat(change.end()).isLessThanOrEqualTo(original.length());
            }
        }
    }

    @Property
    void a_reading_is_in_normal_form(@ForAll("hostile") String original) {
        for (RankedReading reading : readings(original)) {
            String text = reading.normalised().text();
            assertThat(Normaliser.normalise(text).text()).isEqualTo(text);
        }
    }

    @Property
    void there_are_at_most_three_readings_and_the_written_one_comes_first(@ForAll("hostile") String original) {
        List<RankedReading> readings = readings(original);
        assertThat(readings).hasSizeBetween(1, 3);
        assertThat(readings.get(0).cost()).isZero();
        assertThat(readings.get(0).normalised().text())
                .isEqualTo(Normaliser.normalise(original).text());
        assertThat(readings.stream().skip(1)).allMatch(reading -> reading.cost() > 0);
    }

    @Property(tries = 300)
    void no_text_makes_it_throw(@ForAll String original) {
        assertThat(readings(original)).isNotEmpty();
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "砍", "侃", "死", "kan", "si", "s", "4", "zs", " ", "#", ",", "丶", "🔪", "💣", "跳", "喽", "楼", "想",
                        "去", "石欠", "火乍", "扌", "甬", "自", "目", "杀", "紫砂", "壶", "鲨", "人", "了", "你", "wo", "\u200b",
                        "\ud83d", "\udd2a", "學", "Ａ", "\n", "打", "弄", "木", "仓", "手")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"侃", "侃死", "砍#", "🔪", "石欠", "kan", "zisha", "s", "打4", "\ud83d", "紫砂", "自,", "同归于", "想zs"})
    void walks_a_bounded_number_of_steps_a_character(String symbol) {
        String text = Normaliser.normalise("拿" + symbol.repeat(100_000 / symbol.length()) + "刀")
                .text();
        TermWalk walk = READINGS.walk(text);
        assertThat(walk.steps()).isLessThanOrEqualTo((long) TermWalk.STEPS * text.length());
        assertThat(walk.matches()).hasSizeLessThanOrEqualTo(TermWalk.MOST_MATCHES);
    }

    @Test
    void reads_a_megabyte() {
        String text = "我要kan死你，侃死他🔪".repeat(1_000_000 / 14);
        assertThat(readings(text)).hasSize(2);
    }
}
