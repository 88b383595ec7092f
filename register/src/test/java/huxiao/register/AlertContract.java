package huxiao.register;

import static huxiao.register.World.MORNING;
import static huxiao.register.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.PostIds;
import huxiao.model.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Recording what the job finds, and finding it again. */
interface AlertContract extends RegisterFixture {
    private AlertBook alerts() {
        return register().alerts();
    }

    private Recorded record(World.SightingBuilder sighting) {
        return alerts().record(sighting.seen());
    }

    @Test
    default void a_post_starts_an_alert_under_an_id_derived_from_it() {
        Sighting sighting = post("p1").seen();
        Recorded recorded = alerts().record(sighting);
        Alert alert = recorded.alert();
        assertThat(recorded.changed()).isTrue();
        assertThat(alert.id()).isEqualTo(PostIds.sha256("alert", "p1").substring(0, 32));
        assertThat(alert.revision()).isEqualTo(1);
        assertThat(alert.status()).isEqualTo(AlertStatus.UNVERIFIED);
        assertThat(alert.post()).isEqualTo(sighting.post());
        assertThat(alert.reasons()).isEqualTo(sighting.assessment().reasons());
        assertThat(alert.copies()).isEqualTo(1);
        assertThat(alerts().find(alert.id())).contains(alert);
        assertThat(alerts().find("nothing")).isEmpty();
    }

    @Test
    default void a_replayed_post_changes_nothing() {
        Alert alert = record(post("p1")).alert();
        Recorded again = record(post("p1"));
        assertThat(again.changed()).isFalse();
        assertThat(again.alert()).isEqualTo(alert);
        assertThat(alerts().find(alert.id())).contains(alert);
        assertThat(alerts().history(alert.id())).hasSize(1);
        assertThat(register().deliveries().ofAlert(alert.id())).hasSize(3);
    }

    @Test
    default void a_copy_raises_the_count_and_no_revision() {
        Alert alert = record(post("p1")).alert();
        Recorded copy = record(post("p2").joins(alert).at(MORNING.plusSeconds(600)));
        assertThat(copy.changed()).isFalse();
        assertThat(copy.alert().id()).isEqualTo(alert.id());
        assertThat(copy.alert().revision()).isEqualTo(1);
        assertThat(copy.alert().copies()).isEqualTo(2);
        assertThat(copy.alert().firstSeen()).isEqualTo(MORNING);
        assertThat(copy.alert().lastSeen()).isEqualTo(MORNING.plusSeconds(600));
        assertThat(register().deliveries().ofAlert(alert.id())).hasSize(3);
    }

    @Test
    default void a_more_urgent_post_leads_and_is_told() {
        Alert alert = record(post("p1").level(Level.BLUE).of(Category.BULLYING)).alert();
        Recorded worse = record(post("p2").joins(alert).level(Level.RED).saying("已经动手了"));
        assertThat(worse.changed()).isTrue();
        assertThat(worse.alert().revision()).isEqualTo(2);
        assertThat(worse.alert().level()).isEqualTo(Level.RED);
        assertThat(worse.alert().post().id()).isEqualTo("p2");
        assertThat(worse.alert().categories()).containsExactly(Category.VIOLENCE_THREAT, Category.BULLYING);
        assertThat(register().deliveries().ofAlert(alert.id()))
                .extracting(Delivery::receiver, Delivery::revision, Delivery::event)
                .containsExactly(
                        tuple("bureau", 1, DeliveryEvent.RAISED),
                        tuple("school-a1", 1, DeliveryEvent.RAISED),
                        tuple("bureau", 2, DeliveryEvent.UPDATED),
                        tuple("duty", 2, DeliveryEvent.RAISED),
                        tuple("school-a1", 2, DeliveryEvent.UPDATED));
    }

    @Test
    default void another_category_school_or_route_raises_the_revision() {
        Alert alert = record(post("p1")).alert();
        assertThat(record(post("p2").joins(alert).of(Category.INCITEMENT))
                        .alert()
                        .revision())
                .isEqualTo(2);
        assertThat(record(post("p3").joins(alert).about("B1")).alert().revision())
                .isEqualTo(3);
        assertThat(record(post("p4").joins(alert).routes(Route.POLICE_NOW, Route.SCHOOL, Route.CARE))
                        .alert()
                        .revision())
                .isEqualTo(4);
        Alert last = record(post("p5").joins(alert)).alert();
        assertThat(last.revision()).isEqualTo(4);
        assertThat(last.categories()).containsExactly(Category.VIOLENCE_THREAT, Category.INCITEMENT);
        assertThat(last.schools()).containsExactly("A1", "B1");
        assertThat(last.routes()).containsExactly(Route.POLICE_NOW, Route.SCHOOL, Route.BUREAU, Route.CARE);
    }

