package huxiao.index.saved;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.EngineAgreement;
import huxiao.index.IndexedPost;
import huxiao.index.SearchRequest;
import huxiao.index.TestCity;
import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** A saved search finds exactly the posts that the same search of an index finds. */
class SavedSearchesAgreeTest extends EngineAgreement {
    private static final int POSTS = 30;

    /** Within the posts of one try, so that searches are found through keys chosen anew as well. */
    private static final long FIRST_CHOICE = 10;

    @Property(tries = 100)
    void a_post_is_found_by_exactly_the_searches_that_find_it_in_an_index(
            @ForAll @Size(20) List<@From("queries") Query> first,
            @ForAll @Size(20) List<@From("queries") Query> second,
            @ForAll long seed) {
        SavedSearches saved = new SavedSearches(TestCity.CONTEXT, FIRST_CHOICE);
        Map<String, Query> kept = new TreeMap<>();
        put(first, 0, saved, kept);
        agree(saved, kept, new Random(seed));
        put(second, first.size() / 2, saved, kept);
        kept.keySet().stream().limit(5).toList().forEach(id -> {
            saved.remove(id);
            kept.remove(id);
        });
        assertThat(saved.size()).isEqualTo(kept.size());
        agree(saved, kept, new Random(seed + 1));
    }

    private static void put(List<Query> queries, int first, SavedSearches saved, Map<String, Query> kept) {
        for (int i = 0; i < queries.size(); i++) {
            String id = "s" + (100 + first + i);
            saved.put(new SavedSearch(id, queries.get(i)));
            kept.put(id, queries.get(i));
        }
    }

    private static void agree(SavedSearches saved, Map<String, Query> kept, Random random) {
        Map<String, IndexedPost> posts = Stream.generate(() -> randomPost(random))
                .limit(POSTS)
                .collect(Collectors.toMap(post -> post.post().id(), Function.identity(), (one, other) -> one));
        Map<String, List<String>> expected = new HashMap<>();
        try (InMemoryIndex index = new InMemoryIndex(TestCity.CONTEXT)) {
            index.put(List.copyOf(posts.values()));
            kept.forEach((id, query) -> index.search(SearchRequest.first(query, POSTS))
                    .hits()
                    .forEach(
                            hit -> expected.computeIfAbsent(hit.indexed().post().id(), none -> new ArrayList<>())
                                    .add(id)));
        }
        posts.forEach((id, post) -> {
            List<String> matching = saved.matching(post);
            assertThat(matching).isEqualTo(expected.getOrDefault(id, List.of()));
            Statistics.collect(matching.isEmpty() ? "none" : matching.size() < kept.size() ? "some" : "all");
        });
    }
}
