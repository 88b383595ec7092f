package huxiao.index;

import huxiao.model.Category;
import huxiao.model.Level;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many of the posts found fall where. A value that no post has is left out.
 *
 * @param levels by level, least urgent first
 * @param categories by category, in the order of the constants; a post counts under each of its categories
 * @param schools by code of linked school, most frequent first, then by code; a post counts under each of its schools
 */
public record Facets(Map<Level, Long> levels, Map<Category, Long> categories, Map<String, Long> schools) {
    /** No counts: they were not asked for. */
    public static final Facets NONE = new Facets(Map.of(), Map.of(), Map.of());

    public Facets {
        EnumMap<Level, Long> byLevel = new EnumMap<>(Level.class);
        byLevel.putAll(levels);
        EnumMap<Category, Long> byCategory = new EnumMap<>(Category.class);
        byCategory.putAll(categories);
        Map<String, Long> bySchool = new LinkedHashMap<>();
        schools.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEachOrdered(entry -> bySchool.put(entry.getKey(), entry.getValue()));
        levels = Collections.unmodifiableMap(byLevel);
        categories = Collections.unmodifiableMap(byCategory);
        schools = Collections.unmodifiableMap(bySchool);
    }
}