    @Test
    default void an_accusation_of_staff_withdraws_an_alert_from_the_school_for_good() {
        Alert alert = record(post("p1").routes(Route.POLICE_NOW, Route.SCHOOL)).alert();
        Alert accused = record(post("p2").joins(alert).routes(Route.POLICE_NOW, Route.BUREAU))
                .alert();
        assertThat(accused.routes()).containsExactly(Route.POLICE_NOW, Route.BUREAU);
        assertThat(accused.revision()).isEqualTo(2);
        assertThat(record(post("p3").joins(alert)).alert().routes()).containsExactly(Route.POLICE_NOW, Route.BUREAU);
        assertThat(alerts().members(MORNING, MORNING.plusSeconds(3600)))
                .hasSize(3)
                .noneMatch(AlertMember::schoolTold);
    }

    @Test
    default void an_accusation_of_staff_hides_a_closed_alert_and_a_merged_one_too() {
        Alert closed = record(post("p1")).alert();
        alerts().decide(closed.id(), 1, AlertStatus.REJECTED, "li", "");
        assertThat(record(post("p2").joins(closed).routes(Route.POLICE_NOW))
                        .alert()
                        .routes())
                .doesNotContain(Route.SCHOOL);

        Alert told = record(post("p3")).alert();
        Alert accused = record(post("p4").routes(Route.POLICE_NOW)).alert();
        alerts().merge(accused.id(), told.id(), 1, "li", "");
        assertThat(alerts().find(told.id()).orElseThrow().routes()).doesNotContain(Route.SCHOOL);
    }

    @Test
    default void an_edited_post_may_raise_its_alert_and_shows_its_newest_text() {
        Alert alert = record(post("p1").level(Level.YELLOW).saying("放学别走")).alert();
        Recorded edited = record(post("p1").level(Level.RED).saying("放学别走，刀带好了").collectedAfter(Duration.ofMinutes(9)));
        assertThat(edited.changed()).isTrue();
        assertThat(edited.alert().level()).isEqualTo(Level.RED);
        assertThat(edited.alert().copies()).isEqualTo(1);
        assertThat(alerts().posts(alert.id())).extracting(AlertPost::text).containsExactly("放学别走，刀带好了");
    }

    @Test
    default void an_edit_that_takes_the_danger_out_leaves_the_evidence() {
        Alert alert = record(post("p1").saying("明天带刀")).alert();
        Alert after = record(post("p1").level(Level.BLUE).saying("开玩笑").collectedAfter(Duration.ofHours(1)))
                .alert();
        assertThat(after).isEqualTo(alert);
        assertThat(after.post().text()).isEqualTo("明天带刀");
    }

    @Test
    default void an_old_version_met_again_changes_nothing() {
        record(post("p1").saying("一").collectedAfter(Duration.ofMinutes(1)));
        Alert alert = record(post("p1").saying("二").collectedAfter(Duration.ofMinutes(2)))
                .alert();
        Recorded old = record(post("p1").saying("一").collectedAfter(Duration.ofMinutes(3)));
        assertThat(old.changed()).isFalse();
        assertThat(alerts().posts(alert.id())).extracting(AlertPost::text).containsExactly("二");
    }

    @Test
    default void a_post_that_would_join_what_does_not_exist_starts_an_alert() {
        Recorded recorded = record(post("p1").joins("no such post"));
        assertThat(recorded.changed()).isTrue();
        assertThat(recorded.alert().id())
                .isEqualTo(PostIds.sha256("alert", "p1").substring(0, 32));
    }

    @Test
    default void what_is_historic_is_stored_and_not_told_until_it_happens_again() {
        Alert alert = record(post("p1").historic()).alert();
        assertThat(alert.historic()).isTrue();
        assertThat(register().deliveries().ofAlert(alert.id())).isEmpty();
        Recorded fresh = record(post("p2").joins(alert));
        assertThat(fresh.changed()).isTrue();
        assertThat(fresh.alert().historic()).isFalse();
        assertThat(register().deliveries().ofAlert(alert.id()))
                .extracting(Delivery::event)
                .containsOnly(DeliveryEvent.RAISED);
    }

