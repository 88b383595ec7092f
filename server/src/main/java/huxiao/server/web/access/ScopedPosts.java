package huxiao.server.web.access;

import huxiao.index.Facets;
import huxiao.index.Hit;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SimilarPost;
import huxiao.index.query.Query;
import huxiao.model.Level;
import huxiao.model.School;
import huxiao.register.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The posts that each person may search. Criticism never reaches the police: they find only posts that police are told of. Whoever
 * answers for a part of the jurisdiction finds posts that are linked to a school of that part.
 */
@Component
public final class ScopedPosts {
    private final PostIndex index;
    private final ScopedSchools schools;

    ScopedPosts(PostIndex index, ScopedSchools schools) {
        this.index = index;
        this.schools = schools;
    }

    /**
     * A page of what a query finds among what the person may search; what is counted beside it is counted among that too.
     *
     * @throws AccessDeniedException for a school
     */
    public SearchResult search(Person person, SearchRequest request) {
        return scoped(person, request.query())
                .map(query -> index.search(request.of(query)))
                .orElseGet(() -> new SearchResult(0, List.of(), Optional.empty(), Facets.NONE));
    }

    /**
     * Everything that a query finds among what the person may search. The stream fetches as it is read and must be closed.
     *
     * @throws AccessDeniedException for a school
     */
    public Stream<Hit> stream(Person person, Query query) {
        return scoped(person, query).map(index::stream).orElseGet(Stream::empty);
    }

    /**
     * The posts most like one, of those that the person may search.
     *
     * @throws AccessDeniedException for a school
     * @throws NotFoundException when there is no such post that the person may search
     */
    public List<SimilarPost> similar(Person person, String postId, int limit) {
        Query within = scoped(person, new Query.Everything()).orElseThrow(() -> new NotFoundException("post", postId));
        IndexedPost post = find(person, postId).orElseThrow(() -> new NotFoundException("post", postId));
        return index.similar(post, within, limit);
    }

    /** What finds only posts that the person may search; empty when there can be none. */
    private Optional<Query> scoped(Person person, Query query) {
        if (!person.maySearchPosts()) {
            throw new AccessDeniedException("schools see the alerts that concern them, not all posts");
        }
        List<Query> parts = new ArrayList<>(List.of(query));
        if (person.role() == Role.POLICE) {
            parts.add(new Query.Levels(Level.ORANGE, Level.RED));
        }
        if (!person.scope().isEverything()) {
            List<Query> own = schools.list(person).stream()
                    .map(School::code)
                    .<Query>map(Query.AtSchool::new)
                    .toList();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            parts.add(own.size() == 1 ? own.get(0) : new Query.Or(own));
        }
        return Optional.of(parts.size() == 1 ? query : new Query.And(parts));
    }

    /** The post of an id, where the person may search it; the same rights as {@link #search} gives. */
    public Optional<IndexedPost> find(Person person, String postId) {
        return index.get(postId).filter(indexed -> isSeen(person, indexed));
    }

    private boolean isSeen(Person person, IndexedPost indexed) {
        return person.maySearchPosts()
                && (person.role() != Role.POLICE || indexed.assessment().level().isPolice())
                && (person.scope().isEverything()
                        || indexed.assessment().linkedSchools().stream()
                                .anyMatch(code -> schools.isSeen(person, code)));
    }
}
