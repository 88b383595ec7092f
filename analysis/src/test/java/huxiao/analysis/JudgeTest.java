package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.Span;
import huxiao.model.Stance;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static Assessment assess(String text) {
        return Fixtures.JUDGE.assess(Fixtures.post(text));
    }

    @ParameterizedTest
    @CsvSource({
        "沧澜一中门口现在有个男的拿着砍刀追学生 快报警,VIOLENCE_THREAT",
        "教学楼三楼着火了 里面还有学生没出来 快来人,INJURY_ACCIDENT",
        "刚刚有个男的把一个小女孩抱走塞进面包车了 就在石桥幼儿园门口,ABDUCTION",
        "药我都吞下去了 对不起妈妈,SELF_HARM",
        "有人在市一中门口砍人了！快报警,VIOLENCE_INCIDENT",
        "孩子被人抱走了！灰色面包车！东关小学门口！,ABDUCTION",
        "有人要跳楼！师院附中教学楼顶！,SELF_HARM",
        "学生掉河里了 快救人,INJURY_ACCIDENT",
        "下周一早上八点 我要炸了市二中教学楼 说到做到,VIOLENCE_THREAT",
    })
    void plain_mortal_danger_is_red(String text, Category category) {
        Assessment assessment = assess(text);
        assertThat(assessment.level()).isEqualTo(Level.RED);
        assertThat(assessment.mainCategory()).contains(category);
        assertThat(assessment.routes()).contains(Route.POLICE_NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "市五中后门打起来了 十几个人拿着钢管 有人流血了",
                "我女儿说教练摸她大腿 不是第一次了 她不敢去训练",
                "孩子今天没到校也没回家 手机关机 穿红色外套 身高一米四 求扩散",
                "实验小学门口有个男的拿着刀 大家别过去",
                "急！我儿子下午放学到现在没回家，七岁，背一个奥特曼书包，求扩散",
                "我明天带刀去学校捅死王老师",
                "有个老师在办公室里摸女学生",
                "校门口有个变态露下体给小女孩看",
                "明天下午三点全体到北门 把那个姓刘的往死里打 带家伙",
                "他家住址翠湖小区3栋201 大家去他家门口堵他",
                "纸条上写周五放学弄死你们 我孩子吓得不敢上学",
            })
    void serious_danger_goes_to_police(String text) {
        assertThat(assess(text).level().isPolice()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "食堂饭菜里吃出老鼠屎,FOOD_HYGIENE",
        "校车超载 七座拉了十五个,TRAFFIC_HAZARD",
        "有人冒充班主任在群里收钱 已经好几个家长扫码转了,FRAUD",
        "有人在校门口卖电子烟给学生,ILLEGAL_ACTIVITY",
        "我不想活了 活着太累了,SELF_HARM",
        "我们班今天有八个孩子上吐下泻,PUBLIC_HEALTH",
    })
    void what_can_wait_until_morning_does_not_wake_police(String text, Category category) {
        Assessment assessment = assess(text);
        assertThat(assessment.level()).isIn(Level.BLUE, Level.YELLOW);
        assertThat(assessment.categories()).contains(category);
        assertThat(assessment.stance()).isNotEqualTo(Stance.OPINION);
    }

    @Test
    void a_school_is_not_told_of_its_own_accused_staff() {
        assertThat(assess("有个老师在办公室里摸女学生").routes()).containsExactly(Route.POLICE_NOW, Route.BUREAU);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "市一中补课乱收费 教育局不作为 我要去上访 讨个说法",
                "育才小学又收校服费 吃相太难看 坑爹学校 建议大家打12345投诉",
                "什么破学校 校长脑子有坑 分班全是关系户 我要曝光你们",
                "明天大家一起去教育局拉横幅 要求公开道歉",
                "沧澜一中的数学老师讲课真烂 误人子弟",
            })
    void criticism_raises_no_alert(String text) {
        assertThat(assess(text).level()).isEqualTo(Level.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今晚王者五杀 把对面杀得片甲不留 哈哈哈",
                "作业太多了 我要跳楼了哈哈哈",
                "一中今天消防演练 警报一响 全校三分钟撤到操场",
                "新闻里说外省某中学有人持刀伤人 太可怕了",
                "歌词里那句 子弹穿过胸膛 单曲循环一整天",
                "我真想一刀捅死这个作业",
                "妈妈做的红烧肉杀疯了",
                "北京一所小学发生砍人事件",
                "二中昨天的火灾是演习",
                "嫌疑人已经被抓获，师生平安",
                "食堂阿姨刀工真好 土豆丝切得飞快",
                "密室逃脱太刺激了 丧尸拿着斧头追我们",
                "今天运动会我们班接力拿了第一",
                "沧澜市第一中学2026年招生简章发布",
            })
    void ordinary_talk_raises_no_alert(String text) {
        assertThat(assess(text).level()).isEqualTo(Level.NONE);
    }

    @Test
    void a_drill_is_a_drill() {
        assertThat(assess("市八中联合派出所开展反恐防暴演练，模拟歹徒持刀闯入校园").stance()).isEqualTo(Stance.DRILL);
    }

    @Test
    void police_is_told_exactly_from_orange_on_and_none_goes_nowhere() {
        for (String text : List.of("操场单杠的柱子锈穿了一荡就晃", "今天天气真好", "校门口有人拿着菜刀追学生", "食堂的菜里有虫子")) {
            Assessment assessment = assess(text);
            assertThat(assessment.routes().contains(Route.POLICE_NOW))
                    .isEqualTo(assessment.level().isPolice());
            assertThat(assessment.routes().isEmpty()).isEqualTo(assessment.level() == Level.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"校门口现在有个男的拿着砍刀追学生", "今天天气真好", "我女儿说教练摸她大腿", "食堂的菜里有虫子 已经三个孩子拉肚子了", ""})
    void bias_and_reasons_add_up_to_the_score(String text) {
        Assessment assessment = assess(text);
        double sum = assessment.bias()
                + assessment.reasons().stream().mapToDouble(Reason::weight).sum();
        assertThat(sum).isCloseTo(assessment.score(), within(1e-9));
    }

    @Test
    void score_and_level_agree_about_danger() {
        double threshold = Math.log(AnalysisSettings.defaults().blue()
                / (1 - AnalysisSettings.defaults().blue()));
        for (String text : List.of("校门口现在有个男的拿着砍刀追学生", "药我都吞下去了 对不起妈妈", "操场单杠的柱子锈穿了 一荡就晃")) {
            Assessment assessment = assess(text);
            assertThat(assessment.score() > threshold).isEqualTo(assessment.level() != Level.NONE);
        }
    }

    @Test
    void reasons_point_at_the_authors_characters_in_their_field() {
        Post post = Fixtures.post("校門口出事了", "有個男的拿著砍*刀追學生\u200b 快報警", "", "");
        Assessment assessment = Fixtures.JUDGE.assess(post);
        assertThat(assessment.reasons()).isNotEmpty().allSatisfy(reason -> {
            String field = post.field(reason.span().field());
            assertThat(field.substring(reason.span().start(), reason.span().end()))
                    .isEqualTo(reason.span().text());
        });
        // Recognised in simplified form, shown as the author wrote it.
        assertThat(assessment.reasons()).anyMatch(reason -> reason.span().text().contains("學生"));
    }

    @Test
    void a_reason_is_a_passage_named_after_the_word_that_carries_it() {
        assertThat(assess("他说要钱没有，我带汽油去小太阳门口，大家一块完蛋").reasons()).anySatisfy(reason -> {
            assertThat(reason.span().text()).isEqualTo("我带汽油去小太阳门口");
            assertThat(reason.reason()).isEqualTo("lexicon:weapon");
        });
    }

    @Test
    void a_word_that_only_seems_to_stand_in_a_text_names_nothing() {
        // 学生的 holds 生的, which in the lexicon is raw food.
        assertThat(assess("刚才上坡接学生的中巴打滑了，有俩孩子脑门磕破淌血").reasons())
                .noneMatch(reason -> reason.reason().equals("lexicon:food"));
    }

    @Test
    void a_word_of_another_matter_names_nothing() {
        // 没人理 is loneliness where somebody is bullied, and a broken lamp's lot where it is dark.
        assertThat(assess("交校大门外那段路灯全灭快俩礼拜，早上六点多学生摸黑过马路，货车又多，报修没人理").reasons())
                .isNotEmpty()
                .noneMatch(reason -> reason.reason().equals("lexicon:bullying"));
    }

    @Test
    void a_word_that_decides_the_level_is_told_by_itself() {
        assertThat(assess("那我就不客气了。今天下午接园的时候我带汽油去小太阳门口，大家一块完蛋").insight().counterfactuals())
                .anySatisfy(other -> assertThat(other.without().text()).isEqualTo("汽油"));
    }

    @Test
    void same_post_same_answer_on_any_thread() {
        Post post = Fixtures.post("市五中后门打起来了 十几个人拿着钢管 有人流血了");
        Assessment once = Fixtures.JUDGE.assess(post);
        assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> Fixtures.JUDGE.assess(post)))
                .allMatch(once::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "😀😀🔪💣", "\ud83d", "\udd2a\ud83d砍", "\u0000\u0001\u0007", "\u202e倒着写", "*********"})
    void any_text_gets_an_assessment(String text) {
        assertThat(assess(text).probabilities()).hasSize(Category.values().length);
    }

    @Property(tries = 300)
    void no_text_makes_it_throw(@ForAll String title, @ForAll String text) {
        Post post = Fixtures.post(title, text, "", "");
        assertThat(Fixtures.JUDGE.assess(post).postId()).isEqualTo("p1");
        assertThat(Fixtures.JUDGE.screen(post).probability()).isBetween(0.0, 1.0);
    }

    @Test
    void a_megabyte_is_judged_by_its_beginning() {
        String head = "校门口现在有个男的拿着砍刀追学生 快报警 ";
        Assessment assessment = assess(head + "哈".repeat(1_000_000));
        assertThat(assessment.reasons()).allMatch(reason -> reason.span().end() <= 20_000);
    }

    @Test
    void the_screen_lets_danger_through_and_sees_schools() {
        Screening danger = Fixtures.JUDGE.screen(Fixtures.post("校门口现在有个男的拿着砍刀追学生"));
        assertThat(danger.worthAssessing()).isTrue();
        assertThat(danger.mayNameSchool()).isFalse();
        assertThat(Fixtures.JUDGE.screen(Fixtures.post("沧澜一中今天开学")).mayNameSchool())
                .isTrue();
        assertThat(Fixtures.JUDGE.screen(Fixtures.post("今天食堂有糖醋排骨")).mayNameSchool())
                .isFalse();
    }

    @Test
    void what_only_looks_like_a_name_is_taken_for_one_by_the_screen_alone() {
        Post post = Fixtures.post("这一中午都没睡");
        assertThat(Fixtures.JUDGE.screen(post).mayNameSchool()).isTrue();
        assertThat(Fixtures.JUDGE.assess(post).schools()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我明天带刀去学校捅死王老师",
                "有人在校门口卖电子烟给学生",
                "我不想活了 活着太累了",
            })
    void without_what_a_counterfactual_names_the_level_is_the_one_it_says(String text) {
        Assessment assessment = assess(text);
        assertThat(assessment.insight().counterfactuals()).isNotEmpty().allSatisfy(other -> {
            Span span = other.without();
            assertThat(text.substring(span.start(), span.end())).isEqualTo(span.text());
            String rest = text.substring(0, span.start()) + text.substring(span.end());
            assertThat(assess(rest).level()).isEqualTo(other.level());
            assertThat(other.level().isAtLeast(assessment.level())).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "再闹我就推你两下，放学别走，叫人堵你",
                "没气了，孩子从三楼掉下来，唱歌那个班的",
                "笑死，明天带刀去学校捅死王老师，哈哈",
            })
    void a_word_of_jest_or_complaint_that_speaks_for_danger_is_not_called_one(String text) {
        List<Reason> reasons = assess(text).reasons();
        assertThat(reasons)
                .isNotEmpty()
                .filteredOn(reason -> reason.weight() > 0)
                .allSatisfy(reason -> assertThat(Stream.of(CueGroup.values()).filter(CueGroup::isHarmless))
                        .noneMatch(group -> reason.reason().equals("lexicon:" + group.wireName())));
    }

    @Test
    void what_raises_nothing_has_no_counterfactual() {
        assertThat(assess("今天的糖醋排骨真好吃").insight().counterfactuals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我明天带刀去学校捅死王老师", "校门口有人kan人了", "今天的糖醋排骨真好吃"})
    void a_brief_judgement_differs_in_its_reasons_alone(String text) {
        Assessment full = assess(text);
        Assessment brief = Fixtures.JUDGE.assessBriefly(Fixtures.post(text));
        assertThat(brief.level()).isEqualTo(full.level());
        assertThat(brief.score()).isEqualTo(full.score());
        assertThat(brief.categories()).isEqualTo(full.categories());
        assertThat(brief.insight().changes()).isEqualTo(full.insight().changes());
    }
}
