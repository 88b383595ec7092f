package huxiao.server.web.access;

import huxiao.index.PostIndex;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.query.Query;
import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Level;
import huxiao.model.Schools;
import huxiao.register.AlertEvent;
import huxiao.register.AlertFilter;
import huxiao.register.AlertPage;
import huxiao.register.AlertPost;
import huxiao.register.Delivery;
import huxiao.register.Register;
import huxiao.streaming.merge.RiskItem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The alerts as each person may see and handle them. Thread safe. */
@Component
public final class ScopedAlerts {
    /** How many posts a search among alerts looks at, newest first. */
    public static final int SEARCHED_POSTS = 5000;

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 20;

    private final Register register;
    private final PostIndex index;
    private final Schools schools;

    ScopedAlerts(Register register, PostIndex index, Schools schools) {
        this.register = register;
        this.index = index;
        this.schools = schools;
    }

    /**
     * An alert.
     *
     * @throws NotFoundException when there is none that the person may see
     */
    public Alert find(Person person, String id) {
        return register.alerts()
                .find(id)
                .filter(alert -> person.sees(alert, schools))
                .orElseThrow(() -> new NotFoundException("alert", id));
    }

    /**
     * A page of what the filter finds among what the person may see. A page may be shorter than its limit before the last; only
     * an empty cursor ends the list.
     */
    public AlertPage list(Person person, AlertFilter filter) {
        AlertFilter scoped = filter.within(person.scope());
        if (person.seesAllOfItsSchools()) {
            return register.alerts().list(scoped);
        }
        List<Alert> seen = new ArrayList<>();
        AlertPage page = register.alerts().list(scoped);
        keep(person, page, seen);
        for (int read = 1; seen.isEmpty() && !page.next().isEmpty() && read < MOST_PAGES; read++) {
            page = register.alerts().list(scoped.page(filter.limit(), page.next()));
            keep(person, page, seen);
        }
        return new AlertPage(seen, page.total(), page.next());
    }

    private void keep(Person person, AlertPage page, List<Alert> into) {
        page.alerts().stream().filter(alert -> person.sees(alert, schools)).forEach(into::add);
    }

    /**
     * Calls for each alert that the filter finds and the person may see, newest first, up to ten thousand.
     *
     * @return whether these were all
     */
    public boolean forEach(Person person, AlertFilter filter, Consumer<Alert> action) {
        AlertFilter scoped = filter.within(person.scope());
        String cursor = "";
        for (int read = 0; read < MOST_PAGES; read++) {
            AlertPage page = register.alerts().list(scoped.page(PAGE, cursor));
            page.alerts().stream().filter(alert -> person.sees(alert, schools)).forEach(action);
            cursor = page.next();
            if (cursor.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** How many alerts of each level the filter finds among what the person may see; its own level is left aside. */
    public Map<Level, Long> counts(Person person, AlertFilter filter) {
        Map<Level, Long> counts = new EnumMap<>(Level.class);
        if (!person.seesAllOfItsSchools()) {
            List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE).forEach(level -> counts.put(level, 0L));
            forEach(person, filter.atLeast(Level.NONE), alert -> counts.merge(alert.level(), 1L, Long::sum));
            return counts;
        }
        long above = 0;
        for (Level level : List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE)) {
            long total = register.alerts()
                    .list(filter.within(person.scope()).atLeast(level).page(1, ""))
                    .total();
            counts.put(level, total - above);
            above = total;
        }
        return counts;
    }

    /** Ids of the alerts that the newest {@link #SEARCHED_POSTS} posts found by the query belong to. */
    public Set<String> matching(Query query) {
        Query dangerous = new Query.And(List.of(query, new Query.Levels(Level.BLUE, Level.RED)));
        Set<String> ids = new LinkedHashSet<>();
        SearchRequest request = SearchRequest.first(dangerous, PAGE);
        for (int read = 0; read < SEARCHED_POSTS; read += PAGE) {
            SearchResult result = index.search(request);
            // the register's word: people have merged alerts and taken posts out of them since a post was indexed
            ids.addAll(register.alerts()
                    .alertsOf(result.hits().stream()
                            .map(hit -> hit.indexed().post().id())
                            .toList())
                    .values());
            if (result.next().isEmpty()) {
                break;
            }
            request = request.after(result.next().get());
        }
        return ids;
    }

    /** The first words of those of these alerts that the person may see, by id. */
    Map<String, String> words(Person person, Set<String> ids) {
        Map<String, String> words = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            forEach(person, AlertFilter.ALL.withIds(ids), alert -> words.put(alert.id(), RiskItem.words(alert)));
        }
        return words;
    }

