package huxiao.index.memory;

import huxiao.index.AlertState;
import huxiao.index.AlertStates;
import huxiao.index.CalendarUnit;
import huxiao.index.Cursor;
import huxiao.index.Districts;
import huxiao.index.Expunged;
import huxiao.index.Facets;
import huxiao.index.Hit;
import huxiao.index.IndexedPost;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.SearchResult;
import huxiao.index.SimilarPost;
import huxiao.index.query.HourOfWeek;
import huxiao.index.query.Needles;
import huxiao.index.query.Query;
import huxiao.index.text.Highlighter;
import huxiao.index.text.Keyword;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at every post for every search. Whatever is written is found at once; {@link #commit()} has nothing to keep. */
public final class InMemoryIndex implements PostIndex {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AlertStates alerts = new AlertStates();
    private final SearchContext context;

    /** An empty index. */
    public InMemoryIndex(SearchContext context) {
        this.context = context;
    }

    @Override
    public synchronized void put(List<IndexedPost> posts) {
        posts.forEach(alerts::learn);
        posts.forEach(post -> entries.put(post.post().id(), entry(post)));
    }

    @Override
    public synchronized long putAbsent(List<IndexedPost> posts) {
        return posts.stream()
                .filter(post -> entries.putIfAbsent(post.post().id(), entry(post)) == null)
                .count();
    }

    private Entry entry(IndexedPost post) {
        return Entry.of(alerts.applied(post), context.segmenter());
    }

    @Override
    public synchronized void mark(Collection<AlertState> states) {
        states.forEach(alerts::learn);
        Set<String> told = states.stream().map(AlertState::alertId).collect(Collectors.toSet());
        entries.replaceAll((id, entry) -> told.contains(entry.indexed().alertId())
                ? new Entry(alerts.applied(entry.indexed()), entry.texts())
                : entry);
    }

    @Override
    public synchronized void move(Map<String, AlertState> posts) {
        posts.values().forEach(alerts::learn);
        posts.forEach((post, alert) -> entries.computeIfPresent(
                post,
                (id, entry) -> entry.indexed().alertId().equals(alert.alertId())
                        ? entry
                        : new Entry(alerts.applied(entry.indexed().in(alert)), entry.texts())));
    }

    @Override
    public void delete(Collection<String> postIds) {
        postIds.forEach(entries::remove);
    }

    @Override
    public long deleteOlderThan(Instant postsBefore, Instant alertsBefore) {
        List<String> old = entries.values().stream()
                .map(Entry::indexed)
                .filter(indexed -> IndexedPost.millis(indexed.post().collectedAt())
                        < IndexedPost.millis(indexed.alertId().isEmpty() ? postsBefore : alertsBefore))
                .map(indexed -> indexed.post().id())
                .toList();
        delete(old);
        return old.size();
    }

    @Override
    public SearchResult search(SearchRequest request) {
        List<Entry> all = matching(request.query());
        List<Entry> left = all.stream()
                .filter(entry -> request.after()
                        .map(cursor -> entry.place().compareTo(cursor) > 0)
                        .orElse(true))
                .toList();
        List<Entry> page = left.stream().limit(request.limit()).toList();
        Optional<Cursor> next = page.isEmpty() || page.size() == left.size()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).place());
        Facets counts = request.facets() ? facets(all) : Facets.NONE;
        Facets facets = request.histogram()
                .map(unit -> counts.with(unit, counts(all, startOf(unit))))
                .orElse(counts);
        return new SearchResult(
                all.size(), page.stream().map(hits(request.query())).toList(), next, facets);
    }

    @Override
    public Stream<Hit> stream(Query query) {
        return matching(query).stream().map(hits(query));
    }

    @Override
    public List<SimilarPost> similar(IndexedPost post, Query within, int limit) {
        return SimilarPost.nearest(
                post, matching(within).stream().map(Entry::indexed).toList(), limit);
    }

    @Override
    public Optional<IndexedPost> get(String postId) {
        return Optional.ofNullable(entries.get(postId)).map(Entry::indexed);
    }

    @Override
    public long count() {
        return entries.size();
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void commit() {}

    @Override
    public void refresh() {}

    /** Nothing is left of what was removed. */
    @Override
    public Expunged expunge() {
        return new Expunged(0, 0, 0, false, Duration.ZERO);
    }

    @Override
    public void close() {}

    private List<Entry> matching(Query query) {
        return entries.values().stream()
                .filter(query.accept(new Matching(context)))
                .sorted()
                .toList();
    }

    private Function<Entry, Hit> hits(Query query) {
        Highlighter highlighter = new Highlighter(context.segmenter(), Needles.of(query, context.segmenter()));
        return entry -> new Hit(entry.indexed(), entry.indexed().marks(highlighter));
    }

    private Facets facets(List<Entry> entries) {
        Districts districts = new Districts(context.schools());
        return new Facets(
                counts(entries, indexed -> Stream.of(indexed.assessment().level())),
                counts(entries, indexed -> indexed.assessment().categories().stream()
                        .distinct()),
                counts(entries, indexed -> indexed.assessment().linkedSchools().stream()
                        .distinct()),
                counts(entries, indexed -> Stream.of(indexed.assessment().stance())),
                counts(entries, districts::of),
                counts(entries, indexed -> Stream.of(
                                Keyword.of(indexed.post().source()).text())
                        .filter(source -> !source.isEmpty())),
                counts(entries, indexed -> Stream.of(HourOfWeek.of(indexed.localTime(context.zone())))),
                counts(entries, indexed -> Stream.of(indexed.status())),
                Map.of());
    }

    private Function<IndexedPost, Stream<LocalDateTime>> startOf(CalendarUnit unit) {
        return indexed -> Stream.of(unit.startOf(indexed.localTime(context.zone())));
    }

    private static <T> Map<T, Long> counts(List<Entry> entries, Function<IndexedPost, Stream<T>> values) {
        return entries.stream()
                .map(Entry::indexed)
                .flatMap(values)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
