package huxiao.analysis.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Likeness;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {
    private static Tokens tokens(String text) {
        return Encoder.vocabulary().windows(text, List.of(), "某校", 384).get(0);
    }

    private static Likeness likeness(String text) {
        return new Likeness(
                0, Likeness.vector(Encoder.shipped().read(tokens(text)).meaning()));
    }

    @Test
    void reading_gives_the_same_answers_as_asking() {
        Tokens text = tokens("有个男的拿着菜刀在门口晃");
        assertThat(Encoder.shipped().read(text).answers())
                .hasSize(Answer.COUNT)
                .containsExactly(Encoder.shipped().answers(text));
    }

    @Test
    void two_tellings_of_one_event_lie_closer_than_two_events_of_one_kind() {
        Likeness court = likeness("某校放学前篮球场打起来了，两个初二的为抢场地抡拳头，一个鼻梁骨折");
        Likeness same = likeness("今天下午篮球场那事，就因为谁先用半场，对方一拳把人鼻子打断了");
        Likeness canteen = likeness("某校食堂排队插队，两个女生揪着头发打到地上，餐盘砸得到处都是");
        assertThat(court.cosine(same).orElseThrow())
                .isGreaterThan(court.cosine(canteen).orElseThrow());
    }
}
