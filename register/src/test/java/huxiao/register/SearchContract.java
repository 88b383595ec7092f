package huxiao.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import huxiao.model.Json;
import huxiao.model.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people keep searching for, and what is found for them. */
interface SearchContract extends RegisterFixture {
    private SearchBook searches() {
        return register().searches();
    }

    /** Two people with accounts. */
    private void people() {
        for (String login : List.of("li", "wang")) {
            register().accounts().put(Account.of(login, login, Role.ANALYST, Scope.EVERYTHING, "x"), "test");
        }
    }

    private static SearchDraft draft(String name) {
        return new SearchDraft(name, "带刀 级别>=橙", true);
    }

    private SavedSearch saved(String name, String owner) {
        SavedSearch search = searches().create(draft(name), owner, 10);
        clock().advance(Duration.ofSeconds(1));
        return search;
    }

    private static HitReader reader(String owner) {
        return new HitReader(owner, Level.NONE, Scope.EVERYTHING);
    }

    private SearchHit hit(SavedSearch search, String post, Level level, String... schools) {
        return new SearchHit(search.id(), post, level, List.of(schools), clock().instant());
    }

    private List<String> found(SavedSearch search, HitReader reader) {
        return searches().hits(search.id(), reader.page(100, "")).posts().stream()
                .map(FoundPost::postId)
                .toList();
    }