    /** The alerts of posts by post id, of those that the person may see. */
    public Map<String, String> ofPosts(Person person, List<String> postIds) {
        Map<String, String> all = register.alerts().alertsOf(postIds);
        Set<String> seen = new LinkedHashSet<>();
        if (!all.isEmpty()) {
            forEach(person, AlertFilter.ALL.withIds(Set.copyOf(all.values())), alert -> seen.add(alert.id()));
        }
        Map<String, String> visible = new LinkedHashMap<>(all);
        visible.values().retainAll(seen);
        return visible;
    }

    /** The posts of an alert that the person may see. */
    public List<AlertPost> posts(Person person, String id) {
        return register.alerts().posts(find(person, id).id());
    }

    /** What happened to an alert; nothing for a school, whose staff may be named in the notes. */
    public List<AlertEvent> history(Person person, String id) {
        Alert alert = find(person, id);
        return person.seesHandling() ? register.alerts().history(alert.id()) : List.of();
    }

    /**
     * Who is told of an alert.
     *
     * @throws AccessDeniedException for a school
     */
    public List<Delivery> deliveries(Person person, String id) {
        Alert alert = find(person, id);
        require(person.seesHandling(), "schools do not see who else is told");
        return register.deliveries().ofAlert(alert.id());
    }

    /** A person's verdict on an alert: verified, rejected or closed. */
    public Alert decide(Person person, String id, int revision, AlertStatus verdict, String note) {
        Alert alert = find(person, id);
        require(person.mayDecide(), "only analysts decide on alerts");
        return register.alerts().decide(alert.id(), revision, verdict, person.login(), note);
    }

    /** Joins an alert into another. */
    public Alert merge(Person person, String id, String into, int revision, String note) {
        Alert alert = find(person, id);
        require(person.mayDecide(), "only analysts merge alerts");
        Alert target = find(person, into);
        return register.alerts().merge(alert.id(), target.id(), revision, person.login(), note);
    }

    /**
     * Takes posts out of an alert into one of their own.
     *
     * @throws NotFoundException when there is no such alert that the person may see, or one of the posts is not in it
     */
    public Alert part(Person person, String id, Set<String> posts, int revision, String note) {
        Alert alert = find(person, id);
        require(person.mayDecide(), "only analysts take posts out of alerts");
        Map<String, String> homes = register.alerts().alertsOf(posts);
        posts.stream()
                .filter(post -> !alert.id().equals(homes.get(post)))
                .findFirst()
                .ifPresent(post -> {
                    throw new NotFoundException("post", post);
                });
        return register.alerts().part(alert.id(), posts, revision, person.login(), note);
    }

    /** Takes an alert out of the one it was merged into, which the person must see, too. */
    public Alert unmerge(Person person, String id, int revision, String note) {
        Alert alert = find(person, id);
        require(person.mayDecide(), "only analysts undo a merge");
        if (!alert.mergedInto().isEmpty()) {
            find(person, alert.mergedInto());
        }
        return register.alerts().unmerge(alert.id(), revision, person.login(), note);
    }

    /** The person has read the alert and sees to it. */
    public List<Delivery> acknowledge(Person person, String id) {
        Alert alert = find(person, id);
        require(person.mayAcknowledge(), "schools do not acknowledge for others");
        return register.deliveries().acknowledgeAlert(alert.id(), person.login());
    }

    private static void require(boolean allowed, String why) {
        if (!allowed) {
            throw new AccessDeniedException(why);
        }
    }
}
