package huxiao.server.web.access;

import huxiao.index.IndexedPost;
import huxiao.index.query.QueryException;
import huxiao.index.query.QueryParser;
import huxiao.model.Level;
import huxiao.register.FoundPost;
import huxiao.register.HitPage;
import huxiao.register.HitReader;
import huxiao.register.Register;
import huxiao.register.Role;
import huxiao.register.SavedSearch;
import huxiao.register.SearchDraft;
import huxiao.server.web.ServerSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The searches that each person keeps, and of what they found the posts that the person may search at the moment. Nobody is shown
 * another's, administrators included. Thread safe.
 */
@Component
public final class ScopedSearches {
    private final Register register;
    private final ScopedPosts posts;
    private final QueryParser queries;
    private final int most;

    ScopedSearches(Register register, ScopedPosts posts, QueryParser queries, ServerSettings settings) {
        this.register = register;
        this.posts = posts;
        this.queries = queries;
        this.most = settings.savedSearches();
    }

    /** A post that a search found. */
    public record Found(FoundPost found, IndexedPost post) {}

    /**
     * A page of what a search found; shorter where a post has left the index since.
     *
     * @param items newest find first
     * @param total how many there are on all pages
     * @param next cursor of the page behind, empty on the last
     */
    public record Page(List<Found> items, long total, String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * The person's searches, in the order in which they were saved.
     *
     * @throws AccessDeniedException for a school
     */
    public List<SavedSearch> list(Person person) {
        require(person);
        return register.searches().list(person.login());
    }

    /**
     * A search of the person's.
     *
     * @throws NotFoundException when the person keeps no such search
     */
    public SavedSearch find(Person person, String id) {
        require(person);
        return register.searches().find(id, person.login()).orElseThrow(() -> new NotFoundException("search", id));
    }

    /** What is wrong with the query of a search by now: schools and districts come and go. */
    public Optional<QueryException> fault(SavedSearch search) {
        try {
            queries.parse(search.query());
            return Optional.empty();
        } catch (QueryException e) {
            return Optional.of(e);
        }
    }

    /**
     * Saves a search.
     *
     * @throws QueryException when its query cannot be understood
     * @throws huxiao.register.TooManySearchesException when the person keeps as many as one may
     */
    public SavedSearch create(Person person, SearchDraft draft) {
        require(person);
        queries.parse(draft.query());
        return register.searches().create(draft, person.login(), most);
    }

    /**
     * Changes a search.
     *
     * @throws NotFoundException when the person keeps no such search
     * @throws QueryException when its query cannot be understood
     */
    public SavedSearch update(Person person, String id, int revision, SearchDraft draft) {
        find(person, id);
        queries.parse(draft.query());
        return own(id, () -> register.searches().update(id, revision, draft, person.login()));
    }

    /**
     * Ends a search, which is gone with what it found; the posts stay.
     *
     * @throws NotFoundException when the person keeps no such search
     */
    public void end(Person person, String id, int revision) {
        require(person);
        own(id, () -> {
            register.searches().end(id, revision, person.login());
            return id;
        });
    }

    /**
     * A page of what a search found.
     *
     * @throws NotFoundException when the person keeps no such search
     * @throws IllegalArgumentException when there is no such cursor
     */
    public Page hits(Person person, String id, int limit, String after) {
        require(person);
        HitReader reader = reader(person).page(limit, after);
        HitPage page = own(id, () -> register.searches().hits(id, reader));
        List<Found> items = new ArrayList<>();
        for (FoundPost found : page.posts()) {
            posts.find(person, found.postId()).ifPresent(post -> items.add(new Found(found, post)));
        }
        return new Page(items, page.total(), page.next());
    }

    /** Says that the person has seen what a search found up to a moment. */
    public void seen(Person person, String id, Instant until) {
        require(person);
        own(id, () -> {
            register.searches().seen(id, until, person.login());
            return id;
        });
    }

    /** How many posts each search of the person found that they have not seen; a search without any is left out. */
    public Map<String, Long> unseen(Person person) {
        require(person);
        return register.searches().unseen(reader(person));
    }

    /** How many they are of the searches that are to be announced; nothing for whoever keeps none. */
    public long announced(Person person) {
        return person.maySearchPosts() ? register.searches().announced(reader(person)) : 0;
    }

    /** The same rights as {@link ScopedPosts} gives. */
    private static HitReader reader(Person person) {
        return new HitReader(person.login(), person.role() == Role.POLICE ? Level.ORANGE : Level.NONE, person.scope());
    }

    private static <T> T own(String id, Supplier<T> step) {
        try {
            return step.get();
        } catch (NoSuchElementException e) {
            throw (NotFoundException) new NotFoundException("search", id).initCause(e);
        }
    }

    private static void require(Person person) {
        if (!person.maySearchPosts()) {
            throw new AccessDeniedException(
                    "schools see the alerts that concern them, and keep no searches over posts");
        }
    }
}
