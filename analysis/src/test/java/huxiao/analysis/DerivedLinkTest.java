package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Assessment;
import huxiao.model.Level;
import huxiao.model.SchoolLink;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places of {@code places.csv} where no school is named. */
class DerivedLinkTest {
    private static final String BESIDE_TWO = "柳堤桥下面有个男的拿刀追人，好多放学的娃在跑";

    private static Assessment assess(String text) {
        return Fixtures.JUDGE.assess(Fixtures.post(text));
    }

    @Test
    void a_danger_beside_a_school_is_linked_and_says_how_far() {
        Assessment assessment = assess(BESIDE_TWO);
        assertThat(assessment.linkedSchools()).containsExactly("CL003", "CL018");
        assertThat(assessment.schools()).first().satisfies(link -> {
            assertThat(link.isDerived()).isTrue();
            assertThat(link.metres()).isEqualTo(70);
            assertThat(link.mention().text()).isEqualTo("柳堤桥");
        });
    }

    @Test
    void derived_links_stand_in_the_insight_too() {
        Assessment assessment = assess(BESIDE_TWO);
        assertThat(assessment.insight().nearby())
                .isNotEmpty()
                .isEqualTo(assessment.schools().stream()
                        .filter(SchoolLink::isDerived)
                        .toList());
    }

    @Test
    void the_farther_the_less_probable_and_beyond_beside_only_a_candidate() {
        List<SchoolLink> links = assess(BESIDE_TWO).schools();
        assertThat(links).extracting(SchoolLink::metres).isSorted();
        assertThat(links).allSatisfy(link -> assertThat(link.isLinked()).isEqualTo(link.metres() <= 150));
        assertThat(links).allSatisfy(link -> assertThat(link.metres()).isLessThanOrEqualTo(500));
    }

    @Test
    void a_named_school_always_wins() {
        Assessment assessment = assess("柳堤桥过来的那个男的，在河畔实小门口掏出刀来追学生");
        assertThat(assessment.level()).isNotEqualTo(Level.NONE);
        assertThat(assessment.linkedSchools()).containsExactly("CL012");
        assertThat(assessment.insight().nearby()).isEmpty();
    }

    @Test
    void beside_an_unclear_name_a_place_decides_which_school_is_named() {
        assertThat(assess("清水湾旁边的实验小学，刚才有人翻墙进去了，手里像是有刀").schools()).first().satisfies(link -> {
            assertThat(link.code()).isEqualTo("CL012");
            assertThat(link.isLinked()).isTrue();
            assertThat(link.isDerived()).isFalse();
        });
    }

    @Test
    void where_nothing_is_the_matter_a_place_links_to_no_school() {
        Assessment assessment = assess("柳堤桥晚上的灯真好看");
        assertThat(assessment.level()).isEqualTo(Level.NONE);
        assertThat(assessment.schools()).isEmpty();
    }

    @Test
    void the_address_of_a_home_says_nothing_of_where_the_danger_is() {
        Assessment assessment = assess("他家住锦绣花园9栋2单元501，大家去他家门口堵着往死里打");
        assertThat(assessment.level()).isNotEqualTo(Level.NONE);
        assertThat(assessment.schools()).isEmpty();
    }

    @Test
    void the_distances_are_configured() {
        Judge never = Fixtures.judgeLinking(new LinkingSettings(0.5, 500, 0));
        assertThat(never.assess(Fixtures.post(BESIDE_TWO)).linkedSchools()).isEmpty();
        assertThat(never.assess(Fixtures.post(BESIDE_TWO)).candidateSchools()).contains("CL003", "CL018");
        Judge off = Fixtures.judgeLinking(new LinkingSettings(0.5, 0, 0));
        assertThat(off.assess(Fixtures.post(BESIDE_TWO)).schools()).isEmpty();
    }

    @Test
    void below_the_configured_confidence_a_named_school_is_a_candidate() {
        Judge strict = Fixtures.judgeLinking(new LinkingSettings(0.9, 500, 150));
        String unsure = "二中门口有人拿刀追学生";
        assertThat(Fixtures.JUDGE.assess(Fixtures.post(unsure)).linkedSchools()).containsExactly("CL003");
        assertThat(strict.assess(Fixtures.post(unsure)).linkedSchools()).isEmpty();
        assertThat(strict.assess(Fixtures.post(unsure)).candidateSchools()).startsWith("CL003");
        assertThat(strict.assess(Fixtures.post("沧澜市第二中学门口有人拿刀追学生")).linkedSchools())
                .containsExactly("CL003");
    }
}
