package huxiao.streaming.group;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Category;
import huxiao.model.Likeness;
import huxiao.register.AlertMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EventGroupingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final GroupSettings SETTINGS = new GroupSettings(
            10, Duration.ofDays(7), Duration.ofHours(6), 0.86, Duration.ofMinutes(20), 0.75, Duration.ofHours(48), 0.9);
    private static final String GATE = "有个男的拿着刀在东关小学门口晃，孩子马上放学了，快来人";

    @Test
    void a_copy_joins_the_alert_of_its_original_even_days_later_and_without_a_school() {
        AlertMember original = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember copy =
                member("", "p2", "转：" + GATE, Category.VIOLENCE_THREAT, List.of(), NOON.plus(Duration.ofDays(2)));
        assertThat(EventGrouping.match(copy, List.of(original), SETTINGS).map(AlertMember::alertId))
                .contains("A");
    }

    @Test
    void a_copy_that_names_another_school_is_another_event() {
        AlertMember original = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember other = member("", "p2", GATE, Category.VIOLENCE_INCIDENT, List.of("CL016"), NOON);
        assertThat(EventGrouping.match(other, List.of(original), SETTINGS)).isEmpty();
    }

    @Test
    void other_words_on_the_same_school_kind_and_time_join() {
        AlertMember first = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember second = member(
                "",
                "p2",
                "东关小学出事了，保安在追一个人",
                Category.VIOLENCE_THREAT,
                List.of("CL014"),
                NOON.minus(Duration.ofMinutes(10)));
        assertThat(EventGrouping.match(second, List.of(first), SETTINGS).map(AlertMember::alertId))
                .contains("A");
    }

    @Test
    void another_kind_or_another_day_at_the_same_school_starts_a_new_alert() {
        AlertMember first = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember food = member("", "p2", "东关小学食堂的肉是臭的", Category.FOOD_HYGIENE, List.of("CL014"), NOON);
        AlertMember nextDay = member(
                "",
                "p3",
                "东关小学门口两伙人打起来了",
                Category.VIOLENCE_INCIDENT,
                List.of("CL014"),
                NOON.plus(Duration.ofHours(20)));
        assertThat(EventGrouping.match(food, List.of(first), SETTINGS)).isEmpty();
        assertThat(EventGrouping.match(nextDay, List.of(first), SETTINGS)).isEmpty();
    }

    @Test
    void a_copy_word_for_word_goes_before_a_nearer_one_with_changes() {
        String changed = "转：" + GATE;
        AlertMember exact = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember nearer = member(
                "B", "p2", changed, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON.plus(Duration.ofHours(1)));
        AlertMember copy =
                member("", "p3", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON.plus(Duration.ofHours(2)));
        assertThat(nearer.likeness().fingerprint())
                .isNotEqualTo(exact.likeness().fingerprint());
        assertThat(EventGrouping.match(copy, List.of(exact, nearer), SETTINGS)).contains(exact);
    }

    @Test
    void two_brawls_at_one_school_that_are_told_of_quite_differently_are_two_events() {
        AlertMember court = telling("A", "p1", 0, Category.VIOLENCE_INCIDENT, "CL004", NOON);
        AlertMember canteen = telling("", "p2", 35, Category.VIOLENCE_INCIDENT, "CL004", NOON.plusSeconds(3600));
        AlertMember perhaps = telling("", "p3", 28, Category.VIOLENCE_INCIDENT, "CL004", NOON.plusSeconds(3600));
        assertThat(EventGrouping.match(canteen, List.of(court), SETTINGS)).isEmpty();
        assertThat(EventGrouping.match(perhaps, List.of(court), SETTINGS)).contains(court);
    }

    @Test
    void two_witnesses_who_write_at_once_in_words_of_their_own_raise_one_alarm() {
        AlertMember parent = telling("A", "p1", 0, Category.VIOLENCE_THREAT, "CL014", NOON);
        AlertMember shopkeeper = telling("", "p2", 35, Category.VIOLENCE_INCIDENT, "CL014", NOON.plusSeconds(26));
        assertThat(EventGrouping.match(shopkeeper, List.of(parent), SETTINGS)).contains(parent);
        AlertMember later = telling("", "p3", 35, Category.VIOLENCE_INCIDENT, "CL014", NOON.plusSeconds(1201));
        assertThat(EventGrouping.match(later, List.of(parent), SETTINGS)).isEmpty();
        AlertMember food = telling("", "p4", 35, Category.FOOD_HYGIENE, "CL014", NOON);
        assertThat(EventGrouping.match(food, List.of(parent), SETTINGS)).isEmpty();
        AlertMember elsewhere = telling("", "p5", 35, Category.VIOLENCE_INCIDENT, "CL016", NOON);
        assertThat(EventGrouping.match(elsewhere, List.of(parent), SETTINGS)).isEmpty();
    }

    @Test
    void what_is_written_at_once_and_is_nothing_alike_stays_two_events() {
        AlertMember court = telling("A", "p1", 0, Category.VIOLENCE_INCIDENT, "CL004", NOON);
        AlertMember other = telling("", "p2", 45, Category.VIOLENCE_INCIDENT, "CL004", NOON.plusSeconds(60));
        assertThat(EventGrouping.match(other, List.of(court), SETTINGS)).isEmpty();
    }

    @Test
    void an_event_told_alike_joins_on_the_next_day_and_as_another_kind_but_not_at_another_school_nor_a_week_later() {
        AlertMember first = telling("A", "p1", 0, Category.VIOLENCE_INCIDENT, "CL004", NOON);
        Instant nextDay = NOON.plus(Duration.ofHours(40));
        assertThat(EventGrouping.match(
                        telling("", "p2", 15, Category.BULLYING, "CL004", nextDay), List.of(first), SETTINGS))
                .contains(first);
        assertThat(EventGrouping.match(
                        telling("", "p3", 15, Category.VIOLENCE_INCIDENT, "CL003", NOON), List.of(first), SETTINGS))
                .isEmpty();
        Instant nextWeek = NOON.plus(Duration.ofHours(49));
        assertThat(EventGrouping.match(
                        telling("", "p4", 0, Category.VIOLENCE_INCIDENT, "CL004", nextWeek), List.of(first), SETTINGS))
                .isEmpty();
    }

    @Test
    void an_alert_does_not_grow_from_one_event_into_the_next_by_posts_between_them() {
        AlertMember court = telling("A", "p1", 0, Category.VIOLENCE_INCIDENT, "CL004", NOON);
        AlertMember between = telling("A", "p2", 20, Category.VIOLENCE_INCIDENT, "CL004", NOON);
        AlertMember beyond = telling("", "p3", 42, Category.VIOLENCE_INCIDENT, "CL004", NOON.plusSeconds(3600));
        assertThat(EventGrouping.match(beyond, List.of(between), SETTINGS)).contains(between);
        assertThat(EventGrouping.match(beyond, List.of(court, between), SETTINGS))
                .isEmpty();
    }

    @Test
    void of_two_events_of_one_kind_a_post_joins_that_which_it_tells_of_not_the_one_nearer_in_time() {
        AlertMember court = telling("A", "p1", 0, Category.VIOLENCE_INCIDENT, "CL004", NOON);
        AlertMember canteen = telling("B", "p2", 35, Category.VIOLENCE_INCIDENT, "CL004", NOON.plusSeconds(3600));
        AlertMember later = telling("", "p3", 12, Category.VIOLENCE_INCIDENT, "CL004", NOON.plusSeconds(3700));
        assertThat(EventGrouping.match(later, List.of(court, canteen), SETTINGS))
                .contains(court);
    }

    @Test
    void the_answer_does_not_depend_on_the_order_of_members() {
        List<AlertMember> members = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            members.add(member(
                    "A" + i,
                    "p" + i,
                    GATE + i,
                    Category.VIOLENCE_INCIDENT,
                    List.of("CL014"),
                    NOON.plus(Duration.ofMinutes(i % 5))));
        }
        AlertMember candidate = member("", "q", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        var expected = EventGrouping.match(candidate, members, SETTINGS);
        Collections.shuffle(members, new Random(7));
        assertThat(EventGrouping.match(candidate, members, SETTINGS))
                .isEqualTo(expected)
                .isPresent();
    }

    @Test
    void what_the_school_is_told_and_what_it_is_not_never_become_one_alert() {
        AlertMember told = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember accusing =
                new AlertMember("", "p2", told.likeness(), Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON, false);
        assertThat(EventGrouping.match(accusing, List.of(told), SETTINGS)).isEmpty();
        AlertMember accusingToo =
                new AlertMember("B", "p3", told.likeness(), Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON, false);
        assertThat(EventGrouping.match(accusing, List.of(told, accusingToo), SETTINGS)
                        .map(AlertMember::alertId))
                .contains("B");
        assertThat(EventGrouping.match(told, List.of(accusingToo), SETTINGS)).isEmpty();
    }

    @Property
    boolean spaces_and_punctuation_do_not_change_a_fingerprint(@ForAll String text) {
        String spaced = text.codePoints()
                .collect(StringBuilder::new, (b, c) -> b.appendCodePoint(c).append("， "), StringBuilder::append)
                .toString();
        return Fingerprint.of("", text) == Fingerprint.of("", spaced);
    }

    @Test
    void a_text_without_letters_is_nobodys_copy() {
        AlertMember first = member("A", "p1", "？！？", Category.VIOLENCE_INCIDENT, List.of(), NOON);
        AlertMember second = member("", "p2", "……", Category.VIOLENCE_INCIDENT, List.of(), NOON);
        assertThat(EventGrouping.match(second, List.of(first), SETTINGS)).isEmpty();
    }

    /** A post whose vector points so many degrees away from another's. */
    private static AlertMember telling(
            String alert, String post, double degrees, Category category, String school, Instant at) {
        float[] direction = new float[Likeness.DIMENSIONS];
        direction[0] = (float) Math.cos(Math.toRadians(degrees));
        direction[1] = (float) Math.sin(Math.toRadians(degrees));
        Likeness likeness = new Likeness(0, Likeness.vector(direction));
        return new AlertMember(alert, post, likeness, category, List.of(school), at, true);
    }

    private static AlertMember member(
            String alert, String post, String text, Category category, List<String> schools, Instant at) {
        return new AlertMember(alert, post, new Likeness(Fingerprint.of("", text), ""), category, schools, at, true);
    }
}
