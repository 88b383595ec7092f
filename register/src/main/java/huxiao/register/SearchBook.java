package huxiao.register;

import huxiao.model.PostIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * The searches that people keep, and what these found. Whoever reads or changes a search is its owner: another's looks as if it were
 * not there. The audit trail says that a search was saved, changed or ended, not what it looks for. Thread safe.
 */
public final class SearchBook {
    /** A count of what was not seen stops here: nobody needs to know how many more. */
    public static final int MOST_COUNTED = 1000;

    private final Store store;
    private final ChangeFeed changes;
    private final AuditTrail audit;

    SearchBook(Store store, ChangeFeed changes, AuditTrail audit) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * Saves a search; it finds what is stored from now on.
     *
     * @param most how many one person may keep
     * @throws IllegalArgumentException when there is no such account
     * @throws TooManySearchesException when the person keeps so many already
     */
    public SavedSearch create(SearchDraft draft, String owner, int most) {
        String id = UUID.randomUUID().toString().replace("-", "");
        return store.write(handle -> {
            // Locks the account, so that two requests at once do not both find room for the last one.
            Optional<String> account = handle.createQuery(
                            "select login from account where login = :owner for no key update")
                    .bind("owner", owner)
                    .mapTo(String.class)
                    .findOne();
            if (account.isEmpty()) {
                throw new IllegalArgumentException("there is no account " + owner);
            }
            int kept = handle.createQuery("select count(*) from saved_search where owner = :owner")
                    .bind("owner", owner)
                    .mapTo(Integer.class)
                    .one();
            if (kept >= most) {
                throw new TooManySearchesException(most);
            }
            handle.createUpdate("""
                            insert into saved_search (id, revision, owner, name, query, announced, created_at, updated_at, seen_until)
                            values (:id, 1, :owner, :name, :query, :announced, :now, :now, :now)
                            """)
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("name", draft.name())
                    .bind("query", draft.query())
                    .bind("announced", draft.announced())
                    .bind("now", store.now())
                    .execute();
            return noted(handle, id, owner, "search.saved");
        });
    }

    /**
     * Changes a search. What it found before stays.
     *
     * @throws NoSuchElementException when the person keeps no such search
     * @throws StaleRevisionException when it was changed since
     */
    public SavedSearch update(String id, int expectedRevision, SearchDraft draft, String owner) {
        return store.write(handle -> {
            lock(handle, id, expectedRevision, owner);
            handle.createUpdate("""
                            update saved_search set revision = revision + 1, name = :name, query = :query, announced = :announced,
                                updated_at = :now
                            where id = :id
                            """)
                    .bind("id", id)
                    .bind("name", draft.name())
                    .bind("query", draft.query())
                    .bind("announced", draft.announced())
                    .bind("now", store.now())
                    .execute();
            return noted(handle, id, owner, "search.changed");
        });
    }

    /**
     * Ends a search; it is gone with all that it found. The posts stay where they are.
     *
     * @throws NoSuchElementException when the person keeps no such search
     * @throws StaleRevisionException when it was changed since
     */
    public void end(String id, int expectedRevision, String owner) {
        store.write(handle -> {
            SavedSearch search = lock(handle, id, expectedRevision, owner);
            Retention.endSearch(handle, id);
            audit.add(handle, owner, "search.ended", id, "");
            changes.addEnded(handle, search);
            return true;
        });
    }

    /** A person's search. */
    public Optional<SavedSearch> find(String id, String owner) {
        return store.read(handle -> find(handle, id, owner));
    }

    /** All searches of a person, in the order in which they were saved. */
    public List<SavedSearch> list(String owner) {
        return store.read(
                handle -> handle.createQuery("select * from saved_search where owner = :owner order by created_at, id")
                        .bind("owner", owner)
                        .map((row, context) -> search(row))
                        .list());
    }

