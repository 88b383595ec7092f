package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.frame.Arc;
import huxiao.analysis.frame.DependencyParser;
import huxiao.analysis.frame.Frame;
import huxiao.analysis.frame.FrameReader;
import huxiao.analysis.frame.FrameSettings;
import huxiao.analysis.frame.FrameText;
import huxiao.analysis.time.SchoolDay;
import huxiao.model.Post;
import huxiao.model.ThreatFrame.Mode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a frame takes from a parser, whichever it is. */
class DependenciesTest {
    private static final FrameReader FRAMES = new FrameReader(SchoolDay.standard());

    private static Frame frame(String text, DependencyParser parser) {
        Post post = Fixtures.post(text);
        FrameText read = Frames.text(Fixtures.READER.read(text, post));
        return FRAMES.refined(read, Instant.EPOCH, parser, FrameSettings.defaults())
                .frame();
    }

    /** A parser that hangs every word on the verb by one relation. */
    private static DependencyParser hanging(String verb, String relation) {
        return (words, limit) -> Optional.of(words.stream()
                .map(word -> new Arc(
                        words.indexOf(word),
                        word.equals(verb) ? -1 : words.indexOf(verb),
                        word.equals(verb) ? "root" : relation))
                .toList());
    }

    @Test
    void a_subject_that_the_words_leave_open_is_taken_from_the_parser() {
        String text = "看着学生打";
        assertThat(frame(text, hanging("无", "dep")).actor().isEmpty()).isTrue();
        Frame frame = frame(text, hanging("打", "nsubj"));
        assertThat(frame.actor().of(text)).isEqualTo("学生");
        assertThat(frame.parser()).isEqualTo("dependencies");
    }

    @Test
    void what_the_words_say_is_not_overruled() {
        String text = "学生把老师打了";
        Frame frame = frame(text, hanging("打", "dobj"));
        assertThat(frame.actor().of(text)).isEqualTo("学生");
        assertThat(frame.target().of(text)).isEqualTo("老师");
    }

    @Test
    void a_denial_that_hangs_on_the_act_denies_it() {
        assertThat(frame("绝非我打他", hanging("打", "neg")).modes()).contains(Mode.NEGATED);
    }

    @Test
    void a_parser_without_an_answer_leaves_the_words() {
        Frame frame = frame("学生把老师打了", (words, limit) -> Optional.empty());
        assertThat(frame.parser()).isEqualTo("skipped");
        assertThat(frame.actor().isEmpty()).isFalse();
    }

    @Test
    void a_sentence_of_too_many_words_is_not_parsed() {
        String text = "学生和老师".repeat(40) + "打他";
        Frame frame = frame(text, (words, limit) -> {
            throw new AssertionError("asked for " + words.size() + " words");
        });
        assertThat(frame.parser()).isEqualTo("skipped");
    }

    @Test
    void no_act_asks_no_parser() {
        Frame frame = frame("今天天气真好", (words, limit) -> {
            throw new AssertionError("asked");
        });
        assertThat(frame).isEqualTo(Frame.NONE);
    }

    @Test
    void arcs_that_point_nowhere_do_no_harm() {
        DependencyParser odd = (words, limit) ->
                Optional.of(List.of(new Arc(99, 0, "nsubj"), new Arc(0, 99, "neg"), new Arc(-1, -1, "")));
        assertThat(frame("学生把老师打了", odd).parser()).isEqualTo("dependencies");
    }
}
