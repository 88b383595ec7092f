package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Schools;
import huxiao.model.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolNamesTest {
    private final SchoolNames names = new SchoolNames(new Schools(List.of(
            Fixtures.school("S1", "临江市第一中学", Stage.SENIOR, "城东区"),
            Fixtures.school("S2", "临江市第十四中学", Stage.JUNIOR, "城东区"),
            Fixtures.school("S3", "城东区实验小学", Stage.PRIMARY, "城东区"),
            Fixtures.school("S4", "青山县实验小学", Stage.PRIMARY, "青山县"),
            Fixtures.school("S5", "青山县第一中学", Stage.SENIOR, "青山县"),
            Fixtures.school("S6", "青山县柳河镇中心小学", Stage.PRIMARY, "青山县"),
            Fixtures.school("S7", "青山县柳河镇中心幼儿园", Stage.KINDERGARTEN, "青山县"),
            Fixtures.school("S8", "临江师范学院附属小学", Stage.PRIMARY, "城东区"),
            Fixtures.school("S9", "临江市第一中学（滨江校区）", Stage.SENIOR, "城东区"),
            Fixtures.school("S10", "城东区第二小学", Stage.PRIMARY, "城东区"))));

    @ParameterizedTest
    @CsvSource({
        "S1,S1",
        "临江市第一中学,S1",
        "临江一中,S1",
        "市一中,S1",
        "一中,S1",
        "1中,S1",
        "１中,S1",
        "臨江一中,S1",
        "十四中,S2",
        "14中,S2",
        "临江市14中,S2",
        "城东实验小学,S3",
        "城东实小,S3",
        "青山县实小,S4",
        "青山一中,S5",
        "县一中,S5",
        "柳河镇中心小学,S6",
        "柳河小学,S6",
        "柳河中心校,S6",
        "柳河幼儿园,S7",
        "临江师院附小,S8",
        "附小,S8",
        "一中滨江校区,S9",
        "一中(滨江校区),S9",
        "城东二小,S10",
    })
    void a_name_people_use_leads_to_the_school(String name, String code) {
        assertThat(names.resolve(name)).containsExactly(code);
    }

    @Test
    void a_name_of_several_schools_leads_to_all_of_them() {
        assertThat(names.resolve("实验小学")).containsExactly("S3", "S4");
    }

    @Test
    void a_part_of_an_official_name_is_enough() {
        assertThat(names.resolve("柳河镇")).containsExactly("S6", "S7");
    }

    @ParameterizedTest
    @CsvSource({"北京四中", "小", "不是学校的名字", "''"})
    void an_unknown_name_leads_nowhere(String name) {
        assertThat(names.resolve(name)).isEmpty();
    }
}
