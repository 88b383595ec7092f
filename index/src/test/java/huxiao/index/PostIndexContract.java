package huxiao.index;

import static huxiao.index.PostFixture.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import huxiao.index.query.PostStatus;
import huxiao.index.query.Query;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Field;
import huxiao.model.Level;
import huxiao.model.Span;
import huxiao.model.Stance;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine promises. An engine's own test class says only how it starts. */
public abstract class PostIndexContract {
    private static final String AUTHOR = "5f2c9a0be17d4c3388aa01de4b6f7c90";

    @TempDir
    Path folder;

    private PostIndex index;

    /** A new, empty index. */
    protected abstract PostIndex open(Path dir, SearchContext context);

    @BeforeEach
    void openIndex() {
        index = open(folder, TestCity.CONTEXT);
    }

    @AfterEach
    void closeIndex() {
        index.close();
    }

    @Test
    void an_empty_index_finds_nothing() {
        SearchResult result =
                index.search(SearchRequest.first(new Query.Everything(), 10).withFacets());
        assertThat(result).isEqualTo(new SearchResult(0, List.of(), Optional.empty(), Facets.NONE));
        assertThat(index.count()).isZero();
        assertThat(index.get("a")).isEmpty();
    }

    @Test
    void a_post_comes_back_as_it_was_put() {
        IndexedPost full = post("a")
                .title("题目")
                .text("明天带刀 \"<b>&\u0000 😀")
                .source("news")
                .author(AUTHOR)
                .place("运东区")
                .judged(Level.RED, Category.VIOLENCE_THREAT)
                .stance(Stance.INTENT)
                .linked("CL001")
                .candidate("CL021")
                .alert("al-1")
                .written(7)
                .telling(30)
                .build();
        put(full);
        assertThat(index.get("a")).contains(full);
        assertThat(search("带刀").hits()).extracting(Hit::indexed).containsExactly(full);
    }

    @Test
    void similar_posts_are_those_that_tell_alike_nearest_first() {
        put(
                post("a").telling(0).build(),
                post("near").telling(10).build(),
                post("nearer").telling(-5).build(),
                post("other").telling(40).build(),
                post("unread").build());
        assertThat(similar("a", 10)).containsExactly("nearer", "near");
        assertThat(similar("a", 1)).containsExactly("nearer");
        assertThat(similar("unread", 10)).isEmpty();
        List<SimilarPost> found = index.similar(index.get("a").orElseThrow(), new Query.Everything(), 10);
        assertThat(found.get(1).similarity()).isEqualTo(Math.cos(Math.toRadians(10)), within(0.002));
        assertThat(found).extracting(SimilarPost::copy).containsOnly(false);
    }

    @Test
    void copies_are_similar_whatever_the_encoder_made_of_them_and_come_first() {
        long written = 0x123456789abcdef0L;
        put(
                post("a").written(written).telling(0).build(),
                post("copy").written(written ^ 0b1).build(),
                post("edited copy")
                        .written(written ^ (1L << 63) ^ (1L << 40) ^ (1L << 20))
                        .telling(20)
                        .build(),
                post("retold").written(~written).telling(1).build(),
                post("unlike").written(written ^ 0b11110).build(),
                post("empty").build());
        assertThat(similar("a", 10)).containsExactly("copy", "edited copy", "retold");
        List<SimilarPost> found = index.similar(index.get("a").orElseThrow(), new Query.Everything(), 1);
        assertThat(found).extracting(SimilarPost::copy).containsExactly(true);
        assertThat(found.get(0).similarity()).isEqualTo(63.0 / 64);
        assertThat(similar("empty", 10)).isEmpty();
    }

    @Test
    void equally_similar_posts_come_newest_first_then_by_id() {
        put(
                post("a").telling(0).build(),
                post("c").telling(3).at("2026-11-02T00:00:00Z").build(),
                post("b").telling(3).at("2026-11-02T00:00:00Z").build(),
                post("d").telling(3).at("2026-11-03T00:00:00Z").build());
        assertThat(similar("a", 10)).containsExactly("d", "b", "c");
    }

    @Test
    void similar_posts_are_looked_for_within_a_query() {
        put(
                post("a").telling(0).written(1).build(),
                post("here").telling(9).linked("CL001").build(),
                post("there").telling(1).linked("CL021").build(),
                post("copy there").written(1).linked("CL021").build());
        assertThat(index.similar(index.get("a").orElseThrow(), new Query.AtSchool("CL001"), 1))
                .extracting(similar -> similar.indexed().post().id())
                .containsExactly("here");
    }

    @Test
    void what_an_index_does_not_hold_can_be_compared_and_what_it_lost_is_not_found() {
        put(
                post("edited").telling(0).build(),
                post("deleted").telling(0).build(),
                post("stays").telling(0).build());
        put(post("edited").telling(90).build());
        index.delete(List.of("deleted"));
        index.refresh();
        assertThat(index.similar(post("new").telling(2).build(), new Query.Everything(), 10))
                .extracting(similar -> similar.indexed().post().id())
                .containsExactly("stays");
    }

    @Test
    void a_replayed_post_is_found_once() {
        IndexedPost same = post("a").text("带刀").build();
        put(same, same);
        put(same);
        assertThat(found("带刀")).containsExactly("a");
        assertThat(index.count()).isEqualTo(1);
    }

    @Test
    void an_edited_version_takes_the_place_of_the_older() {
        put(post("a").text("带刀").judged(Level.RED, Category.VIOLENCE_THREAT).build());
        put(post("a").text("已经没事了").build());
        assertThat(found("带刀")).isEmpty();
        assertThat(found("级别:红")).isEmpty();
        assertThat(found("没事")).containsExactly("a");
    }