    @Test
    default void text_that_the_database_cannot_hold_is_kept_all_but_that() {
        String hostile = "刀\u0000\uD83D'); drop table alert; -- \uD83D\uDE00 {{7*7}} %s \\u0000 <script>";
        Alert alert = record(post("p\u0000'").saying(hostile).about()).alert();
        Alert found = alerts().find(alert.id()).orElseThrow();
        assertThat(found).isEqualTo(alert);
        assertThat(found.post().text())
                .isEqualTo("刀\uFFFD\uFFFD'); drop table alert; -- \uD83D\uDE00 {{7*7}} %s \\u0000 <script>");
        assertThat(found.reasons().get(0).span().text()).isEqualTo("刀\uFFFD");
        assertThat(record(post("p\u0000'").saying(hostile).about()).changed()).isFalse();
    }

    @Test
    default void the_same_posts_shuffled_and_repeated_from_several_threads_change_nothing() throws Exception {
        List<Sighting> sightings = story();
        sightings.forEach(alerts()::record);
        List<Alert> before = all();
        List<List<Delivery>> told = deliveries(before);

        List<Callable<Void>> replays = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(thread -> () -> {
                    Random random = new Random(thread);
                    for (int round = 0; round < 3; round++) {
                        List<Sighting> shuffled = new ArrayList<>(sightings);
                        Collections.shuffle(shuffled, random);
                        shuffled.forEach(sighting ->
                                assertThat(alerts().record(sighting).changed()).isFalse());
                    }
                    return null;
                })
                .toList();
        inParallel(replays);

        assertThat(all()).isEqualTo(before);
        assertThat(deliveries(before)).isEqualTo(told);
    }

