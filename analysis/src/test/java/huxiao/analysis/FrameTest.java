package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Assessment;
import huxiao.model.Post;
import huxiao.model.Span;
import huxiao.model.ThreatFrame;
import huxiao.model.ThreatFrame.Mode;
import huxiao.model.ThreatFrame.Person;
import huxiao.model.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a frame from the author's characters and back to them. */
class FrameTest {
    /** A Wednesday, 09:20 in Shanghai. */
    private static final Instant SAID = Instant.parse("2026-11-25T01:20:00Z");

    private static ThreatFrame frame(String title, String text) {
        return frame(Fixtures.post(title, text, "", ""));
    }

    private static ThreatFrame frame(String text) {
        return frame("", text);
    }

    private static ThreatFrame frame(Post post) {
        Post at = new Post(
                post.id(),
                post.version(),
                post.source(),
                post.url(),
                post.title(),
                post.text(),
                post.author(),
                post.place(),
                post.sourceSchool(),
                SAID,
                SAID);
        return Fixtures.JUDGE.assess(at).insight().frame();
    }

    @ParameterizedTest
    @CsvSource({
        "学生把老师打了,学生,打,老师",
        "老师被家长打了一顿,家长,打,老师",
        "我弟在学校门口让人给打了,人,打,我弟",
        "打老师的那个学生被带走了,那个学生,打,老师",
        "被打的孩子还在哭,'',打,孩子",
        "这孩子老师天天打,老师,打,这孩子",
        "我告诉老师他打我,他,打,我",
        "校门口有个男的拿着砍刀追学生,有个男的,追,学生",
        "昨天警察抓住了砍人的那个男的,那个男的,砍人,''",
        "数学老师让同学互相扇耳光,数学老师,扇耳光,同学",
        "她们把我堵在厕所里，轮流扇我,她们,扇,我",
        "一个醉汉捅了保安两刀,一个醉汉,捅,保安",
        "宿管用棍子打没睡的学生,宿管,打,没睡的学生",
        "王建国要去学校捅死王老师,王建国,捅死,王老师",
        "不给钱我就弄死他,我,弄死,他",
    })
    void actor_act_and_target_are_told_apart(String text, String actor, String act, String target) {
        ThreatFrame frame = frame(text);
        assertThat(frame.actor().text()).isEqualTo(actor);
        assertThat(frame.act().text()).contains(act);
        assertThat(target).contains(frame.target().text());
        assertThat(frame.target().isEmpty()).isEqualTo(target.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "我要砍死他,FIRST",
        "明天就去砍死他们,FIRST",
        "你们明天把他往死里打,SECOND",
        "大家都去他家堵他,SECOND",
        "他要砍死我,THIRD",
        "他说：“我要砍死你”,THIRD",
        "我说：“我要砍死你”,FIRST",
        "纸条上写着“周五放学弄死你们”,THIRD",
        "操场上打起来了,UNKNOWN",
    })
    void the_actor_is_spoken_of_as_seen_by_the_author(String text, Person person) {
        assertThat(frame(text).person()).isEqualTo(person);
    }

    @ParameterizedTest
    @CsvSource({
        "我没有打他,NEGATED",
        "我不会去学校杀人,NEGATED",
        "别打我儿子,NEGATED",
        "学校并没有发生砍人的事,NEGATED",
        "一中有学生被捅伤的消息不属实,NEGATED",
        "如果再来要钱我就捅死他,CONDITIONAL",
        "你敢报警我就弄死你,CONDITIONAL",
        "老师会不会打孩子？,QUESTION",
        "有人在一中门口砍人了吗？,QUESTION",
        "他说明天要打我,QUOTED",
        "他骂道：“老子捅死你！”,QUOTED",
        "昨晚三个人把我弟打了,PAST",
        "去年有人在学校砍伤过学生,PAST",
        "他正在楼道里拿铁棍打人,ONGOING",
        "操场上打起来了,ONGOING",
        "我准备周五动手,FUTURE",
        "我弄死你们,FUTURE",
    })
    void how_the_act_is_said_to_hold_is_heard(String text, Mode mode) {
        assertThat(frame(text).modes()).contains(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "我不敢说他打我,NEGATED",
        "这不是第一次打我女儿了,NEGATED",
        "不打死你我不姓王,NEGATED",
        "别怪我弄死你,NEGATED",
        "凭什么打我女儿？,QUESTION",
        "他一不高兴就打我,CONDITIONAL",
        "我说过我会杀了他,QUOTED",
        "我要炸了学校,PAST",
    })
    void what_only_looks_so_is_not(String text, Mode mode) {
        ThreatFrame frame = frame(text);
        assertThat(frame.act().isEmpty()).isFalse();
        assertThat(frame.modes()).doesNotContain(mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"班主任王丽踹了他一脚", "宿管阿姨半夜扇了她一巴掌", "孩子被老师打了", "这孩子老师天天打", "校长单独叫女生去办公室 还搂她", "老师让没背书的站走廊，用教鞭挨个打手心"})
    void staff_of_the_school_is_known_as_actor(String text) {
        assertThat(frame(text).staff()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"老师被学生打了", "老师的儿子打了我弟弟", "小区保安推倒了孩子", "培训班的老师打孩子手心", "有个阿姨要拉他上车", "家长冲进教室打了老师", "宿管大爷拉不住，还在打"})
    void whoever_is_not_staff_of_the_school_is_not_taken_for_it(String text) {
        assertThat(frame(text).staff()).isFalse();
    }

