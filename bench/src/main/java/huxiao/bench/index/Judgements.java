package huxiao.bench.index;

import huxiao.index.IndexedPost;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Field;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.School;
import huxiao.model.SchoolLink;
import huxiao.model.Span;
import huxiao.model.Stance;
import huxiao.streaming.group.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Texts as posts with an assessment drawn by chance, as full as the judge's own: most are harmless and concern one school, few schools
 * are spoken of often. The same number gives the same post.
 */
final class Judgements {
    /** Posts are spread over so many seconds before the last one: half a year. */
    static final long SECONDS = 180L * 24 * 3_600;

    private static final List<Category> CATEGORIES = List.of(Category.values());
    private static final List<Stance> STANCES = List.of(Stance.values());
    private static final int SOURCES = 40;
    private static final double NOT_HARMLESS = 0.15;
    private static final double ABOUT_A_SCHOOL = 0.7;
    private static final double ABOUT_TWO = 0.1;
    private static final int THINGS_TOLD = 5_000;

    /** Two tellings of one thing have a cosine of 0.9. */
    private static final double NOISE = 1.0 / 3;

    private final List<School> schools;
    private final Instant last;

    /**
     * @param last the newest post's time
     */
    Judgements(List<School> schools, Instant last) {
        this.schools = List.copyOf(schools);
        this.last = last;
    }

    IndexedPost of(long number, String text) {
        SplittableRandom random = new SplittableRandom(number);
        String id = "real-like-" + number;
        String version = PostIds.version("", text);
        School school = frequent(random);
        Instant published = last.minusSeconds(random.nextLong(SECONDS));
        int source = (int) (SOURCES * Math.pow(random.nextDouble(), 2));
        Post post = new Post(
                id,
                version,
                "forum-" + source,
                "http://forum-" + source + ".example/thread/" + number,
                "",
                text,
                Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
                source % 2 == 0 ? school.district() : "",
                "",
                published,
                published.plusSeconds(random.nextLong(600)));
        Level level = level(random);
        List<Category> categories = categories(level, random);
        List<Route> routes = level.isPolice() ? List.of(Route.POLICE_NOW) : List.of();
        Assessment assessment = new Assessment(
                id,
                version,
                level,
                categories,
                probabilities(categories, random),
                any(STANCES, random),
                routes,
                random.nextDouble() * 8 - 6,
                -3.25,
                links(school, random),
                reasons(text, level, random),
                Insight.NONE);
        String alert = level == Level.NONE ? "" : version;
        return new IndexedPost(post, assessment, alert, likeness(text, level, random));
    }

    /** What police are told of has a vector: one of so many things told of, each time a little otherwise. */
    private static Likeness likeness(String text, Level level, SplittableRandom random) {
        long fingerprint = Fingerprint.of("", text);
        if (!level.isPolice()) {
            return new Likeness(fingerprint, "");
        }
        SplittableRandom told = new SplittableRandom(random.nextInt(THINGS_TOLD));
        float[] direction = new float[Likeness.DIMENSIONS];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (told.nextDouble(-1, 1) + random.nextDouble(-NOISE, NOISE));
        }
        return new Likeness(fingerprint, Likeness.vector(direction));
    }

    private School frequent(SplittableRandom random) {
        return schools.get((int) (schools.size() * Math.pow(random.nextDouble(), 2)));
    }

    private List<SchoolLink> links(School school, SplittableRandom random) {
        List<SchoolLink> links = new ArrayList<>();
        if (random.nextDouble() < ABOUT_A_SCHOOL) {
            links.add(new SchoolLink(school.code(), 0.5 + random.nextDouble() / 2, Span.NOWHERE));
        }
        if (random.nextDouble() < ABOUT_TWO) {
            links.add(new SchoolLink(frequent(random).code(), random.nextDouble(), Span.NOWHERE));
        }
        return links;
    }

    private static <T> T any(List<T> values, SplittableRandom random) {
        return values.get(random.nextInt(values.size()));
    }

    private static Level level(SplittableRandom random) {
        double danger = random.nextDouble() / NOT_HARMLESS;
        if (danger >= 1) {
            return Level.NONE;
        }
        return danger < 0.05 ? Level.RED : danger < 0.2 ? Level.ORANGE : danger < 0.5 ? Level.YELLOW : Level.BLUE;
    }

    private static List<Category> categories(Level level, SplittableRandom random) {
        if (level == Level.NONE) {
            return List.of();
        }
        Category main = any(CATEGORIES, random);
        Category other = any(CATEGORIES, random);
        return main == other || random.nextInt(4) > 0 ? List.of(main) : List.of(main, other);
    }

    private static Map<Category, Double> probabilities(List<Category> categories, SplittableRandom random) {
        Map<Category, Double> probabilities = new EnumMap<>(Category.class);
        for (Category category : CATEGORIES) {
            probabilities.put(category, categories.contains(category) ? 0.9 : random.nextDouble() / 10);
        }
        return probabilities;
    }

    private static List<Reason> reasons(String text, Level level, SplittableRandom random) {
        List<Reason> reasons = new ArrayList<>();
        int length = Math.min(6, text.length());
        for (int i = 0; i < (level == Level.NONE ? 1 : 4); i++) {
            int start = random.nextInt(text.length() - length + 1);
            Span span = new Span(Field.TEXT, start, start + length, text.substring(start, start + length));
            reasons.add(new Reason(span, "model", random.nextDouble()));
        }
        return reasons;
    }
}