    @Test
    default void posts_recorded_for_the_first_time_by_several_threads_end_in_one_alert_each() throws Exception {
        List<Sighting> sightings = story();
        List<Callable<Void>> writers = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(thread -> () -> {
                    List<Sighting> shuffled = new ArrayList<>(sightings);
                    Collections.shuffle(shuffled, new Random(thread));
                    shuffled.forEach(alerts()::record);
                    return null;
                })
                .toList();
        inParallel(writers);

        Set<String> seen = new HashSet<>();
        for (Alert alert : all()) {
            List<AlertPost> posts = alerts().posts(alert.id());
            assertThat(posts).hasSize(alert.copies());
            posts.forEach(member -> assertThat(seen.add(member.id())).isTrue());
            Level highest = posts.stream().map(AlertPost::level).reduce(Level.NONE, Level::max);
            assertThat(alert.level().isAtLeast(highest)).isTrue();
            assertThat(alerts().history(alert.id()))
                    .extracting(AlertEvent::revision)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, alert.revision()).boxed().toList());
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(sightings.stream()
                        .map(sighting -> sighting.post().id())
                        .distinct()
                        .toList());
    }

    @Test
    default void members_are_found_by_event_time() {
        Alert alert = record(post("p1").at(MORNING)).alert();
        record(post("p2").joins(alert).at(MORNING.plusSeconds(60)).about("A1", "C1"));
        record(post("p3").at(MORNING.plusSeconds(120)));
        assertThat(alerts().members(MORNING.plusSeconds(1), MORNING.plusSeconds(120)))
                .containsExactly(new AlertMember(
                        alert.id(),
                        "p2",
                        new Likeness("p2".hashCode(), ""),
                        Category.VIOLENCE_THREAT,
                        List.of("A1", "C1"),
                        MORNING.plusSeconds(60),
                        true));
        assertThat(alerts().members(MORNING, MORNING.plusSeconds(121))).hasSize(3);
    }

    @Test
    default void a_list_keeps_to_every_part_of_its_filter() {
        Alert red = record(post("p1").level(Level.RED).at(MORNING)).alert();
        Alert blue = record(post("p2")
                        .level(Level.BLUE)
                        .of(Category.FOOD_HYGIENE)
                        .about("B1")
                        .at(MORNING.plusSeconds(60)))
                .alert();
        Alert city = record(post("p3").about("C1").at(MORNING.plusSeconds(120))).alert();
        Alert verified = alerts().decide(city.id(), 1, AlertStatus.VERIFIED, "li", "");

        assertThat(ids(AlertFilter.ALL)).containsExactly(city.id(), blue.id(), red.id());
        assertThat(ids(AlertFilter.ALL.atLeast(Level.ORANGE))).containsExactly(city.id(), red.id());
        assertThat(ids(AlertFilter.ALL.withStatuses(Set.of(AlertStatus.VERIFIED))))
                .containsExactly(verified.id());
        assertThat(ids(AlertFilter.ALL.withSchools(Set.of("A1", "B1")))).containsExactly(blue.id(), red.id());
        assertThat(ids(AlertFilter.ALL.withCategory(Category.FOOD_HYGIENE))).containsExactly(blue.id());
        assertThat(ids(AlertFilter.ALL.withIds(Set.of(red.id(), "none")))).containsExactly(red.id());
        assertThat(ids(AlertFilter.ALL.withIds(Set.of()))).isEmpty();
        assertThat(ids(AlertFilter.ALL.from(MORNING.plusSeconds(60)).to(MORNING.plusSeconds(120))))
                .containsExactly(blue.id());
        assertThat(ids(AlertFilter.ALL.within(Scope.ofDistrict("新华区")))).containsExactly(city.id(), red.id());
        assertThat(ids(AlertFilter.ALL.within(Scope.ofPoliceUnit("新华分局")).within(Scope.ofEducationBureau("新华区教育局"))))
                .containsExactly(red.id());
    }

    @Test
    default void a_list_shows_exactly_what_a_scope_covers() {
        record(post("p1"));
        record(post("p2").about("B1", "C1"));
        record(post("p3").about("C1").routes(Route.POLICE_NOW));
        record(post("p4").perhapsAbout("B1"));
        record(post("p5").about().from("新华区"));
        record(post("p6").about().from("外地"));
        record(post("p7").about());
        record(post("p8").about("gone"));
        record(post("p9").perhapsAbout("A1").from("运河区"));
        List<Scope> scopes = List.of(
                Scope.EVERYTHING,
                Scope.ofDistrict("新华区"),
                Scope.ofDistrict("运河区"),
                Scope.ofPoliceUnit("新华分局"),
                Scope.ofPoliceUnit("运河分局"),
                Scope.ofEducationBureau("沧澜市教育局"),
                Scope.ofEducationBureau("新华区教育局"),
                Scope.ofSchool("A1"),
                Scope.ofSchool("C1"),
                new Scope("新华区", "运河分局", "", ""),
                new Scope("", "新华分局", "沧澜市教育局", ""));
        for (Scope scope : scopes) {
            assertThat(ids(AlertFilter.ALL.within(scope)))
                    .as("%s", scope)
                    .containsExactlyElementsOf(all().stream()
                            .filter(alert -> scope.covers(alert, World.SCHOOLS))
                            .map(Alert::id)
                            .toList());
        }
    }

    @Test
    default void pages_follow_each_other_without_gap_or_repetition() {
        for (int i = 0; i < 11; i++) {
            record(post("p" + i).at(MORNING.plusSeconds(i / 3)));
        }
        List<String> walked = new ArrayList<>();
        AlertFilter filter = AlertFilter.ALL.page(4, "");
        AlertPage page = alerts().list(filter);
        while (true) {
            assertThat(page.total()).isEqualTo(11);
            page.alerts().forEach(alert -> walked.add(alert.id()));
            if (page.next().isEmpty()) {
                break;
            }
            page = alerts().list(filter.page(4, page.next()));
        }
        assertThat(walked)
                .containsExactlyElementsOf(ids(AlertFilter.ALL))
                .hasSize(11)
                .doesNotHaveDuplicates();
    }

    private List<String> ids(AlertFilter filter) {
        return alerts().list(filter).alerts().stream().map(Alert::id).toList();
    }

    private List<Alert> all() {
        return alerts().list(AlertFilter.ALL.page(1000, "")).alerts();
    }

    private List<List<Delivery>> deliveries(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> register().deliveries().ofAlert(alert.id()))
                .toList();
    }

    /** Thirty posts of five events, with copies that are worse, better, of other schools, and edited ones. */
    private static List<Sighting> story() {
        List<Sighting> story = new ArrayList<>();
        Level[] levels = {Level.YELLOW, Level.ORANGE, Level.BLUE, Level.RED, Level.YELLOW, Level.ORANGE};
        String[] schools = {"A1", "A1", "B1", "A1", "C1", "A1"};
        for (int event = 0; event < 5; event++) {
            String first = "e" + event + "-0";
            for (int copy = 0; copy < 6; copy++) {
                String id = "e" + event + "-" + copy;
                story.add(post(id).joins(copy == 0 ? "" : first)
                        .level(levels[copy])
                        .about(schools[copy])
                        .at(MORNING.plusSeconds(event * 1000L + copy))
                        .seen());
                if (copy % 2 == 1) {
                    story.add(post(id).joins(first)
                            .level(levels[(copy + 1) % 6])
                            .of(Category.INCITEMENT)
                            .saying("改过的 " + id)
                            .at(MORNING.plusSeconds(event * 1000L + copy))
                            .collectedAfter(Duration.ofMinutes(30))
                            .seen());
                }
            }
        }
        return story;
    }

    static void inParallel(List<Callable<Void>> work) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Void> done : pool.invokeAll(work)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
