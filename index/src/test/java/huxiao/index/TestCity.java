package huxiao.index;

import huxiao.index.query.QueryParser;
import huxiao.index.query.SchoolLookup;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Three schools, one name twice, and a clock that stands. */
public final class TestCity {
    /** Noon in China. */
    public static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

    public static final SchoolLookup SCHOOLS = SchoolLookup.of(new Schools(List.of(
            school("CL001", "沧澜市第一中学", "运东区", "市一中", "一中"),
            school("CL021", "运东区实验小学", "运东区", "实验小学"),
            school("CL022", "河畔区实验小学", "河畔区", "实验小学"))));

    public static final SearchContext CONTEXT = SearchContext.of(
            new ListedWords("市一中", "一中", "明天", "带刀", "不要", "学校", "门口", "食堂", "打架", "学生"),
            SCHOOLS,
            Clock.fixed(NOW, ZoneOffset.UTC));

    public static final QueryParser PARSER = new QueryParser(SCHOOLS);

    private TestCity() {}

    private static School school(String code, String name, String district, String... aliases) {
        return new School(
                code,
                name,
                "公办",
                Stage.SENIOR,
                1000,
                false,
                "",
                district,
                Double.NaN,
                Double.NaN,
                List.of(aliases),
                0,
                "",
                "",
                true,
                "",
                "");
    }
}
