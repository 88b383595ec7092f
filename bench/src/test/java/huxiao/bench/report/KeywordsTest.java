package huxiao.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.Lexicon;
import huxiao.bench.train.Example;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeywordsTest {
    private static final Keywords KEYWORDS = new Keywords(
            Lexicon.read(ConfigFiles.builtIn().resolve("lexicon")),
            SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv")));

    @Test
    void a_word_of_violence_and_a_school_go_to_the_police_in_every_width() {
        assertThat(KEYWORDS.call(post("有人提着砍刀在学校门口"))).isEqualTo(new Call(true, true));
        assertThat(KEYWORDS.call(post("有人提着砍刀在沧澜一中"))).isEqualTo(new Call(true, true));
    }

    @Test
    void another_danger_and_a_school_are_an_alert() {
        assertThat(KEYWORDS.call(post("学校的馒头发霉"))).isEqualTo(new Call(true, false));
    }

    @Test
    void without_a_school_or_without_a_danger_there_is_nothing() {
        assertThat(KEYWORDS.call(post("有人提着砍刀在河边"))).isEqualTo(new Call(false, false));
        assertThat(KEYWORDS.call(post("学校今天天气真好"))).isEqualTo(new Call(false, false));
    }

    private static Post post(String text) {
        return new Example("", text, Level.NONE, List.of(), Optional.empty(), "", Optional.empty(), Optional.empty(), 1)
                .post();
    }
}
