package huxiao.index.saved;

import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.memory.InMemoryIndex;
import huxiao.index.query.Query;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A set of saved searches that tells which of them find a post. Thread safe. */
public final class SavedSearches {
    private final SearchContext context;
    private final Map<String, Query> searches = new ConcurrentSkipListMap<>();

    /** None yet. */
    public SavedSearches(SearchContext context) {
        this.context = context;
    }

    /** Adds a search; whatever was kept under its id is replaced. */
    public void put(SavedSearch search) {
        searches.put(search.id(), search.query());
    }

    /** Removes a search; an unknown id is ignored. */
    public void remove(String id) {
        searches.remove(id);
    }

    /** How many are kept. */
    public int size() {
        return searches.size();
    }

    /** Ids of the searches that find a post, in order; times such as 近7天 are seen from now. */
    public List<String> matching(IndexedPost post) {
        try (PostIndex alone = new InMemoryIndex(context)) {
            alone.put(List.of(post));
            return searches.entrySet().stream()
                    .filter(search -> alone.search(SearchRequest.first(search.getValue(), 0))
                                    .total()
                            > 0)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