    @Test
    void absent_posts_are_written_and_those_that_are_there_stay() {
        IndexedPost stays = post("a").text("带刀").build();
        put(stays);
        IndexedPost late = post("a").text("已经没事了").at("2025-01-01T00:00:00Z").build();
        IndexedPost first = post("b").text("带伞").build();
        IndexedPost second = post("b").text("带书").build();
        assertThat(index.putAbsent(List.of(late, first, second))).isEqualTo(1);
        assertThat(index.putAbsent(List.of(late, first))).isZero();
        index.refresh();
        assertThat(index.get("a")).contains(stays);
        assertThat(index.get("b")).contains(first);
        assertThat(index.count()).isEqualTo(2);
        assertThat(index.putAbsent(List.of())).isZero();
    }

    @Test
    void a_post_is_found_by_where_its_alert_stands() {
        put(
                post("harmless").at("2026-11-09T00:00:00Z").build(),
                alerted("fresh", "a").at("2026-11-08T00:00:00Z").build(),
                alerted("seen", "b")
                        .stands(AlertStatus.VERIFIED, 2)
                        .at("2026-11-07T00:00:00Z")
                        .build());
        assertThat(found("状态:无预警")).containsExactly("harmless");
        assertThat(found("状态:待核实")).containsExactly("fresh");
        assertThat(found("status:verified")).containsExactly("seen");
        assertThat(found("-status:none 状态:属实")).containsExactly("seen");
        assertThat(found("状态:已结案")).isEmpty();
        assertThat(statuses())
                .containsExactly(
                        Map.entry(PostStatus.UNVERIFIED, 1L),
                        Map.entry(PostStatus.VERIFIED, 1L),
                        Map.entry(PostStatus.NONE, 1L));
    }

    @Test
    void a_decision_reaches_every_post_of_its_alert_and_no_other() {
        IndexedPost first =
                alerted("p1", "a").text("带刀").at("2026-10-01T00:00:00Z").build();
        put(
                first,
                alerted("p2", "a").build(),
                alerted("p3", "b").build(),
                post("p4").build());
        mark(AlertState.of("a", AlertStatus.REJECTED, 2));
        assertThat(found("状态:不属实")).containsExactly("p2", "p1");
        assertThat(found("状态:待核实")).containsExactly("p3");
        assertThat(found("带刀 状态:不属实")).containsExactly("p1");
        assertThat(index.get("p1")).contains(first.in(AlertState.of("a", AlertStatus.REJECTED, 2)));
        assertThat(index.count()).isEqualTo(4);
        mark(AlertState.of("a", AlertStatus.VERIFIED, 3));
        assertThat(found("状态:不属实")).isEmpty();
        assertThat(statuses())
                .containsExactly(
                        Map.entry(PostStatus.UNVERIFIED, 1L),
                        Map.entry(PostStatus.VERIFIED, 2L),
                        Map.entry(PostStatus.NONE, 1L));
    }

    @Test
    void the_higher_revision_counts_whichever_comes_last() {
        put(alerted("p", "a").build());
        mark(AlertState.of("a", AlertStatus.CLOSED, 3));
        mark(AlertState.of("a", AlertStatus.VERIFIED, 2));
        mark(AlertState.of("a", AlertStatus.CLOSED, 3), AlertState.of("unknown", AlertStatus.VERIFIED, 7));
        assertThat(found("状态:已结案")).containsExactly("p");
        assertThat(found("状态:已核实")).isEmpty();
        index.mark(List.of());
    }

    @Test
    void a_decision_that_is_known_before_a_post_counts_when_the_post_comes() {
        index.mark(List.of(AlertState.of("a", AlertStatus.REJECTED, 2), AlertState.of("a", AlertStatus.UNVERIFIED, 1)));
        put(alerted("p", "a").build());
        assertThat(index.putAbsent(List.of(alerted("q", "a").build()))).isEqualTo(1);
        index.refresh();
        assertThat(found("状态:不属实")).containsExactly("p", "q");
    }

    @Test
    void a_post_that_is_put_again_keeps_the_newer_status() {
        IndexedPost old = alerted("p", "a").text("带刀").build();
        put(old);
        mark(AlertState.of("a", AlertStatus.REJECTED, 2));
        put(old);
        assertThat(found("带刀 状态:不属实")).containsExactly("p");
        put(alerted("p", "a").stands(AlertStatus.VERIFIED, 3).build());
        assertThat(found("状态:属实")).containsExactly("p");
        put(old);
        assertThat(found("状态:属实 带刀")).containsExactly("p");
        put(post("p").text("带刀").build());
        assertThat(found("状态:无预警")).containsExactly("p");
    }

    @Test
    void posts_of_a_merged_alert_belong_to_the_one_that_took_it_over() {
        put(
                alerted("p", "a").build(),
                alerted("q", "b").stands(AlertStatus.VERIFIED, 2).build());
        mark(new AlertState("a", AlertStatus.MERGED, 2, "b"), AlertState.of("b", AlertStatus.VERIFIED, 3));
        assertThat(found("状态:属实")).containsExactly("p", "q");
        assertThat(index.get("p").orElseThrow().alertId()).isEqualTo("b");
        put(alerted("late", "a").build());
        assertThat(index.get("late").orElseThrow().alertId()).isEqualTo("b");
        mark(new AlertState("b", AlertStatus.MERGED, 4, "c"));
        assertThat(found("状态:待核实")).containsExactly("late", "p", "q");
        mark(AlertState.of("c", AlertStatus.REJECTED, 2));
        put(alerted("p", "a").build());
        assertThat(found("状态:不属实")).containsExactly("late", "p", "q");
        assertThat(index.get("p").orElseThrow().alertId()).isEqualTo("c");
    }

