package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Assessment;
import huxiao.model.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of several schools a danger concerns. */
class SchoolRoleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我从一中路过，看见三中着火了，有学生没出来|CL004",
                "在市一中站下车往北二百米的河畔实小，门口有人举着菜刀追学生|CL012",
                "三中对面的东关小学门口，一个女的抱走了别人家孩子|CL014",
                "比起市一中，二中宿舍真的没人管，昨晚又打架，有人头破流血|CL003",
                "我是二中毕业的，今天看见五中门口有人拿钢管打人|CL005",
                "不是云岭一中，是白沙一中有人拿刀砍学生|CL034",
            })
    void a_landmark_ones_own_school_and_a_comparison_are_not_linked(String text, String code) {
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post(text));
        assertThat(assessment.level()).isNotEqualTo(Level.NONE);
        assertThat(assessment.linkedSchools()).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "二中的几个人跑到一中门口打架，把人鼻梁打断了，流了好多血|CL001|CL003",
                "三中、五中的学生在体育场后面打群架，拿着钢管|CL004|CL005",
            })
    void schools_whose_pupils_are_in_it_are_all_linked(String text, String one, String other) {
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post(text));
        assertThat(assessment.level()).isNotEqualTo(Level.NONE);
        assertThat(assessment.linkedSchools()).containsExactlyInAnyOrder(one, other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"坐到市一中站下车，河畔实小旁边那家羊汤不错|CL001|CL012"})
    void where_nothing_is_the_matter_a_landmark_is_linked_too(String text, String one, String other) {
        Assessment assessment = Fixtures.JUDGE.assess(Fixtures.post(text));
        assertThat(assessment.level()).isEqualTo(Level.NONE);
        assertThat(assessment.linkedSchools()).containsExactlyInAnyOrder(one, other);
    }
}
