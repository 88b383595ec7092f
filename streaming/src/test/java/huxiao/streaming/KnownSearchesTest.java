package huxiao.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.query.QueryException;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Assessment;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Schools;
import huxiao.model.Stance;
import huxiao.model.Word;
import huxiao.register.RegisterChange;
import huxiao.register.SearchChange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownSearchesTest {
    private final KnownSearches searches = new KnownSearches(SearchContext.of(
            text -> IntStream.range(0, text.length())
                    .mapToObj(at -> new Word(text.substring(at, at + 1), at, at + 1))
                    .toList(),
            SchoolLookup.of(new Schools(List.of())),
            Clock.systemUTC()));

    private static RegisterChange change(String id, int revision, String query, boolean kept) {
        return new RegisterChange(0, 0, SearchChange.KIND, id, "", revision, Json.write(new SearchChange(query, kept)));
    }

    private static IndexedPost post(String text) {
        Instant now = Instant.now();
        Post post = new Post(
                "p", PostIds.version("", text), "forum", "http://f/", "", text, "writer-of-p", "", "", now, now);
        return new IndexedPost(
                post,
                new Assessment(
                        post.id(),
                        post.version(),
                        Level.NONE,
                        List.of(),
                        Map.of(),
                        Stance.OPINION,
                        List.of(),
                        -3,
                        -2,
                        List.of(),
                        List.of(),
                        Insight.NONE),
                "");
    }

    @Test
    void of_two_revisions_the_higher_one_wins_in_whatever_order_they_come() {
        searches.take(change("a", 2, "食堂", true));
        searches.take(change("a", 1, "操场", true));
        assertThat(searches.matching(post("操场真大"))).isEmpty();
        assertThat(searches.matching(post("食堂真贵"))).containsExactly("a");
    }

    @Test
    void an_ended_search_finds_nothing_and_does_not_come_back() {
        searches.take(change("a", 1, "食堂", true));
        searches.take(change("b", 1, "食堂", true));
        searches.take(change("a", 2, "", false));
        searches.take(change("a", 1, "食堂", true));
        assertThat(searches.matching(post("食堂真贵"))).containsExactly("b");
    }

    @Test
    void a_query_that_is_understood_no_more_is_reported_and_finds_nothing_until_it_is_changed() {
        searches.take(change("a", 1, "食堂", true));
        assertThat(searches.take(change("a", 2, "食堂 学校:早已撤并的小学", true)))
                .hasValueSatisfying(
                        fault -> assertThat(fault.problem()).isEqualTo(QueryException.Problem.UNKNOWN_SCHOOL));
        assertThat(searches.matching(post("食堂真贵"))).isEmpty();
        assertThat(searches.take(change("a", 3, "食堂", true))).isEmpty();
        assertThat(searches.matching(post("食堂真贵"))).containsExactly("a");
    }

    @Test
    void no_saved_search_finds_posts_by_who_wrote_them() {
        for (String query : List.of("作者:writer-of-p", "author:writer-of-p", "user:writer-of-p", "昵称:writer-of-p")) {
            assertThat(searches.take(change("q" + query, 1, query, true)))
                    .as(query)
                    .hasValueSatisfying(
                            fault -> assertThat(fault.problem()).isEqualTo(QueryException.Problem.PERSON_REFUSED));
        }
        searches.take(change("words", 1, "\"writer-of-p\"", true));
        searches.take(change("pattern", 1, "writer*", true));
        assertThat(searches.matching(post("食堂真贵"))).isEmpty();
        assertThat(searches.matching(post("writer-of-p 说食堂真贵")))
                .as("what stands in the text itself is text")
                .containsExactly("pattern", "words");
    }
}
