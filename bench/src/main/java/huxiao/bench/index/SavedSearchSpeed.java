package huxiao.bench.index;

import huxiao.bench.index.TwoThreads.Rate;
import huxiao.bench.report.Table;
import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.memory.Entry;
import huxiao.index.memory.Matching;
import huxiao.index.query.Query;
import huxiao.index.query.QueryParser;
import huxiao.index.saved.SavedSearch;
import huxiao.index.saved.SavedSearches;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Saved searches asked of posts, through the keys of each post and each by itself, on two threads in one run. Every text of COLD
 * (thu-coai/COLDataset) is a post, with assessed fields drawn by chance; both ways cut each text once for all searches, and that counts. The best of several rounds; naive ones are one, of fewer posts.
 * Arguments: the folder of COLD's files and how many searches, 10,000 when left out.
 */
public final class SavedSearchSpeed {
    private static final int SEARCHES = 10_000;
    private static final int ROUNDS = 3;

    /** Each search by itself is too slow for all posts. */
    private static final int POSTS_ONE_BY_ONE = 1_000;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final SearchContext context = City.context();

    /** Runs the comparison; exit 2 on wrong use. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || !Files.isReadable(Path.of(arguments[0], "train.csv"))) {
            System.err.println(
                    "usage: SavedSearchSpeed FOLDER [SEARCHES]   (FOLDER holds train.csv and dev.csv of COLD)");
            System.exit(2);
        }
        int searches = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SEARCHES;
        new SavedSearchSpeed().run(City.texts(Path.of(arguments[0])), searches);
    }

    private void run(List<String> texts, int count) {
        List<IndexedPost> posts = posts(texts);
        List<SavedSearch> searches = searches(texts, count);
        SavedSearches saved = new SavedSearches(context);
        long start = System.nanoTime();
        searches.forEach(saved::put);
        double putting = (System.nanoTime() - start) / 1e9;

        Function<IndexedPost, List<String>> matching = saved::matching;
        Function<IndexedPost, List<String>> oneByOne = oneByOne(searches);
        List<IndexedPost> some = posts.subList(0, Math.min(POSTS_ONE_BY_ONE, posts.size()));
        rate(some.subList(0, some.size() / 4), oneByOne);
        Map<IndexedPost, List<String>> answers = new ConcurrentHashMap<>();
        Rate slow = rate(some, post -> {
            List<String> answer = oneByOne.apply(post);
            answers.put(post, answer);
            return answer;
        });
        Rate cutting = rate(posts, this::cutOnly);
        Rate fast = rate(posts, matching);
        for (int round = 1; round < ROUNDS; round++) {
            cutting = cutting.best(rate(posts, this::cutOnly));
            fast = fast.best(rate(posts, matching));
        }
        long different = some.stream()
                .filter(post -> !saved.matching(post).equals(answers.get(post)))
                .count();
        LongAdder found = new LongAdder();
        posts.forEach(post -> found.add(saved.matching(post).size()));

        out.printf(
                Locale.ROOT,
                "%d saved searches (%.0f put a second), %d posts of %.0f characters, %.2f searches found a post%n%n",
                searches.size(),
                searches.size() / putting,
                posts.size(),
                texts.stream().mapToInt(String::length).average().orElse(0),
                found.doubleValue() / posts.size());
        out.println(new Table("two threads", "posts/s", "by processor time", "beside each by itself")
                .row("text cut, no search asked", figure(cutting.wall()), figure(cutting.processor()), "")
                .row(
                        "each search by itself (" + some.size() + " posts)",
                        figure(slow.wall()),
                        figure(slow.processor()),
                        "1")
                .row(
                        "through the keys of the post",
                        figure(fast.wall()),
                        figure(fast.processor()),
                        figure(fast.processor() / slow.processor())));
        out.println("posts that both answered otherwise: " + different);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private List<IndexedPost> posts(List<String> texts) {
        Judgements judgements = new Judgements(City.SCHOOLS.all(), City.NOW);
        List<IndexedPost> posts = new ArrayList<>();
        for (String text : texts) {
            posts.add(judgements.of(posts.size(), text));
        }
        Collections.shuffle(posts, new Random(82));
        return posts;
    }

    private List<SavedSearch> searches(List<String> texts, int count) {
        QueryParser parser = new QueryParser(context.schools());
        List<SavedSearch> searches = new ArrayList<>();
        for (String line : new SearchLines(texts, City.SCHOOLS.all(), context.segmenter()).lines(count)) {
            searches.add(new SavedSearch(String.format(Locale.ROOT, "s%06d", searches.size()), parser.parse(line)));
        }
        return searches;
    }

    /** Posts a second, by two threads. */
    private static Rate rate(List<IndexedPost> posts, Function<IndexedPost, List<String>> matching) {
        LongAdder found = new LongAdder();
        return TwoThreads.time(
                        posts.size(),
                        i -> found.add(matching.apply(posts.get(i)).size()))
                .of(posts.size());
    }

    private List<String> cutOnly(IndexedPost post) {
        return Entry.of(post, context.segmenter()).texts().stream()
                .map(text -> text.words().isEmpty() ? "" : text.words().get(0).text())
                .toList();
    }

    /** Every search made ready once, then asked in turn. */
    private Function<IndexedPost, List<String>> oneByOne(List<SavedSearch> searches) {
        Matching matching = new Matching(context);
        List<String> ids = searches.stream().map(SavedSearch::id).toList();
        List<Predicate<Entry>> conditions = new ArrayList<>();
        for (SavedSearch search : searches) {
            Query query = search.query();
            conditions.add(query.accept(matching));
        }
        return post -> {
            Entry entry = Entry.of(post, context.segmenter());
            List<String> found = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                if (conditions.get(i).test(entry)) {
                    found.add(ids.get(i));
                }
            }
            return found;
        };
    }
}
