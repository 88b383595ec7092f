package huxiao.server.api;

import huxiao.server.web.access.ScopedSearches;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A post that a saved search found.
 *
 * @param foundAt when it was first found
 * @param unseen whether it was not seen yet
 * @param post the post as the index holds it now
 */
@Schema(name = "FoundPost")
public record FoundView(Instant foundAt, boolean unseen, PostView post) {
    static FoundView of(ScopedSearches.Found found) {
        return new FoundView(found.found().foundAt(), found.found().unseen(), PostView.of(found.post()));
    }
}
