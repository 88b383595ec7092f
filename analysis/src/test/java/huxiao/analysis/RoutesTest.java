package huxiao.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.analysis.frame.FrameReader;
import huxiao.analysis.time.SchoolDay;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final FrameReader FRAMES = new FrameReader(SchoolDay.standard());

    private static List<Route> routes(Level level, Category category, String text) {
        Post post = Fixtures.post(text);
        Reading reading = Fixtures.READER.read(text, post);
        boolean accused = FRAMES.read(Frames.text(reading), post.eventTime())
                .staffAccused()
                .isPresent();
        return Routes.of(level, List.of(category), text, accused);
    }

    @Test
    void the_school_alone_is_told_at_blue_and_the_bureau_too_from_yellow_on() {
        assertThat(routes(Level.BLUE, Category.FACILITY_HAZARD, "灯坏了")).containsExactly(Route.SCHOOL);
        assertThat(routes(Level.YELLOW, Category.FACILITY_HAZARD, "墙歪了")).containsExactly(Route.SCHOOL, Route.BUREAU);
        assertThat(routes(Level.ORANGE, Category.VIOLENCE_INCIDENT, "打起来了"))
                .containsExactly(Route.POLICE_NOW, Route.SCHOOL, Route.BUREAU);
    }

    @Test
    void every_self_harm_takes_the_care_route_and_police_come_only_in_danger() {
        assertThat(routes(Level.YELLOW, Category.SELF_HARM, "不想活了"))
                .contains(Route.CARE)
                .doesNotContain(Route.POLICE_NOW, Route.POLICE_LIST);
        assertThat(routes(Level.RED, Category.SELF_HARM, "在楼顶")).contains(Route.CARE, Route.POLICE_NOW);
    }

    @Test
    void police_read_at_the_start_of_the_shift_what_need_not_wake_them() {
        assertThat(routes(Level.BLUE, Category.ILLEGAL_ACTIVITY, "卖烟")).contains(Route.POLICE_LIST);
        assertThat(routes(Level.YELLOW, Category.FRAUD, "冒充班主任发收款码 十几个家长扫了")).contains(Route.POLICE_LIST);
        assertThat(routes(Level.BLUE, Category.FRAUD, "有个假的招生电话")).doesNotContain(Route.POLICE_LIST);
        assertThat(routes(Level.YELLOW, Category.BULLYING, "又被打 胳膊青一块紫一块")).contains(Route.POLICE_LIST);
        assertThat(routes(Level.YELLOW, Category.BULLYING, "一直被孤立")).doesNotContain(Route.POLICE_LIST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"班主任扇了孩子两个耳光", "班主任今天在教室里扇孩子耳光", "体育老师踢了他一脚", "保育员用针扎孩子", "教练摸我腿", "孩子被老师打了手心", "校长单独叫女生去办公室还搂她"
            })
    void where_staff_is_accused_the_school_is_left_out_and_the_police_know(String text) {
        assertThat(routes(Level.YELLOW, Category.VIOLENCE_INCIDENT, text))
                .containsExactly(Route.POLICE_LIST, Route.BUREAU);
    }

    @ParameterizedTest
    @ValueSource(strings = {"学生把老师打了", "老师被家长打了", "打老师的那个学生", "两个同学打架 老师来拉开了", "告诉老师他打我", "辅导班老师打手心"})
    void where_somebody_else_is_accused_the_school_is_told(String text) {
        assertThat(routes(Level.YELLOW, Category.VIOLENCE_INCIDENT, text)).contains(Route.SCHOOL);
    }
}
