package huxiao.server.api;

import huxiao.index.query.QueryException;
import huxiao.register.SavedSearch;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * A saved search of whoever asks.
 *
 * @param unseen how many posts it found that were not seen yet, at most 1000
 * @param letGoUntil what was found before is kept no more, since newer finds were too many; null while all is kept
 * @param fault why its query finds nothing any more, such as a school that has left the directory; empty while it is understood
 */
@Schema(name = "SavedSearch")
public record SearchView(
        String id,
        int revision,
        String name,
        String query,
        boolean announced,
        Instant createdAt,
        Instant updatedAt,
        long unseen,
        Optional<Instant> letGoUntil,
        String fault) {
    static SearchView of(SavedSearch search, long unseen, Optional<QueryException> fault) {
        return new SearchView(
                search.id(),
                search.revision(),
                search.name(),
                search.query(),
                search.announced(),
                search.createdAt(),
                search.updatedAt(),
                unseen,
                search.letGoUntil(),
                fault.map(QueryException::getMessage).orElse(""));
    }
}
