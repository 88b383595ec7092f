package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Assessment;
import huxiao.model.SchoolLink;
import huxiao.model.Schools;
import huxiao.model.Stage;
import huxiao.model.config.SchoolsCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolLinkerTest {
    @ParameterizedTest
    @CsvSource({
        "沧澜市第一中学今天开学,CL001",
        "市一中门口堵车,CL001",
        "我们一中的食堂,CL001",
        "在1中读书,CL001",
        "沧澜一中学生自己做的,CL001",
        "一中高新校区放学,CL002",
        "一中(高新校区)的操场,CL002",
        "云岭一中月考,CL027",
        "云岭县第一中学月考,CL027",
        "师院附小门口,CL009",
        "石桥镇中心幼儿园,CL031",
        "石桥幼儿园放假,CL031",
        "文昌小学的家长,CL015",
        "河畔实小开运动会,CL012",
        "云岭县的实验小学,CL013",
        "柳堤街那个实验小学门口,CL012",
        "新港二中下课,CL022",
        "沧外的同学,CL008",
        "市八中东门集合,CL006",
        "交校宿舍停电,CL041",
        "一中心理老师讲得好,CL001",
        "石桥那个幼儿园放学,CL031",
        "蓝鲸大班毕业,CL045",
        "一中本部的操场,CL001",
        "一中云岭分校学费涨了，一中真敢收,CL048",
        "汽车站边上的二中下课,CL028",
    })
    void a_school_is_linked_by_the_names_people_use(String text, String code) {
        assertThat(Fixtures.JUDGE.assess(Fixtures.post(text)).linkedSchools()).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "这一中午都没睡",
                "三中全会公报",
                "五中全会学习体会",
                "二中择一",
                "附小字说明一份",
                "一小时就写完了",
                "一小部分人",
                "高一中途转班",
                "投篮10投3中",
                "邻市一中出事了",
                "北京四中的学生",
                "衡水二中真卷",
                "北京市第一中学",
                "外省一所实验中学",
                "城北实验小学招生",
                "看中了一件外套",
                "育才小区三单元",
                "光明小吃街",
                "附中文翻译一份",
                "市一中院开庭",
                "小太阳取暖器坏了",
                "外国语学得头疼",
                "我在天津教书，光明小学的",
                "老家那边的县一中",
                "我侄女在岳州的师院附小",
                "高新校区搬家",
                "望江初夏的风",
                "听说临海市三中有人持刀",
                "我在天津实验小学教书",
                "中心小学门口",
            })
    void a_word_that_only_sounds_alike_or_another_citys_school_is_not_linked(String text) {
        assertThat(Fixtures.JUDGE.assess(Fixtures.post(text)).linkedSchools()).isEmpty();
    }

    @Test
    void a_name_of_several_schools_gives_candidates_but_no_link() {
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post("实验小学门口有人打架"));
        assertThat(assessment.linkedSchools()).isEmpty();
        assertThat(assessment.candidateSchools()).containsExactlyInAnyOrder("CL011", "CL012", "CL013");
    }

    @Test
    void the_place_of_the_source_decides_where_the_text_does_not() {
        assertThat(Fixtures.JUDGE.assess(Fixtures.from("云岭县", "实验小学门口有人打架")).linkedSchools())
                .containsExactly("CL013");
    }

    @Test
    void the_text_goes_before_the_place_of_the_source() {
        assertThat(Fixtures.JUDGE.assess(Fixtures.from("云岭县", "河畔区实验小学门口有人打架")).linkedSchools())
                .containsExactly("CL012");
    }

    @Test
    void a_countys_own_forum_means_its_own_school() {
        assertThat(Fixtures.JUDGE.assess(Fixtures.from("白沙县", "一中今天放假")).linkedSchools())
                .containsExactly("CL034");
    }

    @Test
    void a_school_known_only_by_its_source_has_no_span() {
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post("", "今天食堂的饭真难吃", "", "CL005"));
        assertThat(assessment.schools()).singleElement().satisfies(link -> {
            assertThat(link.code()).isEqualTo("CL005");
            assertThat(link.isLinked()).isTrue();
            assertThat(link.mention().isEmpty()).isTrue();
        });
    }

    @Test
    void a_mention_points_at_the_authors_own_characters() {
        String text = "刚从滄瀾\u200b一中出来";
        SchoolLink link = Fixtures.JUDGE.assess(Fixtures.post(text)).schools().get(0);
        assertThat(link.mention().text()).isEqualTo("滄瀾\u200b一中");
        assertThat(text.substring(link.mention().start(), link.mention().end()))
                .isEqualTo(link.mention().text());
    }

    @ParameterizedTest
    @CsvSource({
        "云岭一中和二中,CL027,CL028",
        "新港一小和二中共用一条巷子,CL020,CL022",
        "五中和望江的,CL005,CL019",
        "东关小学和三中门口,CL014,CL004",
    })
    void names_in_one_list_are_of_one_rank(String text, String one, String other) {
        assertThat(Fixtures.JUDGE.assess(Fixtures.post(text)).linkedSchools()).containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @CsvSource({"附中高二,CL010", "育才一年级今天，育才小学的,CL047"})
    void words_of_a_stage_speak_for_schools_of_it(String text, String code) {
        assertThat(Fixtures.JUDGE.assess(Fixtures.post(text)).linkedSchools()).containsExactly(code);
    }

    @Test
    void any_city_is_read_from_its_schools_alone() {
        Judge judge = Fixtures.judgeOf(
                Fixtures.school("L1", "临江市第一中学", Stage.SENIOR, "城东区"),
                Fixtures.school("L2", "临江市第七中学", Stage.JUNIOR, "城东区"),
                Fixtures.school("L3", "青山县第一中学", Stage.SENIOR, "青山县"));
        assertThat(judge.assess(Fixtures.post("临江七中门口")).linkedSchools()).containsExactly("L2");
        assertThat(judge.assess(Fixtures.post("沧澜一中门口")).linkedSchools()).isEmpty();
    }

    @Test
    void a_second_city_is_linked_by_its_own_schools_file() {
        Schools schools =
                SchoolsCsv.read(Fixtures.CONFIG.resolveSibling("bench").resolve("data/linking/qichuan-schools.csv"));
        Judge judge = Judge.load(AnalysisSettings.defaults(), Fixtures.CONFIG, schools);
        assertThat(judge.assess(Fixtures.post("十二中和二十一中今天联考")).linkedSchools())
                .containsExactlyInAnyOrder("QC04", "QC05");
        assertThat(judge.assess(Fixtures.post("红星中学改名好多年了")).linkedSchools()).containsExactly("QC03");
        assertThat(judge.assess(Fixtures.from("茶坪县", "二中晚自习停电了")).linkedSchools())
                .containsExactly("QC17");
        assertThat(judge.assess(Fixtures.post("城南的中心小学放学早")).linkedSchools()).containsExactly("QC08");
        assertThat(judge.assess(Fixtures.post("红旗小学今天吃鱼")).linkedSchools()).isEmpty();
        assertThat(judge.assess(Fixtures.post("沧澜一中门口")).linkedSchools()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"一中", "一中和", "五中和望江", "高新校区", "邻市一中", "一中高新校区一中", "柳堤桥有人砍人", "实验小学河畔", "二中门口有人拿刀"})
    void a_text_of_nothing_but_names_is_read_to_its_end(String name) {
        String text = name.repeat(20_000 / name.length());
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post(text));
        assertThat(assessment.schools()).allSatisfy(link -> assertThat(
                        text.substring(link.mention().start(), link.mention().end()))
                .isEqualTo(link.mention().text()));
    }
}
