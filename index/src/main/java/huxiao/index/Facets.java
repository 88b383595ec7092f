package huxiao.index;

import huxiao.index.query.HourOfWeek;
import huxiao.index.query.PostStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of the posts found fall where. A value that no post has is left out.
 *
 * @param levels by level, least urgent first
 * @param categories by category, in the order of the constants; a post counts under each of its categories
 * @param schools by code of linked school, most frequent first, then by code; a post counts under each of its schools
 * @param stances by stance, in the order of the constants
 * @param districts by district, most frequent first, then by name; a post counts under each district by which it is found
 * @param sources by id of source in the form in which it is compared, most frequent first, then by id
 * @param hoursOfWeek by {@link HourOfWeek}, Monday's first hour first
 * @param statuses by where the alert stands, in the order of the constants
 * @param histogram by the local time at which a stretch of the calendar began, earliest first; empty when not asked for
 */
public record Facets(
        Map<Level, Long> levels,
        Map<Category, Long> categories,
        Map<String, Long> schools,
        Map<Stance, Long> stances,
        Map<String, Long> districts,
        Map<String, Long> sources,
        Map<Integer, Long> hoursOfWeek,
        Map<PostStatus, Long> statuses,
        Map<LocalDateTime, Long> histogram) {
    /** No counts: they were not asked for. */
    public static final Facets NONE =
            new Facets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Facets {
        levels = inOrder(Level.class, levels);
        categories = inOrder(Category.class, categories);
        schools = mostFrequentFirst(schools);
        stances = inOrder(Stance.class, stances);
        districts = mostFrequentFirst(districts);
        sources = mostFrequentFirst(sources);
        hoursOfWeek = Collections.unmodifiableMap(new TreeMap<>(hoursOfWeek));
        statuses = inOrder(PostStatus.class, statuses);
        histogram = Collections.unmodifiableMap(new TreeMap<>(histogram));
    }

    /**
     * The same with counts by stretches of the calendar.
     *
     * @throws TooManyBucketsException when they are too many to be shown
     */
    public Facets with(CalendarUnit unit, Map<LocalDateTime, Long> buckets) {
        if (buckets.size() > TooManyBucketsException.LIMIT) {
            throw new TooManyBucketsException(unit);
        }
        return new Facets(levels, categories, schools, stances, districts, sources, hoursOfWeek, statuses, buckets);
    }

    private static <E extends Enum<E>> Map<E, Long> inOrder(Class<E> type, Map<E, Long> counts) {
        EnumMap<E, Long> sorted = new EnumMap<>(type);
        sorted.putAll(counts);
        return Collections.unmodifiableMap(sorted);
    }

    private static Map<String, Long> mostFrequentFirst(Map<String, Long> counts) {
        Map<String, Long> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEachOrdered(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }
}
