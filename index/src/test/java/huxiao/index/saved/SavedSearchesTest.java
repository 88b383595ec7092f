package huxiao.index.saved;

import static huxiao.index.PostFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.TestCity;
import huxiao.index.query.QueryParser;
import huxiao.model.Category;
import huxiao.model.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavedSearchesTest {
    private final SavedSearches saved = new SavedSearches(TestCity.CONTEXT);

    @Test
    void without_searches_nothing_is_found() {
        assertThat(saved.matching(post("a").text("明天带刀").build())).isEmpty();
        assertThat(saved.size()).isZero();
    }

    @Test
    void ids_come_in_their_order_whatever_the_order_of_putting() {
        put("c", "带刀");
        put("a", "*");
        put("b", "刀");
        assertThat(saved.matching(post("p").text("明天带刀").build())).containsExactly("a", "b", "c");
    }

    @Test
    void a_replaced_search_finds_what_it_says_last() {
        put("a", "带刀");
        put("a", "食堂");
        assertThat(saved.size()).isEqualTo(1);
        assertThat(saved.matching(post("p").text("明天带刀").build())).isEmpty();
        assertThat(saved.matching(post("p").text("食堂的饭").build())).containsExactly("a");
    }

    @Test
    void a_removed_search_finds_nothing_and_its_place_is_taken_by_another() {
        put("a", "带刀");
        put("b", "带刀");
        saved.remove("a");
        saved.remove("unknown");
        put("c", "食堂");
        assertThat(saved.matching(post("p").text("明天带刀").build())).containsExactly("b");
        assertThat(saved.matching(post("p").text("食堂的饭").build())).containsExactly("c");
        assertThat(saved.size()).isEqualTo(2);
    }

    @Test
    void a_word_is_found_inside_other_words_and_in_other_forms() {
        put("inside", "市一中");
        put("form", "学校");
        put("pattern", "wx*88");
        IndexedPost post = post("p").title("本市一中学生").text("學校门口加WX1288").build();
        assertThat(saved.matching(post)).containsExactly("form", "inside", "pattern");
    }

    @Test
    void a_hidden_word_is_found_as_it_was_read() {
        put("read", "带刀 NEAR/1 学校");
        put("written", "呆刀");
        put("neither", "带枪");
        assertThat(saved.matching(post("a").text("明天呆刀去学校").hidden("呆刀", "带刀").build()))
                .containsExactly("read", "written");
    }

    @Test
    void searches_by_fields_alone_find_their_posts() {
        put("school", "学校:市一中 级别>=橙");
        put("district", "区:河畔区");
        put("category", "类别:欺凌");
        put("not", "-级别:红");
        IndexedPost post =
                post("p").linked("CL001").judged(Level.RED, Category.BULLYING).build();
        assertThat(saved.matching(post)).containsExactly("category", "school");
        assertThat(saved.matching(post("q").place("河畔区").build())).containsExactly("district", "not");
    }

    @Test
    void the_last_days_are_counted_back_from_when_a_post_comes() {
        AtomicReference<Instant> now = new AtomicReference<>(TestCity.NOW);
        SearchContext context = SearchContext.of(TestCity.CONTEXT.segmenter(), TestCity.SCHOOLS, new SetClock(now));
        SavedSearches recent = new SavedSearches(context);
        recent.put(new SavedSearch("week", TestCity.PARSER.parse("带刀 时间:近7天")));
        IndexedPost post =
                post("p").text("带刀").at(TestCity.NOW.minus(Duration.ofDays(6))).build();
        assertThat(recent.matching(post)).containsExactly("week");
        now.set(TestCity.NOW.plus(Duration.ofDays(2)));
        assertThat(recent.matching(post)).isEmpty();
    }

    @Test
    void the_longest_queries_are_kept_and_answered_beside_others() {
        String many = IntStream.range(0, QueryParser.MAX_TERMS)
                .mapToObj(i -> "-词" + i)
                .collect(Collectors.joining(" "));
        IntStream.range(0, 200).forEach(i -> put("none" + i, many));
        put("word", "带刀");
        assertThat(saved.matching(post("p").text("明天带刀").build())).hasSize(201).contains("word");
        assertThat(saved.matching(post("p").text("词7 带刀").build())).containsExactly("word");
    }

    @Test
    void a_post_sees_what_was_put_before_while_others_put_and_remove() throws InterruptedException, ExecutionException {
        put("stays", "带刀");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> changing = other.submit(() -> IntStream.range(0, 2_000).forEach(i -> {
                put("comes" + i % 7, i % 2 == 0 ? "带刀" : "食堂");
                saved.remove("comes" + i % 5);
            }));
            IndexedPost post = post("p").text("明天带刀").build();
            while (!changing.isDone()) {
                assertThat(saved.matching(post)).contains("stays").doesNotHaveDuplicates();
            }
            changing.get();
        } finally {
            other.shutdownNow();
        }
    }

    private void put(String id, String query) {
        saved.put(new SavedSearch(id, TestCity.PARSER.parse(query)));
    }

    /** Says what it was set to. */
    private static final class SetClock extends Clock {
        private final AtomicReference<Instant> now;

        SetClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
