package huxiao.bench.cloak;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.Lexicon;
import huxiao.model.Cloak;
import huxiao.model.config.ConfigFiles;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloakerTest {
    private static final String DANGER = "他说要拿刀砍死你 还要自杀 跳楼 流血";
    private static final Cloaker CLOAKER =
            new Cloaker(Lexicon.read(ConfigFiles.builtIn().resolve("lexicon")));

    @ParameterizedTest
    @EnumSource(Cloak.class)
    void every_trick_changes_danger_words_and_nothing_else(Cloak trick) {
        String hidden = CLOAKER.cloak(DANGER, trick, new Random(1));
        assertThat(hidden).isNotEqualTo(DANGER).startsWith("他说要");
    }

    @ParameterizedTest
    @EnumSource(Cloak.class)
    void leaves_a_text_without_danger_words_alone(Cloak trick) {
        assertThat(CLOAKER.cloak("今天天气真好", trick, new Random(1))).isEqualTo("今天天气真好");
    }

    @ParameterizedTest
    @EnumSource(Cloak.class)
    void the_same_seed_gives_the_same_text(Cloak trick) {
        assertThat(CLOAKER.cloak(DANGER, trick, new Random(7))).isEqualTo(CLOAKER.cloak(DANGER, trick, new Random(7)));
    }

    @Test
    void mixes_tricks() {
        String hidden = CLOAKER.mixed(DANGER, new Random(3));
        assertThat(hidden).doesNotContain("砍死").doesNotContain("自杀").doesNotContain("跳楼");
    }

    @Test
    void a_homophone_sounds_the_same() {
        for (int seed = 0; seed < 50; seed++) {
            String hidden = CLOAKER.cloak("自杀", Cloak.HOMOPHONE, new Random(seed));
            assertThat(hidden).hasSize(2).isNotEqualTo("自杀");
            assertThat(Tricks.sound(hidden.charAt(0)) + Tricks.sound(hidden.charAt(1)))
                    .isEqualTo("zisha");
        }
    }
}