    @Test
    void means_place_and_time_stand_beside_the_act() {
        ThreatFrame frame = frame("周五下午两点半我在沧澜一中门口，用钢管打断他的腿");
        assertThat(frame.means().text()).isEqualTo("钢管");
        assertThat(frame.place().text()).isEqualTo("沧澜一中门口");
        TimeWindow window = frame.times().get(0);
        assertThat(window.words().text()).isEqualTo("周五下午两点半");
        assertThat(window.from()).isEqualTo("2026-11-27T06:30:00Z");
    }

    @Test
    void hours_of_the_day_without_a_day_go_with_the_tense() {
        assertThat(frame("放学我要堵他").times().get(0).from()).isEqualTo("2026-11-25T07:30:00Z");
        assertThat(frame("放学他们打了我弟弟").times().get(0).from()).isEqualTo("2026-11-24T07:30:00Z");
    }

    @Test
    void the_most_dangerous_clause_is_told() {
        ThreatFrame frame = frame("他昨天推了我一下，我明天带刀捅死他，老师不管");
        assertThat(frame.act().text()).isEqualTo("捅死");
        assertThat(frame.person()).isEqualTo(Person.FIRST);
    }

    @Test
    void a_weapon_in_hand_is_an_act_where_nothing_else_is_named() {
        ThreatFrame frame = frame("半小时后我带一把菜刀到东门");
        assertThat(frame.means().text()).contains("菜刀");
        assertThat(frame.modes()).contains(Mode.FUTURE);
    }

    @Test
    void no_act_gives_no_frame() {
        assertThat(frame("今天天气真好")).isEqualTo(ThreatFrame.NONE);
        assertThat(frame("")).isEqualTo(ThreatFrame.NONE);
    }

    @Test
    void spans_are_the_authors_own_characters() {
        Post post = Fixtures.post("校門口出事了", "有個男的拿著砍*刀追學生\u200b", "", "");
        ThreatFrame frame = frame(post);
        assertThat(frame.means().text()).isEqualTo("砍*刀");
        assertThat(spans(frame))
                .allSatisfy(span -> assertThat(post.field(span.field()).substring(span.start(), span.end()))
                        .isEqualTo(span.text()));
    }

    @Test
    void without_a_parser_the_words_are_what_was_read() {
        assertThat(frame("我要砍死他").parser()).isEqualTo("words");
    }

    @Property(tries = 1000)
    void words_in_any_order_give_a_frame_whose_spans_lie_in_the_text(
            @ForAll @Size(max = 30) List<@IntRange(max = 49) Integer> picks) {
        String[] pieces = {
            "我", "他", "老师", "学生", "被", "把", "打", "砍死", "了", "的", "那个", "没有", "不会", "别", "要", "明天", "放学后", "在", "校门口",
            "用", "刀", "说", "：", "“", "”", "，", "。", "？", " ", "如果", "就", "让", "人", "跟", "对", "班主任", "家长", "王", "某", "姓",
            "沧澜一中", "下跪", "着火", "集合", "一", "个", "听说", "\ud83d", "带", "里"
        };
        StringBuilder text = new StringBuilder();
        picks.forEach(pick -> text.append(pieces[pick]));
        Post post = Fixtures.post(text.toString());
        assertThat(spans(frame(post)))
                .allSatisfy(span -> assertThat(post.field(span.field()).substring(span.start(), span.end()))
                        .isEqualTo(span.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"打", "我砍死他 ", "老师被打", "说：“", "“", "在校门口", "的", "一刀", "如果打", "明天"})
    void a_long_text_is_read_in_bounded_steps(String piece) {
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post(piece.repeat(1_000_000 / piece.length())));
        assertThat(spans(assessment.insight().frame()))
                .allSatisfy(span -> assertThat(span.end()).isLessThanOrEqualTo(20_000));
    }

    private static List<Span> spans(ThreatFrame frame) {
        return Stream.concat(
                        Stream.of(frame.actor(), frame.act(), frame.means(), frame.target(), frame.place()),
                        frame.times().stream().map(TimeWindow::words))
                .toList();
    }
}
