package huxiao.streaming.group;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.model.Category;
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
    private static final GroupSettings SETTINGS = new GroupSettings(10, Duration.ofDays(7), Duration.ofHours(6));
    private static final String GATE = "有个男的拿着刀在东关小学门口晃，孩子马上放学了，快来人";

    @Test
    void a_copy_joins_the_alert_of_its_original_even_days_later_and_without_a_school() {
        AlertMember original = member("A", "p1", GATE, Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON);
        AlertMember copy =
                member("", "p2", "转：" + GATE, Category.VIOLENCE_THREAT, List.of(), NOON.plus(Duration.ofDays(2)));
        assertThat(EventGrouping.match(copy, List.of(original), SETTINGS)).contains("A");
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
        assertThat(EventGrouping.match(second, List.of(first), SETTINGS)).contains("A");
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
        AlertMember accusing = new AlertMember(
                "", "p2", told.fingerprint(), Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON, false);
        assertThat(EventGrouping.match(accusing, List.of(told), SETTINGS)).isEmpty();
        AlertMember accusingToo = new AlertMember(
                "B", "p3", told.fingerprint(), Category.VIOLENCE_INCIDENT, List.of("CL014"), NOON, false);
        assertThat(EventGrouping.match(accusing, List.of(told, accusingToo), SETTINGS))
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

    private static AlertMember member(
            String alert, String post, String text, Category category, List<String> schools, Instant at) {
        return new AlertMember(alert, post, Fingerprint.of("", text), category, schools, at, true);
    }
}
