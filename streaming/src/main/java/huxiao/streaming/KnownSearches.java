package huxiao.streaming;

import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.index.saved.SavedSearch;
import huxiao.index.saved.SavedSearches;
import huxiao.model.Json;
import huxiao.register.RegisterChange;
import huxiao.register.SearchChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The saved searches as the register's changes tell them: of two revisions the higher one wins. Belongs to one operator instance. */
final class KnownSearches {
    private final SavedSearches searches;
    private final QueryParser parser;
    private final Map<String, Integer> revisions = new HashMap<>();

    KnownSearches(SearchContext context) {
        searches = new SavedSearches(context);
        parser = new QueryParser(context.schools());
    }

    /** Takes a change over; gives the fault of a query that cannot be understood any more, which then finds nothing. */
    Optional<QueryException> take(RegisterChange change) {
        Integer known = revisions.get(change.id());
        if (known != null && known >= change.revision()) {
            return Optional.empty();
        }
        revisions.put(change.id(), change.revision());
        searches.remove(change.id());
        SearchChange search = Json.read(change.payload(), SearchChange.class);
        if (search.kept()) {
            try {
                searches.put(new SavedSearch(change.id(), parser.parse(search.query())));
            } catch (QueryException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** Ids of the searches that find a post. */
    List<String> matching(IndexedPost post) {
        return searches.matching(post);
    }
}
