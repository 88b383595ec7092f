package huxiao.index;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.Query;
import huxiao.index.text.Tokens;
import huxiao.model.AlertStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The same posts and the same query give the same ids, counts, order and marks in an engine as in the readable one. */
public abstract class EngineAgreement {
    /** Few characters, so that random queries find something; all kinds of them. */
    private static final String ALPHABET = "带刀市一中学帶a1A，。 \n😀\u200B";

    private static final Level[] DANGEROUS = {Level.BLUE, Level.YELLOW, Level.ORANGE, Level.RED};
    private static final String[] PLACES = {"", "", "运东区", "Ａ区", " "};
    private static final int POSTS = 400;
    private static final int ALERTS = 20;

    /** Far enough apart to lie in several months, between which replaced posts move. */
    private static final long SECONDS_APART = 6 * 3_600;

    private static final PostIndex REFERENCE = written(new InMemoryIndex(TestCity.CONTEXT));

    /** An index with the posts written to it, several segments, replaced and deleted posts among them. */
    protected static PostIndex written(PostIndex index) {
        Random random = new Random(7);
        for (int batch = 0; batch < 4; batch++) {
            index.put(IntStream.range(0, POSTS / 2)
                    .mapToObj(i -> randomPost(random))
                    .toList());
            index.delete(List.of("p" + random.nextInt(POSTS), "p" + random.nextInt(POSTS)));
            index.mark(Stream.generate(() -> randomState(random)).limit(8).toList());
            index.commit();
            index.refresh();
        }
        return index;
    }

    /** A page as requested, of another query. */
    protected static void givesTheRightAnswer(PostIndex index, Query query, SearchRequest shape) {
        SearchRequest request = shape.of(query);
        SearchResult expected = REFERENCE.search(request);
        assertThat(index.search(request)).isEqualTo(expected);
        Statistics.label("share of all posts")
                .collect(expected.total() == 0 ? "none" : expected.total() == REFERENCE.count() ? "all" : "some")
                .coverage(share -> share.check("some").percentage(percent -> percent > 50));
    }

    /** All that a query finds. */
    protected static void streamsTheRightPosts(PostIndex index, Query query) {
        assertThat(streamed(index, query)).isEqualTo(streamed(REFERENCE, query));
    }

    @Provide
    protected Arbitrary<Query> queries() {
        Arbitrary<String> phrases = Arbitraries.strings()
                .withChars(ALPHABET.chars()
                        .mapToObj(c -> (char) c)
                        .filter(c -> !Character.isSurrogate(c))
                        .map(String::valueOf)
                        .reduce("", String::concat)
                        .toCharArray())
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(Tokens::isSearchable);
        Arbitrary<String> words = Arbitraries.strings()
                .withChars("带刀市一中学a1".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(3);
        return Queries.over(words, phrases);
    }

    @Provide
    protected Arbitrary<SearchRequest> requests() {
        Arbitrary<Optional<Cursor>> cursors = Arbitraries.integers()
                .between(0, POSTS)
                .map(i ->
                        new Cursor(TestCity.NOW.minusSeconds(i * SECONDS_APART).toEpochMilli(), "p" + i))
                .optional();
        Arbitrary<Optional<CalendarUnit>> histograms =
                Arbitraries.of(CalendarUnit.class).optional();
        return Combinators.combine(Arbitraries.of(0, 1, 10, 1_000), cursors, Arbitraries.of(true, false), histograms)
                .as((limit, after, facets, histogram) ->
                        new SearchRequest(new Query.Everything(), limit, after, facets, histogram));
    }

    private static List<Hit> streamed(PostSearch index, Query query) {
        try (Stream<Hit> hits = index.stream(query)) {
            return hits.toList();
        }
    }

    /** One post, like those of {@link #written}. */
    protected static IndexedPost randomPost(Random random) {
        PostFixture post = PostFixture.post("p" + random.nextInt(POSTS))
                .title(randomText(random, 6))
                .text(randomText(random, 30))
                .source(random.nextBoolean() ? "forum" : "news")
                .place(any(PLACES, random))
                .stance(any(Stance.values(), random))
                .at(TestCity.NOW.minusSeconds(random.nextInt(POSTS) * SECONDS_APART));
        if (random.nextBoolean()) {
            post.linked("CL02" + (1 + random.nextInt(2)));
        }
        if (random.nextInt(3) == 0) {
            post.linked("CL001").candidate("CL999");
        }
        if (random.nextBoolean()) {
            Level level = any(DANGEROUS, random);
            Category main = any(Category.values(), random);
            post.judged(level, main, Category.BULLYING)
                    .alert("a" + random.nextInt(ALERTS))
                    .stands(AlertStatus.UNVERIFIED, 1);
        }
        if (random.nextInt(3) == 0) {
            hide(post, random);
        }
        return post.build();
    }

    /** Words that were read otherwise than they are written, one over another now and then. */
    private static void hide(PostFixture post, Random random) {
        for (int i = 0; i < 3; i++) {
            post.hidden(random.nextInt(30), 1 + random.nextInt(3), randomText(random, 4));
        }
    }

    /** An alert is only ever merged into one with a higher number, so that the last of them takes over all. */
    private static AlertState randomState(Random random) {
        int alert = random.nextInt(ALERTS);
        AlertStatus status = any(AlertStatus.values(), random);
        String into = status == AlertStatus.MERGED ? "a" + (alert + 1 + random.nextInt(ALERTS)) : "";
        return new AlertState("a" + alert, status, 2 + random.nextInt(9), into);
    }

    private static <T> T any(T[] values, Random random) {
        return values[random.nextInt(values.length)];
    }

    private static String randomText(Random random, int longest) {
        int[] alphabet = ALPHABET.codePoints().toArray();
        return random.ints(random.nextInt(longest + 1), 0, alphabet.length)
                .map(i -> alphabet[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