    /**
     * Writes what was found; what was written before stays as old as it is, and what a search found that is gone by now is left out.
     * A search that finds everything must not fill the disk: beyond {@code most} the oldest hits of a search are let go, seen or not,
     * which {@link SavedSearch#letGoUntil()} says. One transaction.
     *
     * @param most how many hits of one search are kept
     */
    public void put(List<SearchHit> hits, int most) {
        if (hits.isEmpty()) {
            return;
        }
        // Always in the same order, so that two writers do not wait for each other.
        List<SearchHit> ordered =
                hits.stream().sorted(Comparator.comparing(SearchBook::id)).toList();
        List<String> searches =
                hits.stream().map(SearchHit::searchId).distinct().sorted().toList();
        store.write(handle -> {
            // Waits for whoever is ending a search: one that is gone by then is left out.
            // And hits are counted by one writer at a time.
            handle.createQuery("select id from saved_search where id = any(:searches) order by id for no key update")
                    .bindArray("searches", String.class, searches)
                    .mapTo(String.class)
                    .list();
            insert(handle, ordered);
            Retention.letGo(handle, searches, most);
            return true;
        });
    }

    private void insert(Handle handle, List<SearchHit> hits) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into search_hit (id, search_id, post_id, level, schools, collected_at, found_at)
                select :id, q.id, :post, cast(:level as danger_level), :schools, :collectedAt, :now
                from saved_search q where q.id = :search
                on conflict (id) do update set level = excluded.level, schools = excluded.schools,
                    collected_at = excluded.collected_at
                """);
        Instant now = store.now();
        for (SearchHit hit : hits) {
            batch.bind("id", id(hit))
                    .bind("search", hit.searchId())
                    .bind("post", hit.postId())
                    .bind("level", hit.level().name())
                    .bindArray("schools", String.class, hit.schools())
                    .bind("collectedAt", hit.collectedAt())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /**
     * A page of what a search found and its owner may see, newest find first.
     *
     * @throws NoSuchElementException when the reader keeps no such search
     */
    public HitPage hits(String id, HitReader reader) {
        Map<String, Object> bindings = new HashMap<>();
        String where = " from search_hit h where h.search_id = :search and " + visible(reader, bindings);
        return store.readSnapshot(handle -> {
            SavedSearch search = find(handle, id, reader.owner()).orElseThrow(() -> missing(id));
            long total = bind(handle.createQuery("select count(*)" + where), reader, bindings)
                    .bind("search", id)
                    .mapTo(Long.class)
                    .one();
            boolean first = reader.after().isEmpty();
            String behind =
                    first ? "" : " and (h.found_at < :afterTime or (h.found_at = :afterTime and h.id > :afterId))";
            Query query = bind(
                            handle.createQuery("select h.id, h.post_id, h.found_at" + where + behind
                                    + " order by h.found_at desc, h.id limit :limit"),
                            reader,
                            bindings)
                    .bind("search", id)
                    .bind("limit", reader.limit() + 1);
            if (!first) {
                Pages.Cursor cursor = Pages.decode(reader.after());
                query.bind("afterTime", Instant.EPOCH.plus(cursor.order(), ChronoUnit.MICROS))
                        .bind("afterId", cursor.id());
            }
            List<Row> rows =
                    query.map((row, context) -> row(row, search.seenUntil())).list();
            boolean more = rows.size() > reader.limit();
            List<Row> shown = more ? rows.subList(0, reader.limit()) : rows;
            return new HitPage(
                    shown.stream().map(Row::post).toList(),
                    total,
                    more ? shown.get(shown.size() - 1).cursor() : "");
        });
    }

    /**
     * How many posts each of the reader's searches found that they may see and have not seen, by id of the search, up to
     * {@link #MOST_COUNTED} each; a search without any is left out.
     */
    public Map<String, Long> unseen(HitReader reader) {
        Map<String, Object> bindings = new HashMap<>();
        String counted = "select count(*) from (select 1 from search_hit h where h.search_id = q.id"
                + " and h.found_at > q.seen_until and " + visible(reader, bindings) + " limit " + MOST_COUNTED + ") n";
        return store.read(handle -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            bind(
                            handle.createQuery("select q.id, (" + counted + ") as unseen from saved_search q"
                                    + " where q.owner = :owner order by q.created_at, q.id"),
                            reader,
                            bindings)
                    .bind("owner", reader.owner())
                    .map((row, context) -> Map.entry(row.getString("id"), row.getLong("unseen")))
                    .forEach(entry -> {
                        if (entry.getValue() > 0) {
                            counts.put(entry.getKey(), entry.getValue());
                        }
                    });
            return counts;
        });
    }

    /** The same over all searches that are to be announced, up to {@link #MOST_COUNTED}. */
    public long announced(HitReader reader) {
        Map<String, Object> bindings = new HashMap<>();
        String found = "select 1 from search_hit h join saved_search q on q.id = h.search_id"
                + " where q.owner = :owner and q.announced and h.found_at > q.seen_until and "
                + visible(reader, bindings)
                + " limit " + MOST_COUNTED;
        return store.read(handle -> bind(handle.createQuery("select count(*) from (" + found + ") n"), reader, bindings)
                .bind("owner", reader.owner())
                .mapTo(Long.class)
                .one());
    }

    /**
     * Says that its owner has seen what a search found up to a moment. An earlier one than said before changes nothing.
     *
     * @throws NoSuchElementException when the person keeps no such search
     */
    public void seen(String id, Instant until, String owner) {
        int found = store.write(handle -> handle.createUpdate("""
                        update saved_search set seen_until = greatest(seen_until, least(:until, :now))
                        where id = :id and owner = :owner
                        """)
                .bind("id", id)
                .bind("owner", owner)
                .bind("until", until)
                .bind("now", store.now())
                .execute());
        if (found == 0) {
            throw missing(id);
        }
    }

    static SavedSearch search(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getString("id"),
                row.getInt("revision"),
                row.getString("owner"),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("announced"),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"),
                Rows.time(row, "seen_until"),
                Rows.maybeTime(row, "let_go_until"));
    }

    /** One hit with its place in the list. */
    private record Row(FoundPost post, String cursor) {}

    private static Row row(ResultSet row, Instant seenUntil) throws SQLException {
        Instant foundAt = Rows.time(row, "found_at");
        return new Row(
                new FoundPost(row.getString("post_id"), foundAt, foundAt.isAfter(seenUntil)),
                Pages.encode(ChronoUnit.MICROS.between(Instant.EPOCH, foundAt), row.getString("id")));
    }

    /** Condition on {@code search_hit h}: the same answers as a search over posts with the reader's rights gives. */
    private static String visible(HitReader reader, Map<String, Object> bindings) {
        StringBuilder condition = new StringBuilder("h.level >= cast(:least as danger_level)");
        for (String covered : ScopeSql.schools(List.of(reader.scope()), bindings)) {
            condition
                    .append(" and exists (select 1 from school s where s.active and s.code = any(h.schools) and ")
                    .append(covered)
                    .append(')');
        }
        return condition.toString();
    }

    private static Query bind(Query query, HitReader reader, Map<String, Object> bindings) {
        return query.bindMap(bindings).bind("least", reader.least().name());
    }

    private SavedSearch noted(Handle handle, String id, String owner, String action) {
        SavedSearch stored = find(handle, id, owner).orElseThrow();
        audit.add(handle, owner, action, id, "");
        changes.add(handle, stored);
        return stored;
    }

    private static Optional<SavedSearch> find(Handle handle, String id, String owner) {
        return handle.createQuery("select * from saved_search where id = :id and owner = :owner")
                .bind("id", id)
                .bind("owner", owner)
                .map((row, context) -> search(row))
                .findOne();
    }

    private static SavedSearch lock(Handle handle, String id, int expectedRevision, String owner) {
        SavedSearch search = handle.createQuery(
                        "select * from saved_search where id = :id and owner = :owner for update")
                .bind("id", id)
                .bind("owner", owner)
                .map((row, context) -> search(row))
                .findOne()
                .orElseThrow(() -> missing(id));
        if (search.revision() != expectedRevision) {
            throw new StaleRevisionException("saved search", id, expectedRevision, search.revision());
        }
        return search;
    }

    private static NoSuchElementException missing(String id) {
        return new NoSuchElementException("there is no saved search " + id);
    }

    private static String id(SearchHit hit) {
        return PostIds.sha256("hit", hit.searchId(), Storable.text(hit.postId()))
                .substring(0, 32);
    }
}