    @Test
    default void a_search_is_its_owners_alone() {
        people();
        SavedSearch search = saved("刀", "li");
        assertThat(search.revision()).isEqualTo(1);
        assertThat(searches().find(search.id(), "li")).contains(search);
        assertThat(searches().list("li")).containsExactly(search);
        assertThat(searches().list("wang")).isEmpty();
        assertThat(searches().find(search.id(), "wang")).isEmpty();
        searches().put(List.of(hit(search, "p1", Level.RED, "A1")), 1000);
        assertThatThrownBy(() -> searches().update(search.id(), 1, draft("mine"), "wang"))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> searches().end(search.id(), 1, "wang")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> searches().hits(search.id(), reader("wang")))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> searches().seen(search.id(), clock().instant(), "wang"))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(searches().unseen(reader("wang"))).isEmpty();
        assertThat(searches().announced(reader("wang"))).isZero();
        assertThat(found(search, reader("li"))).containsExactly("p1");
    }

    @Test
    default void a_search_changes_only_from_the_revision_that_was_read() {
        people();
        SavedSearch search = saved("刀", "li");
        SavedSearch changed = searches().update(search.id(), 1, new SearchDraft("枪", "枪", false), "li");
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.query()).isEqualTo("枪");
        assertThat(changed.announced()).isFalse();
        assertThatThrownBy(() -> searches().update(search.id(), 1, draft("刀"), "li"))
                .isInstanceOfSatisfying(StaleRevisionException.class, stale -> assertThat(stale.actual())
                        .isEqualTo(2));
        assertThatThrownBy(() -> searches().end(search.id(), 1, "li")).isInstanceOf(StaleRevisionException.class);
        assertThat(searches().list("li")).containsExactly(changed);
    }

    @Test
    default void one_person_keeps_so_many_and_another_as_many_again() {
        people();
        SavedSearch first = searches().create(draft("a"), "li", 2);
        searches().create(draft("b"), "li", 2);
        assertThatThrownBy(() -> searches().create(draft("c"), "li", 2))
                .isInstanceOfSatisfying(TooManySearchesException.class, full -> assertThat(full.most())
                        .isEqualTo(2));
        searches().create(draft("a"), "wang", 2);
        searches().end(first.id(), 1, "li");
        searches().create(draft("c"), "li", 2);
        assertThat(searches().list("li")).extracting(SavedSearch::name).containsExactlyInAnyOrder("b", "c");
        assertThatThrownBy(() -> searches().create(draft("a"), "nobody", 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void the_job_hears_of_every_change_but_not_whose_search_it_is() {
        people();
        SavedSearch search = saved("我的搜索", "li");
        searches().update(search.id(), 1, new SearchDraft("枪", "枪", false), "li");
        SavedSearch other = saved("火", "wang");
        assertThat(register().changes().after(ChangePosition.START, 10))
                .extracting(RegisterChange::kind, RegisterChange::id, RegisterChange::school, RegisterChange::revision)
                .containsExactly(
                        tuple("search", search.id(), "", 1),
                        tuple("search", search.id(), "", 2),
                        tuple("search", other.id(), "", 1));

        searches().end(search.id(), 2, "li");
        List<RegisterChange> feed = register().changes().after(ChangePosition.START, 10);
        assertThat(feed)
                .as("of an ended search only its end")
                .extracting(RegisterChange::id, RegisterChange::revision)
                .containsExactly(tuple(other.id(), 1), tuple(search.id(), 3));
        assertThat(feed)
                .extracting(change -> Json.read(change.payload(), SearchChange.class))
                .containsExactly(new SearchChange("带刀 级别>=橙", true), new SearchChange("", false));
        assertThat(feed).allSatisfy(change -> assertThat(change.payload()).doesNotContain("wang", "li", "火"));
        assertThat(register().changes().searches())
                .isEqualTo(register().changes().snapshot())
                .extracting(RegisterChange::id)
                .containsExactly(other.id());
        assertThat(register().audit().list(AuditFilter.ALL))
                .filteredOn(entry -> entry.subject().equals(search.id()))
                .extracting(AuditEntry::person, AuditEntry::action, AuditEntry::detail)
                .containsExactly(
                        tuple("li", "search.ended", ""),
                        tuple("li", "search.changed", ""),
                        tuple("li", "search.saved", ""));
    }

    @Test
    default void what_is_found_again_is_neither_counted_nor_dated_again() {
        people();
        SavedSearch search = saved("刀", "li");
        Instant first = clock().instant();
        List<SearchHit> hits = List.of(hit(search, "p1", Level.RED, "A1"), hit(search, "p2", Level.NONE, "B1"));
        searches().put(hits, 1000);
        clock().advance(Duration.ofHours(1));
        searches().put(List.of(hits.get(1), hits.get(0)), 1000);
        searches().put(List.of(), 1000);
        HitPage page = searches().hits(search.id(), reader("li"));
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.posts()).extracting(FoundPost::foundAt).containsOnly(first);
        assertThat(searches().unseen(reader("li"))).isEqualTo(Map.of(search.id(), 2L));
    }

    @Test
    default void a_hit_counts_only_where_its_reader_may_see_the_post() {
        people();
        SavedSearch search = saved("刀", "li");
        searches()
                .put(
                        List.of(
                                hit(search, "red at A1", Level.RED, "A1"),
                                hit(search, "none at A1", Level.NONE, "A1"),
                                hit(search, "orange at B1 and A1", Level.ORANGE, "B1", "A1"),
                                hit(search, "orange at C1", Level.ORANGE, "C1"),
                                hit(search, "red nowhere", Level.RED)),
                        1000);
        HitReader office = new HitReader("li", Level.NONE, Scope.ofEducationBureau("新华区教育局"));
        HitReader police = new HitReader("li", Level.ORANGE, Scope.ofPoliceUnit("新华分局"));
        assertThat(found(search, reader("li"))).hasSize(5);
        assertThat(found(search, office)).containsExactlyInAnyOrder("red at A1", "none at A1", "orange at B1 and A1");
        assertThat(found(search, police)).containsExactlyInAnyOrder("red at A1", "orange at B1 and A1", "orange at C1");
        assertThat(searches().hits(search.id(), police.page(1, "")).total()).isEqualTo(3);
        assertThat(searches().unseen(office)).isEqualTo(Map.of(search.id(), 3L));
        assertThat(searches().announced(police)).isEqualTo(3);
    }

    @Test
    default void what_was_seen_is_announced_no_more_and_what_is_found_later_is() {
        people();
        SavedSearch search = saved("刀", "li");
        SavedSearch silent = searches().create(new SearchDraft("火", "火", false), "li", 10);
        clock().advance(Duration.ofSeconds(1));
        searches().put(List.of(hit(search, "p1", Level.RED, "A1"), hit(silent, "p1", Level.RED, "A1")), 1000);
        assertThat(searches().announced(reader("li"))).isEqualTo(1);
        assertThat(searches().unseen(reader("li"))).isEqualTo(Map.of(search.id(), 1L, silent.id(), 1L));
        Instant shown = clock().instant();
        clock().advance(Duration.ofMinutes(1));
        searches().put(List.of(hit(search, "p2", Level.RED, "A1")), 1000);
        searches().seen(search.id(), shown, "li");
        searches().seen(search.id(), Instant.EPOCH, "li");
        assertThat(searches().announced(reader("li"))).isEqualTo(1);
        assertThat(searches().hits(search.id(), reader("li")).posts())
                .extracting(FoundPost::postId, FoundPost::unseen)
                .containsExactly(tuple("p2", true), tuple("p1", false));
        searches().seen(search.id(), Instant.MAX, "li");
        clock().advance(Duration.ofMinutes(1));
        searches().put(List.of(hit(search, "p3", Level.RED, "A1")), 1000);
        assertThat(searches().announced(reader("li")))
                .as("nobody can have seen what is not found yet")
                .isEqualTo(1);
    }

    @Test
    default void pages_of_hits_are_newest_first_and_whole() {
        people();
        SavedSearch search = saved("刀", "li");
        for (int i = 0; i < 7; i++) {
            searches().put(List.of(hit(search, "p" + i, Level.RED, "A1")), 1000);
            clock().advance(Duration.ofSeconds(i % 2));
        }
        List<FoundPost> met = new ArrayList<>();
        String cursor = "";
        do {
            HitPage page = searches().hits(search.id(), reader("li").page(2, cursor));
            assertThat(page.total()).isEqualTo(7);
            met.addAll(page.posts());
            cursor = page.next();
        } while (!cursor.isEmpty());
        assertThat(met).extracting(FoundPost::postId).doesNotHaveDuplicates().hasSize(7);
        assertThat(met).extracting(FoundPost::foundAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    default void of_a_search_that_finds_too_much_the_newest_hits_are_kept_and_it_says_so() {
        people();
        SavedSearch everything = saved("全部", "li");
        SavedSearch other = saved("刀", "li");
        Instant first = clock().instant();
        for (int i = 0; i < 5; i++) {
            searches().put(List.of(hit(everything, "p" + i, Level.NONE), hit(other, "p0", Level.NONE)), 3);
            if (i < 3) {
                assertThat(searches().find(everything.id(), "li").orElseThrow().letGoUntil())
                        .isEmpty();
            }
            clock().advance(Duration.ofSeconds(1));
        }
        assertThat(found(everything, reader("li"))).containsExactly("p4", "p3", "p2");
        assertThat(searches().unseen(reader("li"))).isEqualTo(Map.of(everything.id(), 3L, other.id(), 1L));
        SavedSearch kept = searches().find(everything.id(), "li").orElseThrow();
        assertThat(kept.letGoUntil()).contains(first.plusSeconds(1));
        assertThat(kept.revision()).isEqualTo(1);
        assertThat(searches().find(other.id(), "li").orElseThrow().letGoUntil()).isEmpty();
    }

    @Test
    default void hits_that_come_at_once_are_let_go_down_to_what_is_kept() {
        people();
        SavedSearch everything = saved("全部", "li");
        List<SearchHit> flood = IntStream.range(0, 500)
                .mapToObj(i -> hit(everything, "p" + i, Level.NONE))
                .toList();
        searches().put(flood, 20);
        assertThat(found(everything, reader("li"))).hasSize(20);
        clock().advance(Duration.ofSeconds(1));
        searches().put(List.of(hit(everything, "last", Level.NONE)), 20);
        assertThat(found(everything, reader("li"))).hasSize(20).startsWith("last");
    }

    @Test
    default void hits_go_with_their_search_and_none_comes_after_it() {
        people();
        SavedSearch search = saved("刀", "li");
        searches().put(List.of(hit(search, "p1", Level.RED, "A1")), 1000);
        searches().end(search.id(), 1, "li");
        searches().put(List.of(hit(search, "p2", Level.RED, "A1")), 1000);
        assertThat(searches().list("li")).isEmpty();
        assertThat(register()
                        .forget(clock().instant().plus(Duration.ofDays(1)), Instant.EPOCH)
                        .hits())
                .as("hits that are left")
                .isZero();
    }

    @Test
    default void hits_are_forgotten_with_their_posts_and_strange_ids_are_stored() {
        people();
        SavedSearch search = saved("刀", "li");
        searches()
                .put(
                        List.of(
                                hit(search, "half\ud83d\u0000", Level.RED, "A1"),
                                hit(search, "x".repeat(9000), Level.RED)),
                        1000);
        clock().advance(Duration.ofDays(2));
        searches().put(List.of(hit(search, "young", Level.RED, "A1"), hit(search, "asked", Level.NONE, "A1")), 1000);
        assertThat(register().forgetPost("asked", "li", "asked by its author")).isEmpty();
        assertThat(found(search, reader("li"))).hasSize(3).contains("half\uFFFD\uFFFD", "young");
        assertThat(register()
                        .forget(clock().instant().minus(Duration.ofDays(1)), Instant.EPOCH)
                        .hits())
                .isEqualTo(2);
        assertThat(found(search, reader("li"))).containsExactly("young");
    }
}
