package huxiao.register;

import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huxiao.model.Alert;
import huxiao.model.Level;
import huxiao.model.Route;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ReceiverTest {
    private static final List<String> NONE = List.of();

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_receiver_wants_what_concerns_it(
            String why,
            Level min,
            Set<Route> routes,
            List<List<String>> limits,
            World.SightingBuilder post,
            boolean wants) {
        Receiver receiver = new Receiver(
                "r", "webhook", "http://127.0.0.1/", min, routes, limits.get(0), limits.get(1), limits.get(2));
        Alert alert = Growth.first("a", post.seen());
        assertThat(receiver.wants(alert, World.SCHOOLS)).as(why).isEqualTo(wants);
    }

    static List<Arguments> a_receiver_wants_what_concerns_it() {
        Set<Route> now = Set.of(Route.POLICE_NOW);
        Set<Route> bureau = Set.of(Route.BUREAU);
        Set<Route> school = Set.of(Route.SCHOOL);
        List<List<String>> all = List.of(NONE, NONE, NONE);
        List<List<String>> xinhua = List.of(List.of("新华区"), NONE, NONE);
        List<List<String>> xinhuaPolice = List.of(NONE, List.of("新华分局"), NONE);
        List<List<String>> a1 = List.of(NONE, NONE, List.of("A1"));
        return List.of(
                Arguments.of("urgent enough", Level.ORANGE, now, all, post("p"), true),
                Arguments.of("not urgent enough", Level.RED, now, all, post("p"), false),
                Arguments.of("another route", Level.BLUE, Set.of(Route.CARE), all, post("p"), false),
                Arguments.of("in the district", Level.BLUE, bureau, xinhua, post("p"), true),
                Arguments.of(
                        "in another district",
                        Level.BLUE,
                        bureau,
                        xinhua,
                        post("p").about("B1"),
                        false),
                Arguments.of(
                        "one of two schools",
                        Level.BLUE,
                        bureau,
                        xinhua,
                        post("p").about("B1", "C1"),
                        true),
                Arguments.of(
                        "the city's school, by police",
                        Level.BLUE,
                        now,
                        xinhuaPolice,
                        post("p").about("C1"),
                        true),
                Arguments.of(
                        "may be meant", Level.BLUE, now, xinhuaPolice, post("p").perhapsAbout("A1"), true),
                Arguments.of(
                        "another may be meant",
                        Level.BLUE,
                        now,
                        xinhuaPolice,
                        post("p").perhapsAbout("B1"),
                        false),
                Arguments.of(
                        "a source of the district",
                        Level.BLUE,
                        now,
                        xinhuaPolice,
                        post("p").about().from("新华区"),
                        true),
                Arguments.of(
                        "a source of another",
                        Level.BLUE,
                        now,
                        xinhuaPolice,
                        post("p").about().from("运河区"),
                        false),
                Arguments.of(
                        "nobody knows where",
                        Level.BLUE,
                        now,
                        xinhuaPolice,
                        post("p").about(),
                        true),
                Arguments.of("its own school", Level.BLUE, school, a1, post("p"), true),
                Arguments.of("another school", Level.BLUE, school, a1, post("p").about("B1"), false),
                Arguments.of(
                        "a school is not told of a guess",
                        Level.BLUE,
                        school,
                        a1,
                        post("p").perhapsAbout("A1"),
                        false),
                Arguments.of(
                        "nor of what nobody knows",
                        Level.BLUE,
                        school,
                        a1,
                        post("p").about(),
                        false),
                Arguments.of(
                        "nor of its accused staff",
                        Level.BLUE,
                        bureau,
                        a1,
                        post("p").routes(Route.POLICE_NOW, Route.BUREAU),
                        false));
    }

    @Test
    void an_impossible_receiver_cannot_be_built() {
        assertThatThrownBy(() -> new Receiver("r", "fax", "x", Level.RED, Set.of(Route.CARE), NONE, NONE, NONE))
                .hasMessageContaining("kind: found 'fax', allowed: webhook, mail");
        assertThatThrownBy(() -> new Receiver("r", "mail", "x", Level.RED, Set.of(), NONE, NONE, NONE))
                .hasMessageContaining("routes: found none");
        assertThatThrownBy(() -> new Receiver(" ", "mail", "x", Level.RED, Set.of(Route.CARE), NONE, NONE, NONE))
                .hasMessageContaining("needs an id");
    }
}
