package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Alert;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class GrowthProperties {
    /** All that an alert tells, apart from which post leads among equals. */
    private record Told(
            Level level, Object categories, Object routes, Object schools, int copies, Object first, Object last) {
        static Told by(Alert alert) {
            return new Told(
                    alert.level(),
                    new HashSet<>(alert.categories()),
                    alert.routes(),
                    new HashSet<>(alert.schools()),
                    alert.copies(),
                    alert.firstSeen(),
                    alert.lastSeen());
        }
    }

    @Property(tries = 300)
    void the_order_in_which_posts_join_does_not_matter(@ForAll("posts") List<Sighting> posts, @ForAll long seed) {
        List<Sighting> shuffled = new ArrayList<>(posts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(Told.by(grown(shuffled))).isEqualTo(Told.by(grown(posts)));
    }

    @Property(tries = 300)
    void the_school_is_told_only_while_no_post_accuses_its_staff(@ForAll("posts") List<Sighting> posts) {
        assertThat(grown(posts).routes().contains(Route.SCHOOL))
                .isEqualTo(posts.stream()
                        .allMatch(post -> post.assessment().routes().contains(Route.SCHOOL)));
    }

    @Property(tries = 300)
    void what_is_met_again_raises_nothing(@ForAll("posts") List<Sighting> posts) {
        Alert alert = grown(posts);
        for (Sighting post : posts) {
            assertThat(Growth.joined(alert, post, false)).isEqualTo(alert);
        }
    }

    @Property(tries = 300)
    void the_revision_rises_by_one_exactly_when_there_is_more_to_tell(@ForAll("posts") List<Sighting> posts) {
        Alert before = Growth.first("a", posts.get(0));
        for (Sighting post : posts.subList(1, posts.size())) {
            Alert after = Growth.joined(before, post, true);
            assertThat(after.revision()).isEqualTo(before.revision() + (Growth.tellsMore(before, after) ? 1 : 0));
            assertThat(after.post().id())
                    .isEqualTo(
                            post.assessment().level().compareTo(before.level()) > 0
                                    ? post.post().id()
                                    : before.post().id());
            before = after;
        }
    }

    @Provide
    Arbitrary<List<Sighting>> posts() {
        Arbitrary<Level> levels = Arbitraries.of(Level.BLUE, Level.YELLOW, Level.ORANGE, Level.RED);
        Arbitrary<Category> categories =
                Arbitraries.of(Category.VIOLENCE_THREAT, Category.BULLYING, Category.ABDUCTION);
        Arbitrary<String> schools = Arbitraries.of("A1", "B1", "C1");
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 3600);
        Arbitrary<Boolean> accusesStaff = Arbitraries.of(true, false);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99), levels, categories, schools, seconds, accusesStaff)
                .as((id, level, category, school, second, accuses) -> World.post("p" + id)
                        .level(level)
                        .of(category)
                        .about(school)
                        .at(World.MORNING.plusSeconds(second))
                        .routes(routes(level, accuses))
                        .seen())
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Route[] routes(Level level, boolean accusesStaff) {
        Route police = level.isPolice() ? Route.POLICE_NOW : Route.POLICE_LIST;
        return accusesStaff ? new Route[] {police, Route.BUREAU} : new Route[] {police, Route.SCHOOL, Route.BUREAU};
    }

    private static Alert grown(List<Sighting> posts) {
        Alert alert = Growth.first("a", posts.get(0));
        for (Sighting post : posts.subList(1, posts.size())) {
            alert = Growth.joined(alert, post, true);
        }
        return alert;
    }
}