    @Test
    void posts_that_a_person_parted_from_an_alert_are_found_in_the_other_with_its_status() {
        IndexedPost left =
                alerted("p", "a").text("带刀").stands(AlertStatus.VERIFIED, 2).build();
        put(
                left,
                alerted("q", "a").stands(AlertStatus.VERIFIED, 2).build(),
                post("calm").build());
        AlertState apart = AlertState.of("apart", AlertStatus.UNVERIFIED, 1);
        index.move(Map.of("p", apart, "never-seen", apart));
        index.refresh();
        assertThat(found("带刀 状态:待核实")).containsExactly("p");
        assertThat(found("状态:属实")).containsExactly("q");
        assertThat(index.get("p")).contains(left.in(apart));
        assertThat(index.get("never-seen")).isEmpty();
        assertThat(index.count()).isEqualTo(3);
        mark(AlertState.of("apart", AlertStatus.REJECTED, 2));
        assertThat(found("状态:不属实")).containsExactly("p");
        index.move(Map.of(
                "p", AlertState.of("a", AlertStatus.VERIFIED, 3), "q", AlertState.of("a", AlertStatus.VERIFIED, 3)));
        index.refresh();
        assertThat(found("状态:属实")).as("taken back").containsExactly("p", "q");
        index.move(Map.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void posts_and_decisions_end_the_same_in_whatever_order_they_come(long seed) {
        List<AlertState> states = List.of(
                AlertState.of("a", AlertStatus.VERIFIED, 2),
                AlertState.of("a", AlertStatus.CLOSED, 3),
                AlertState.of("b", AlertStatus.REJECTED, 2),
                AlertState.of("b", AlertStatus.VERIFIED, 3),
                new AlertState("c", AlertStatus.MERGED, 2, "b"));
        List<Runnable> steps = new ArrayList<>();
        states.forEach(state -> steps.add(() -> index.mark(List.of(state))));
        for (int i = 0; i < 9; i++) {
            IndexedPost post =
                    alerted("p" + i, List.of("a", "b", "c").get(i % 3)).build();
            steps.add(() -> index.put(List.of(post)));
        }
        // a replay
        steps.addAll(List.copyOf(steps));
        Collections.shuffle(steps, new Random(seed));
        steps.forEach(Runnable::run);
        index.refresh();
        assertThat(found("状态:已结案")).containsExactly("p0", "p3", "p6");
        assertThat(found("状态:已核实")).containsExactly("p1", "p2", "p4", "p5", "p7", "p8");
    }

    private static PostFixture alerted(String id, String alert) {
        return post(id).judged(Level.ORANGE, Category.BULLYING).alert(alert);
    }

    private void mark(AlertState... states) {
        index.mark(Arrays.asList(states));
        index.refresh();
    }

    private Map<PostStatus, Long> statuses() {
        return index.search(SearchRequest.first(new Query.Everything(), 0).withFacets())
                .facets()
                .statuses();
    }

    @Test
    void a_deleted_post_cannot_be_found_by_any_query() {
        put(post("a").text("带刀").linked("CL001").build(), post("b").text("带刀").build());
        index.delete(List.of("a", "never-seen"));
        index.refresh();
        assertThat(found("带刀")).containsExactly("b");
        assertThat(found("学校:CL001")).isEmpty();
        assertThat(found("*")).containsExactly("b");
        assertThat(index.get("a")).isEmpty();
        assertThat(index.count()).isEqualTo(1);
    }

    @Test
    void retention_counts_from_collection_and_keeps_alerts_longer() {
        put(
                post("old")
                        .at("2026-11-20T00:00:00Z")
                        .collected("2026-10-01T00:00:00Z")
                        .build(),
                post("old-alert")
                        .collected("2026-10-01T00:00:00Z")
                        .alert("al-1")
                        .build(),
                post("ancient-alert")
                        .collected("2024-10-01T00:00:00Z")
                        .alert("al-2")
                        .build(),
                post("limit").collected("2026-10-25T00:00:00Z").build(),
                post("new").collected("2026-11-20T00:00:00Z").build());
        long gone = index.deleteOlderThan(Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2024-11-24T00:00:00Z"));
        index.refresh();
        assertThat(gone).isEqualTo(2);
        assertThat(found("*")).containsExactlyInAnyOrder("old-alert", "limit", "new");
    }

    @Test
    void what_stays_is_found_as_before_when_deleted_text_is_expunged() {
        put(
                post("a").text("带刀").build(),
                post("b").text("带刀").build(),
                post("c").text("带刀").build());
        put(post("b").text("没事").build());
        index.delete(List.of("c"));
        Expunged expunged = index.expunge();
        assertThat(expunged.after()).isZero();
        assertThat(expunged.isComplete()).isTrue();
        assertThat(found("带刀")).containsExactly("a");
        assertThat(found("没事")).containsExactly("b");
        assertThat(index.count()).isEqualTo(2);
    }

    @Test
    void an_index_without_deleted_posts_has_nothing_to_expunge() {
        assertThat(index.expunge().isComplete()).isTrue();
        put(post("a").build());
        Expunged expunged = index.expunge();
        assertThat(expunged.before()).isZero();
        assertThat(expunged.rewritten()).isZero();
        assertThat(found("*")).containsExactly("a");
    }

    @Test
    void newest_comes_first_then_the_id_in_code_point_order() {
        put(
                post("b").at("2026-11-01T00:00:00Z").build(),
                post("\uFF21").at("2026-11-01T00:00:00Z").build(),
                post("\uD83D\uDE00").at("2026-11-01T00:00:00Z").build(),
                post("a").at("2026-11-01T00:00:00Z").build(),
                post("z").at("2026-11-02T00:00:00Z").build(),
                post("before-1970").at("1969-01-01T00:00:00Z").build());
        assertThat(found("*")).containsExactly("z", "a", "b", "\uFF21", "\uD83D\uDE00", "before-1970");
    }

    @Test
    void a_time_claimed_in_the_future_counts_as_that_of_collection() {
        put(
                post("liar")
                        .at("2099-01-01T00:00:00Z")
                        .collected("2026-11-01T00:00:00Z")
                        .build(),
                post("honest").at("2026-11-02T00:00:00Z").build(),
                post("absurd").at(Instant.MIN).collected("2026-11-01T00:00:00Z").build());
        assertThat(found("*")).containsExactly("honest", "liar", "absurd");
    }

    @Test
    void pages_by_cursor_meet_every_post_once_whatever_the_size() {
        put(many(53));
        List<String> all = found("*");
        assertThat(all).hasSize(53);
        for (int size : new int[] {1, 7, 52, 53, 54}) {
            List<String> seen = new ArrayList<>();
            SearchRequest request = SearchRequest.first(new Query.Everything(), size);
            Optional<Cursor> next;
            do {
                SearchResult page = index.search(request);
                assertThat(page.total()).isEqualTo(53);
                ids(page).forEach(seen::add);
                next = page.next().map(Cursor::encode).map(Cursor::decode);
                request = next.map(request::after).orElse(request);
            } while (next.isPresent());
            assertThat(seen).isEqualTo(all);
        }
    }

    @Test
    void a_cursor_outlives_the_post_it_names() {
        put(many(5));
        SearchResult first = index.search(SearchRequest.first(new Query.Everything(), 2));
        List<String> all = found("*");
        index.delete(List.of(ids(first).get(1)));
        index.refresh();
        SearchResult second = index.search(SearchRequest.first(new Query.Everything(), 10)
                .after(first.next().orElseThrow()));
        assertThat(ids(second)).isEqualTo(all.subList(2, 5));
    }

    @Test
    void a_stream_has_no_limit_and_the_same_order() {
        put(many(1_500));
        try (Stream<Hit> hits = index.stream(new Query.Everything())) {
            assertThat(hits.map(hit -> hit.indexed().post().id())).isEqualTo(found("*", 2_000));
        }
    }

    @Test
    void a_stream_does_not_see_what_is_written_meanwhile() {
        put(many(1_000));
        try (Stream<Hit> hits = index.stream(new Query.Everything())) {
            var iterator = hits.iterator();
            iterator.next();
            put(post("late").at("1990-01-01T00:00:00Z").build());
            List<String> rest = new ArrayList<>();
            iterator.forEachRemaining(hit -> rest.add(hit.indexed().post().id()));
            assertThat(rest).hasSize(999).doesNotContain("late");
        }
    }

    @Test
    void a_limit_of_zero_gives_the_total_and_the_facets() {
        put(many(3));
        SearchRequest none = SearchRequest.first(new Query.Everything(), 0);
        assertThat(index.search(none)).isEqualTo(new SearchResult(3, List.of(), Optional.empty(), Facets.NONE));
        assertThat(index.search(none.withFacets()).facets().levels()).containsExactly(Map.entry(Level.NONE, 3L));
    }

    @Test
    void facets_count_all_that_matches_not_the_page() {
        put(
                post("a")
                        .text("打架")
                        .judged(Level.ORANGE, Category.VIOLENCE_INCIDENT, Category.BULLYING)
                        .linked("CL001", "CL021")
                        .build(),
                post("b")
                        .text("打架")
                        .judged(Level.YELLOW, Category.BULLYING)
                        .linked("CL021")
                        .build(),
                post("c").text("打架").candidate("CL022").build(),
                post("d")
                        .text("食堂")
                        .judged(Level.RED, Category.FOOD_HYGIENE)
                        .linked("CL022")
                        .build());
        Facets facets =
                index.search(SearchRequest.first(parse("打架"), 1).withFacets()).facets();
        assertThat(facets.levels())
                .containsExactly(Map.entry(Level.NONE, 1L), Map.entry(Level.YELLOW, 1L), Map.entry(Level.ORANGE, 1L));
        assertThat(facets.categories())
                .containsExactly(Map.entry(Category.VIOLENCE_INCIDENT, 1L), Map.entry(Category.BULLYING, 2L));
        assertThat(facets.schools()).containsExactly(Map.entry("CL021", 2L), Map.entry("CL001", 1L));
    }

    @Test
    void facets_count_by_stance_source_and_hour_of_the_week_in_china() {
        put(
                post("a")
                        .at("2026-11-22T16:00:00Z")
                        .source("Forum")
                        .stance(Stance.INTENT)
                        .build(),
                post("b").at("2026-11-22T15:59:59Z").source("forum").build(),
                post("c").at("2026-11-29T16:30:00Z").source("").build(),
                post("d").at("1969-12-31T23:00:00Z").source("news").build());
        Facets facets = index.search(
                        SearchRequest.first(new Query.Everything(), 0).withFacets())
                .facets();
        assertThat(facets.stances()).containsExactly(Map.entry(Stance.INTENT, 1L), Map.entry(Stance.OPINION, 3L));
        assertThat(facets.sources()).containsExactly(Map.entry("forum", 2L), Map.entry("news", 1L));
        assertThat(facets.hoursOfWeek())
                .containsExactly(Map.entry(0, 2L), Map.entry(3 * 24 + 7, 1L), Map.entry(167, 1L));
    }

    @Test
    void facets_count_a_post_once_under_each_district_of_its_source_and_its_schools() {
        put(
                post("both").place("运东区").linked("CL001", "CL021").build(),
                post("two").place("运东区").linked("CL022").build(),
                post("school").linked("CL021").build(),
                post("unsure").candidate("CL022").build(),
                post("unknown").linked("CL999").build(),
                post("outside").place("Ｘ区").build(),
                post("spaces").place(" 河畔区 ").build());
        Facets facets = index.search(
                        SearchRequest.first(new Query.Everything(), 0).withFacets())
                .facets();
        assertThat(facets.districts()).containsExactly(Map.entry("运东区", 3L), Map.entry("河畔区", 2L), Map.entry("x区", 1L));
        facets.districts()
                .forEach((district, count) -> assertThat(found("区:" + district)).hasSize(count.intValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "HOUR, 2026-10-31T23:00 1 2026-11-01T00:00 2 2026-11-02T00:00 1",
        "DAY, 2026-10-31T00:00 1 2026-11-01T00:00 2 2026-11-02T00:00 1",
        "WEEK, 2026-10-26T00:00 3 2026-11-02T00:00 1",
        "MONTH, 2026-10-01T00:00 1 2026-11-01T00:00 3",
    })
    void a_histogram_counts_by_the_calendar_of_china(CalendarUnit unit, String counts) {
        put(
                post("a").text("带刀").at("2026-10-31T15:59:59.999Z").build(),
                post("b").text("带刀").at("2026-10-31T16:00:00Z").build(),
                post("c").text("带刀").at("2026-10-31T16:59:59Z").build(),
                post("d").text("带刀").at("2026-11-01T16:00:00Z").build(),
                post("e").text("天气").at("2026-11-01T16:00:00Z").build());
        Facets facets = index.search(SearchRequest.first(parse("带刀"), 1).withHistogram(unit))
                .facets();
        assertThat(facets.histogram().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(counts);
        assertThat(facets.levels()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CalendarUnit.class)
    void a_histogram_knows_absurd_times_and_old_clocks(CalendarUnit unit) {
        put(
                post("absurd").at(Instant.MIN).collected("2026-11-01T00:00:00Z").build(),
                post("old").at("1900-01-01T00:00:00Z").build(),
                post("summer").at("1988-07-01T15:30:00Z").build());
        assertThat(index.search(SearchRequest.first(new Query.Everything(), 0).withHistogram(unit))
                        .facets()
                        .histogram()
                        .keySet())
                .containsExactly(
                        unit.startOf(
                                LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.MIN_VALUE), SearchContext.CHINA)),
                        unit.startOf(LocalDateTime.parse("1900-01-01T08:05:43")),
                        unit.startOf(LocalDateTime.parse("1988-07-02T00:30:00")));
    }

    @Test
    void a_histogram_of_too_many_stretches_is_refused() {
        put(IntStream.rangeClosed(0, TooManyBucketsException.LIMIT)
                .mapToObj(i ->
                        post("p" + i).at(TestCity.NOW.minusSeconds(i * 3_600L)).build())
                .toArray(IndexedPost[]::new));
        SearchRequest request = SearchRequest.first(parse("时间>=近999小时"), 0);
        assertThat(index.search(request.withHistogram(CalendarUnit.HOUR))
                        .facets()
                        .histogram())
                .hasSize(TooManyBucketsException.LIMIT);
        SearchRequest all = SearchRequest.first(new Query.Everything(), 0);
        assertThatThrownBy(() -> index.search(all.withHistogram(CalendarUnit.HOUR)))
                .isInstanceOf(TooManyBucketsException.class)
                .hasMessageContaining("longer unit");
        assertThat(index.search(all.withHistogram(CalendarUnit.MONTH)).facets().histogram())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "明天有人带刀去市一中门口",
                "带刀",
                "不要带刀具",
                "携带刀具的人",
                "皮带刀片",
                "他 带 刀 了",
                "带\u200B刀",
                "听说：带刀！",
            })
    void a_string_is_found_however_the_segmenter_cut_around_it(String text) {
        put(post("a").text(text).build(), post("b").text("带着水果和刀").build());
        assertThat(found("带刀")).containsExactly("a");
        assertThat(found("\"带刀\"")).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({
        "市一中, 今天市一中放假, true",
        "市一中, 本市一中学生, true",
        "市一中, 全市第一中学, false",
        "中, 本市一中学生, true",
        "刀, 不要带刀具, true",
        "刀, 剑, false",
        "abc, 找ABC老师, true",
        "abc, 找ａｂｃ老师, true",
        "ab, 找abc老师, false",
        "110, 快打110报警, true",
        "11, 快打110报警, false",
        "😀, 哈哈😀, true",
        "学校, 學校門口, true",
        "带刀, 帶刀, true",
        "来了带刀, 来了。带刀, false",
        "'\"来了，带刀\"', 来了。带刀, true",
        "'\"来了，带刀\"', 来了带刀, false",
        "'\"来，了，带刀\"', 来！了！！带刀, true",
        "'\"来，了，带刀\"', 来！了！！吧带刀, false",
        "'\"来了，带刀\"', 来了吧带刀, false",
        "'\"来了，带\"', 来了！带刀, true",
        "'\"来，了\"', 来！了吧, true",
        "'\"明天 带刀\"', 明天带刀, true",
        "'\"带刀 明天\"', 明天带刀, false",
    })
    void words_and_phrases_match_by_their_characters(String query, String text, boolean matches) {
        put(post("a").text(text).build());
        assertThat(found(query)).isEqualTo(matches ? List.of("a") : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "带刀 NEAR/2 学校, 带刀去学校, true",
        "带刀 NEAR/1 学校, 带刀去学校, true",
        "带刀 NEAR/0 学校, 带刀去学校, false",
        "学校 NEAR/1 带刀, 带刀去学校, true",
        "学校 NEAR/0 带刀, 带刀学校, true",
        "带刀 邻近/1 学校, 带刀去学校, true",
        "带刀 ＮＥＡＲ／１ 学校, 带刀去学校, true",
        "带刀 NEAR/1 学校, 带刀，学校, true",
        "带刀 NEAR/0 学校, 带刀，学校, false",
        "带刀 NEAR/0 学校, 带 刀 学 校, true",
        "刀 NEAR/3 门, 刀在学校门口, true",
        "刀 NEAR/2 门, 刀在ABC门口, true",
        "刀 NEAR/1 门, 刀在ABC门口, false",
        "刀 NEAR/1 门, 刀在学校门口, false",
        "带刀 NEAR/5 刀具, 携带刀具, false",
        "带刀 NEAR/5 刀具, 携带刀具和刀具, true",
        "打 NEAR/5 打, 打, false",
        "打 NEAR/5 打, 打来打去, true",
        "哈哈 NEAR/0 哈哈, 哈哈哈, false",
        "哈哈 NEAR/0 哈哈, 哈哈哈哈, true",
        "带刀 NEAR/2 学校, 學校有人帶刀, true",
        "帶刀 NEAR/2 學校, 带刀去学校, true",
        "'\"来了，带刀\" NEAR/1 学校', 来了！带刀去学校, true",
        "'\"来了，带刀\" NEAR/1 学校', 来了吧带刀去学校, false",
        "'学校 NEAR/1 \"明天 带刀\"', 明天带刀去学校, true",
        "带刀 NEAR/50 学校, 带刀一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十学校, true",
        "带刀 NEAR/50 学校, 带刀一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十零学校, false",
        "abc NEAR/1 110, ABC打110, true",
        "学校 NEAR/1 带刀 门口, 带刀去学校门口, true",
        "NOT 学校 NEAR/1 带刀, 带刀去学校, false",
        "-学校 NEAR/0 带刀, 带刀去学校, true",
        "天气 OR 学校 NEAR/1 带刀, 带刀去学校, true",
    })
    void near_counts_what_lies_between_in_either_order(String query, String text, boolean matches) {
        put(post("a").text(text).build());
        assertThat(found(query)).isEqualTo(matches ? List.of("a") : List.of());
    }

    @Test
    void near_is_in_the_title_or_in_the_text_never_across() {
        put(
                post("title").title("带刀去学校").text("学").build(),
                post("across").title("带刀").text("学校").build(),
                post("text").title("学").text("有人带刀去学校").build());
        assertThat(found("带刀 NEAR/50 学校")).containsExactly("text", "title");
        assertThat(found("学校 NEAR/50 带刀")).containsExactly("text", "title");
    }

    @Test
    void near_may_count_words_where_the_segmenter_finds_both() {
        put(post("a").text("带刀市一中学校").build());
        assertThat(found("带刀 NEAR/1 学校")).containsExactly("a");
        assertThat(found("带刀 NEAR/0 学校")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "带刀, true",
        "刀, true",
        "呆刀, true",
        "呆, true",
        "'\"明天带刀去\"', true",
        "天带, true",
        "带刀 NEAR/1 学校, true",
        "呆刀 NEAR/1 学校, true",
        "带刀去学, true",
        "带刀呆刀, false",
        "-带刀, false",
        "带刀 学校, true",
        "带枪, false",
    })
    void a_hidden_word_is_found_as_it_is_written_and_as_it_was_read(String query, boolean matches) {
        put(post("a").text("明天呆刀去学校").hidden("呆刀", "带刀").build());
        assertThat(found(query)).isEqualTo(matches ? List.of("a") : List.of());
    }

    @Test
    void a_hidden_word_is_marked_as_the_author_wrote_it() {
        put(post("a").text("明天k去，呆*刀去").hidden("k", "砍人").hidden("呆*刀", "带刀").build());
        assertThat(search("带刀").hits().get(0).highlights()).containsExactly(new Span(Field.TEXT, 5, 8, "呆*刀"));
        assertThat(search("砍 OR 明天").hits().get(0).highlights())
                .containsExactly(new Span(Field.TEXT, 0, 2, "明天"), new Span(Field.TEXT, 2, 3, "k"));
        assertThat(search("\"去，带刀去\"").hits().get(0).highlights())
                .containsExactly(new Span(Field.TEXT, 3, 9, "去，呆*刀去"));
    }

    @Test
    void what_a_hidden_word_was_read_as_is_in_no_other_post_and_never_across_title_and_text() {
        put(
                post("a").title("带刀").text("呆刀").hidden("呆刀", "学校").build(),
                post("b").title("带刀").text("呆刀").build());
        assertThat(found("学校")).containsExactly("a");
        assertThat(found("带刀 NEAR/50 学校")).isEmpty();
        assertThat(found("呆刀 NEAR/50 学校")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wx*, 加WX12345看, true",
        "wx*, 加ｗｘ看, true",
        "WX＊, 加wx看, true",
        "wx*, 加awx1看, false",
        "wx*, 加w x1看, false",
        "wx*9, 加wx1239看, true",
        "wx*9, 加wx1238看, false",
        "c?t, a cat sat, true",
        "c?t, a cht sat, true",
        "c?t, a ct sat, false",
        "c?t, a coat sat, false",
        "c?t, c的t, false",
        "ab*, ab，cd, true",
        "ab*cd, ab，cd, false",
        "ab*cd, abcd, true",
        "ab*ab, aba, false",
        "ab*b?b, abxbbxb, true",
        "ab**, abc, true",
        "1?0, 打110, true",
        "what?, what now, true",
        "что*, чтобы, true",
        "wx* 看, 加wx1看, true",
        "-wx*, 加wx1看, false",
    })
    void a_wildcard_stands_for_letters_and_digits_of_one_run(String query, String text, boolean matches) {
        put(post("a").text(text).build());
        assertThat(found(query)).isEqualTo(matches ? List.of("a") : List.of());
    }

    @Test
    void a_wildcard_finds_runs_in_the_title_too_and_marks_them() {
        put(post("a").title("WX1").text("加wx22，qq").build());
        assertThat(search("wx*").hits().get(0).highlights())
                .containsExactly(new Span(Field.TITLE, 0, 3, "WX1"), new Span(Field.TEXT, 1, 5, "wx22"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aa*a*a*b",
                "aa*a*a*a*",
                "aa*b???a",
                "aaaaaaaaaaaaaaaa*aaaaaaaaaaaaaaaa*aaaaaaaaaaaaaaaa*aaaaaaaaaaab*",
                "ab*ba*ab*baaaaaaaaaabbbbbbbbbbbabababababababababaaaaab*b"
            })
    @Timeout(60)
    void the_worst_wildcards_are_answered(String query) {
        Random random = new Random(3);
        put(IntStream.range(0, 200)
                .mapToObj(i -> post("p" + i)
                        .text("aa" + "a".repeat(random.nextInt(62)) + " "
                                + random.ints(62, 'a', 'c')
                                        .mapToObj(Character::toString)
                                        .collect(Collectors.joining()))
                        .build())
                .toArray(IndexedPost[]::new));
        assertThat(search(query).total()).isLessThanOrEqualTo(200);
        assertThat(found("zz*")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "时段:22..6, friday-night monday-dawn",
        "时段:23, friday-night",
        "hour:０..8, tuesday monday-dawn",
        "时段:6, monday-dawn",
        "时段:9..5, friday-night",
        "星期:一..五, friday-night tuesday monday-dawn",
        "星期:五, friday-night",
        "星期:周二, tuesday",
        "weekday:fri..mon, friday-night monday-dawn",
        "星期:天, ''",
        "时段:8 星期:二, tuesday",
        "-星期:五, tuesday monday-dawn",
    })
    void hours_and_days_are_those_of_the_clocks_in_china(String query, String ids) {
        put(
                post("friday-night").at("2026-11-20T15:59:59Z").build(),
                post("tuesday").at("2026-11-17T00:00:00Z").build(),
                post("monday-dawn").at("2026-11-15T22:59:59Z").build());
        assertThat(found(query)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }

    @Test
    void the_title_is_searched_and_no_phrase_reaches_into_the_text() {
        put(post("a").title("明天").text("带刀").build());
        assertThat(found("明天 带刀")).containsExactly("a");
        assertThat(found("明天带刀")).isEmpty();
        assertThat(found("\"明天，带刀\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "带刀 食堂, b",
        "带刀 AND 食堂, b",
        "带刀 与 食堂, b",
        "带刀 OR 食堂, a b c",
        "带刀 或 食堂, a b c",
        "带刀 -食堂, a",
        "带刀 NOT 食堂, a",
        "带刀 非 食堂, a",
        "-带刀, c d",
        "-带刀 -食堂, d",
        "NOT (带刀 OR 食堂), d",
        "NOT NOT 带刀, a b",
        "(带刀 OR 食堂) -（带刀 食堂）, a c",
        "带刀 OR 打架 食堂, a b",
        "*, a b c d",
        "'', a b c d",
        "-*, ''",
    })
    void operators_combine(String query, String ids) {
        put(
                post("a").text("带刀").build(),
                post("b").text("食堂有人带刀").build(),
                post("c").text("食堂").build(),
                post("d").text("天气").build());
        assertThat(found(query)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "级别:橙, orange",
        "级别>=橙, red orange",
        "级别>橙, red",
        "级别<=蓝, none",
        "级别<橙, yellow none",
        "级别:黄..橙, orange yellow",
        "level：RED, red",
        "级别＞＝红色, red",
        "类别:欺凌, orange yellow",
        "category:violence_incident, orange",
        "立场:目击, orange",
        "stance:opinion, red yellow none",
        "学校:市一中, red",
        "学校:CL001, red",
        "学校:实验小学, orange yellow",
        "学校:运东区实验小学, orange",
        "区:运东区, red orange none",
        "区:河畔区, yellow",
        "来源:NEWS, none",
        "source:forum, red orange yellow",
        "区:运东区 -学校:市一中, orange none",
    })
    void fields_compare(String query, String ids) {
        put(
                post("red")
                        .at("2026-11-04T00:00:00Z")
                        .judged(Level.RED, Category.VIOLENCE_THREAT)
                        .linked("CL001")
                        .candidate("CL022")
                        .build(),
                post("orange")
                        .at("2026-11-03T00:00:00Z")
                        .judged(Level.ORANGE, Category.VIOLENCE_INCIDENT, Category.BULLYING)
                        .stance(Stance.WITNESS)
                        .linked("CL021")
                        .build(),
                post("yellow")
                        .at("2026-11-02T00:00:00Z")
                        .judged(Level.YELLOW, Category.BULLYING)
                        .linked("CL022")
                        .build(),
                post("none")
                        .at("2026-11-01T00:00:00Z")
                        .source("news")
                        .place("运东区")
                        .build());
        assertThat(found(query)).isEqualTo(List.of(ids.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "时间:今天, today",
        "时间:昨天, yesterday",
        "时间:2026-11-23, yesterday",
        "时间>2026-11-23, today",
        "时间>=2026-11-23, today yesterday",
        "时间<2026-11-23, week month",
        "时间<=2026-11-23, yesterday week month",
        "时间:近24小时, today",
        "时间:近7天, today yesterday week",
        "时间:2026-10, month",
        "时间:2026-10..2026-11-18, week month",
        "时间:2026-11-18..昨天, yesterday week",
        "time:2026-11-23T01:30:00Z, yesterday",
        "time>2026-11-23T09:29:59+08:00, today yesterday",
        "time>2026-11-23T09:30:00+08:00, today",
        "时间:2026-11-20..2026-11-19, ''",
    })
    void times_are_days_in_china(String query, String ids) {
        put(
                post("today").at("2026-11-23T16:00:00Z").build(),
                post("yesterday").at("2026-11-23T01:30:00Z").build(),
                post("week").at("2026-11-17T16:00:00Z").build(),
                post("month").at("2026-10-31T15:59:59.999Z").build());
        assertThat(found(query)).isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }

    @Test
    void highlights_point_into_the_authors_own_characters() {
        put(post("a").title("市一中").text("有人說：明天帶刀，去市一中！带 刀。食堂").build());
        Hit hit = search("带刀 一中 -打架").hits().get(0);
        assertThat(hit.highlights())
                .containsExactly(
                        new Span(Field.TITLE, 1, 3, "一中"),
                        new Span(Field.TEXT, 6, 8, "帶刀"),
                        new Span(Field.TEXT, 11, 13, "一中"),
                        new Span(Field.TEXT, 14, 17, "带 刀"));
        assertThat(search("级别:无").hits().get(0).highlights()).isEmpty();
        assertThat(search("人 NEAR/5 食堂 OR 食堂 NEAR/5 刀").hits().get(0).highlights())
                .extracting(Span::text)
                .containsExactly("人", "刀", "刀", "食堂");
    }

    @Test
    void no_field_and_no_word_reaches_the_author() {
        put(post("a").author(AUTHOR).text("带刀").build());
        assertThat(found(AUTHOR)).isEmpty();
        assertThat(found("\"" + AUTHOR + "\"")).isEmpty();
        for (String field : List.of("级别", "类别", "学校", "时间", "区", "来源", "立场", "author", "作者", "id", "post", "json")) {
            assertThat(foundOrRefused(field + ":" + AUTHOR)).as(field).isEmpty();
        }
    }

    @Test
    void hostile_texts_and_times_are_taken_and_found() {
        put(
                post("long-run").text("x".repeat(100_000)).build(),
                post("surrogate").text("\uD800带刀\uDC00").build(),
                post("control")
                        .text("\u001F带\u001F刀\u0000")
                        .place("区".repeat(40_000))
                        .build(),
                post("blank").title(" ").text("").source("").build());
        assertThat(found("带刀")).containsExactly("control", "surrogate");
        assertThat(found("x".repeat(200))).containsExactly("long-run");
        assertThat(found("*")).hasSize(4);
        assertThat(search("带刀").hits().get(1).highlights()).containsExactly(new Span(Field.TEXT, 1, 3, "带刀"));
    }

    @Test
    void the_biggest_query_is_answered() {
        put(post("a").text("哈".repeat(5_000)).build());
        assertThat(found("\"" + "哈".repeat(3_990) + "\"")).containsExactly("a");
        String many = String.join(" OR ", Collections.nCopies(256, "哈"));
        assertThat(found(many)).containsExactly("a");
        String near = String.join(" AND ", Collections.nCopies(QueryParser.MAX_NEAR_LENGTH / 2, "哈 NEAR/50 哈"));
        assertThat(found(near + " 哈".repeat(128))).containsExactly("a");
        String long64 = "哈".repeat(QueryParser.MAX_NEAR_LENGTH / 2);
        assertThat(found(long64 + " NEAR/50 " + long64)).containsExactly("a");
    }

    @Test
    void the_deepest_query_is_answered() {
        put(post("a").text("带刀").build(), post("b").text("食堂").build());
        String deep = "带刀";
        for (int depth = 1; depth <= QueryParser.MAX_DEPTH; depth++) {
            deep = "(" + deep + (depth % 2 == 0 ? " OR 天气)" : " 带刀)");
        }
        assertThat(found(deep)).containsExactly("a");
        assertThat(found("NOT ".repeat(QueryParser.MAX_DEPTH) + "带刀")).containsExactly("a");
        String near = "\"带\" NEAR/0 \"刀\"";
        for (int depth = 1; depth <= QueryParser.MAX_DEPTH; depth++) {
            near = "(" + near + (depth % 2 == 0 ? " OR 天气)" : " 带刀)");
            assertThat(found(near)).containsExactly("a");
        }
    }

    @Test
    void the_longest_id_is_kept_whole() {
        String almost = "学".repeat(IndexedPost.MAX_ID_LENGTH - 1);
        put(post(almost + "a").build(), post(almost + "b").build());
        assertThat(found("*")).containsExactly(almost + "a", almost + "b");
        assertThat(index.get(almost + "b").orElseThrow().post().id()).isEqualTo(almost + "b");
    }

    @Test
    void a_version_that_claims_another_month_takes_the_place_of_the_older() {
        put(post("a").at("2026-10-01T00:00:00Z").text("带刀").build());
        put(post("a").at("2026-11-01T00:00:00Z").text("没事").build());
        assertThat(found("*")).containsExactly("a");
        assertThat(found("带刀")).isEmpty();
        index.put(List.of(post("a").at("2026-09-01T00:00:00Z").text("带刀").build()));
        put(post("a").at(Instant.MIN).text("又没事").build());
        assertThat(found("*")).containsExactly("a");
        assertThat(found("带刀")).isEmpty();
        index.put(List.of(post("a").at("2026-10-01T00:00:00Z").build()));
        index.delete(List.of("a"));
        index.refresh();
        assertThat(found("*")).isEmpty();
    }

    @Test
    void an_id_that_no_engine_can_keep_is_refused() {
        assertThatThrownBy(() -> post("x".repeat(1_025)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1024");
        assertThatThrownBy(() -> post("a\uD800").build()).isInstanceOf(IllegalArgumentException.class);
    }

    private void put(IndexedPost... posts) {
        index.put(Arrays.asList(posts));
        index.refresh();
    }

    private static IndexedPost[] many(int count) {
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> post("p" + i)
                        .at(TestCity.NOW.minusSeconds(random.nextInt(count / 3 + 1)))
                        .build())
                .toArray(IndexedPost[]::new);
    }

    private static Query parse(String query) {
        return TestCity.PARSER.parse(query);
    }

    private SearchResult search(String query) {
        return index.search(SearchRequest.first(parse(query), 100));
    }

    private List<String> similar(String id, int limit) {
        return index.similar(index.get(id).orElseThrow(), new Query.Everything(), limit).stream()
                .map(similar -> similar.indexed().post().id())
                .toList();
    }

    private List<String> found(String query) {
        return found(query, 100);
    }

    private List<String> found(String query, int limit) {
        SearchResult result = index.search(SearchRequest.first(parse(query), limit));
        assertThat(result.total()).isEqualTo(result.hits().size());
        return ids(result);
    }

    private List<String> foundOrRefused(String query) {
        try {
            return found(query);
        } catch (QueryException e) {
            return List.of();
        }
    }

    private static List<String> ids(SearchResult result) {
        return result.hits().stream().map(hit -> hit.indexed().post().id()).toList();
    }
}
