package huxiao.register;

import huxiao.model.Category;
import huxiao.model.Hazard;
import huxiao.model.HazardSeverity;
import huxiao.model.HazardStatus;
import huxiao.model.PostIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Every school's risk register (风险隐患清单), each hazard with an owner and a day. Thread safe. */
public final class HazardBook {
    private final Store store;
    private final ChangeFeed changes;
    private final AuditTrail audit;

    HazardBook(Store store, ChangeFeed changes, AuditTrail audit) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * Enters a hazard.
     *
     * @param idempotencyKey chosen by the caller; the same person's same key and draft again give the same hazard, as it stands
     *     by now, and enter nothing
     * @throws IllegalArgumentException when there is no such school
     * @throws IdempotencyConflictException when the key was used for another draft
     */
    public Hazard create(HazardDraft draft, String person, Optional<String> idempotencyKey) {
        String id = idempotencyKey
                .map(key -> PostIds.sha256("hazard", person, key).substring(0, 32))
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
        String hash = PostIds.sha256(Storable.json(draft));
        return store.write(handle -> {
            Optional<String> used = handle.createQuery("select draft_hash from hazard where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne();
            if (used.isPresent()) {
                if (!used.get().equals(hash)) {
                    throw new IdempotencyConflictException("the idempotency key '" + idempotencyKey.orElse("")
                            + "' was used for another hazard before");
                }
                return find(handle, id).orElseThrow();
            }
            SchoolRows.require(handle, draft.school());
            Hazard hazard = hazard(id, 1, draft, store.now(), store.now());
            bind(handle.createUpdate("""
                                    insert into hazard (id, revision, school, category, title, detail, severity, owner, due,
                                        status, created_at, created_by, updated_at, draft_hash)
                                    values (:id, :revision, :school, :category, :title, :detail, :severity, :owner, :due,
                                        :status, :createdAt, :person, :updatedAt, :hash)
                                    """), hazard)
                    .bind("school", hazard.school())
                    .bind("createdAt", hazard.createdAt())
                    .bind("person", person)
                    .bind("hash", hash)
                    .execute();
            return noted(handle, id, person, "hazard.created", hazard.title());
        });
    }

    /**
     * Changes a hazard that is not closed; its school stays.
     *
     * @throws NoSuchElementException when there is no such hazard
     * @throws StaleRevisionException when it was changed since
     * @throws WrongStatusException when it is closed
     * @throws IllegalArgumentException when the draft names another school
     */
    public Hazard update(String id, int expectedRevision, HazardDraft draft, String person) {
        return store.write(handle -> {
            Hazard before = lockOpen(handle, id, expectedRevision);
            if (!before.school().equals(draft.school())) {
                throw new IllegalArgumentException("school: found '" + draft.school() + "', allowed: '"
                        + before.school() + "'; a hazard stays with its school");
            }
            Hazard after = hazard(id, before.revision() + 1, draft, before.createdAt(), store.now());
            write(handle, after);
            return noted(handle, id, person, "hazard.updated", after.title());
        });
    }

    /**
     * Closes a hazard: remedied and checked.
     *
     * @param note what was done, may be empty
     * @throws NoSuchElementException when there is no such hazard
     * @throws StaleRevisionException when it was changed since
     * @throws WrongStatusException when it is closed already
     */
    public Hazard close(String id, int expectedRevision, String person, String note) {
        return store.write(handle -> {
            Hazard hazard = lockOpen(handle, id, expectedRevision);
            write(
                    handle,
                    new Hazard(
                            id,
                            hazard.revision() + 1,
                            hazard.school(),
                            hazard.category(),
                            hazard.title(),
                            hazard.detail(),
                            hazard.severity(),
                            hazard.owner(),
                            hazard.due(),
                            HazardStatus.CLOSED,
                            hazard.createdAt(),
                            store.now()));
            return noted(handle, id, person, "hazard.closed", note);
        });
    }

    /** The hazard of an id. */
    public Optional<Hazard> find(String id) {
        return store.read(handle -> find(handle, id));
    }

    /** A page of hazards, earliest due first, then by id. */
    public HazardPage list(HazardFilter filter) {
        Map<String, Object> bindings = new HashMap<>();
        String where = " from hazard h join school s on s.code = h.school where "
                + String.join(" and ", conditions(filter, bindings));
        return store.readSnapshot(handle -> {
            long total = bind(handle.createQuery("select count(*)" + where), filter, bindings)
                    .mapTo(Long.class)
                    .one();
            boolean first = filter.after().isEmpty();
            String behind = first ? "" : " and (h.due, h.id) > (:afterDue, :afterId)";
            Query query = bind(
                    handle.createQuery("select h.*" + where + behind + " order by h.due, h.id limit :limit"),
                    filter,
                    bindings);
            if (!first) {
                Pages.Cursor cursor = Pages.decode(filter.after());
                query.bind("afterDue", LocalDate.ofEpochDay(cursor.order())).bind("afterId", cursor.id());
            }
            List<Hazard> hazards = query.bind("limit", filter.limit() + 1)
                    .map((row, context) -> hazard(row))
                    .list();
            boolean more = hazards.size() > filter.limit();
            List<Hazard> shown = more ? hazards.subList(0, filter.limit()) : hazards;
            return new HazardPage(shown, total, more ? cursor(shown.get(shown.size() - 1)) : "");
        });
    }

    static Hazard hazard(ResultSet row) throws SQLException {
        return new Hazard(
                row.getString("id"),
                row.getInt("revision"),
                row.getString("school"),
                Category.of(row.getString("category")),
                row.getString("title"),
                row.getString("detail"),
                HazardSeverity.of(row.getString("severity")),
                row.getString("owner"),
                row.getObject("due", LocalDate.class),
                HazardStatus.of(row.getString("status")),
                Rows.time(row, "created_at"),
                Rows.time(row, "updated_at"));
    }

    private Hazard noted(Handle handle, String id, String person, String action, String detail) {
        Hazard stored = find(handle, id).orElseThrow();
        audit.add(handle, person, action, id, detail);
        changes.add(handle, stored);
        return stored;
    }

    private static Hazard hazard(String id, int revision, HazardDraft draft, Instant createdAt, Instant updatedAt) {
        return new Hazard(
                id,
                revision,
                draft.school(),
                draft.category(),
                draft.title(),
                draft.detail(),
                draft.severity(),
                draft.owner(),
                draft.due(),
                draft.status(),
                createdAt,
                updatedAt);
    }

    private static Optional<Hazard> find(Handle handle, String id) {
        return handle.createQuery("select * from hazard where id = :id")
                .bind("id", id)
                .map((row, context) -> hazard(row))
                .findOne();
    }

    private static Hazard lockOpen(Handle handle, String id, int expectedRevision) {
        Hazard hazard = handle.createQuery("select * from hazard where id = :id for update")
                .bind("id", id)
                .map((row, context) -> hazard(row))
                .findOne()
                .orElseThrow(() -> new NoSuchElementException("there is no hazard " + id));
        if (hazard.revision() != expectedRevision) {
            throw new StaleRevisionException("hazard", id, expectedRevision, hazard.revision());
        }
        if (hazard.status() == HazardStatus.CLOSED) {
            throw new WrongStatusException("hazard " + id + " is closed; a hazard that is back is entered anew");
        }
        return hazard;
    }

    private static void write(Handle handle, Hazard hazard) {
        bind(handle.createUpdate("""
                                update hazard set revision = :revision, category = :category, title = :title,
                                    detail = :detail, severity = :severity, owner = :owner, due = :due, status = :status,
                                    updated_at = :updatedAt
                                where id = :id
                                """), hazard).execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Hazard hazard) {
        return statement
                .bind("id", hazard.id())
                .bind("revision", hazard.revision())
                .bind("category", hazard.category().wireName())
                .bind("title", hazard.title())
                .bind("detail", hazard.detail())
                .bind("severity", hazard.severity().wireName())
                .bind("owner", hazard.owner())
                .bind("due", hazard.due())
                .bind("status", hazard.status().wireName())
                .bind("updatedAt", hazard.updatedAt());
    }

    private static String cursor(Hazard hazard) {
        return Pages.encode(hazard.due().toEpochDay(), hazard.id());
    }

    private static List<String> conditions(HazardFilter filter, Map<String, Object> bindings) {
        List<String> conditions = new ArrayList<>();
        conditions.add("h.revision > 0");
        if (!filter.statuses().isEmpty()) {
            conditions.add("h.status = any(:statuses)");
        }
        if (!filter.schools().isEmpty()) {
            conditions.add("h.school = any(:schools)");
        }
        filter.category().ifPresent(category -> conditions.add("h.category = :category"));
        filter.category().map(Category::wireName).ifPresent(category -> bindings.put("category", category));
        filter.dueBefore().ifPresent(day -> conditions.add("h.due < :dueBefore"));
        filter.dueBefore().ifPresent(day -> bindings.put("dueBefore", day));
        conditions.addAll(ScopeSql.schools(filter.scopes(), bindings));
        return conditions;
    }

    private static Query bind(Query query, HazardFilter filter, Map<String, Object> bindings) {
        query.bindMap(bindings);
        if (!filter.statuses().isEmpty()) {
            query.bindArray(
                    "statuses",
                    String.class,
                    filter.statuses().stream().map(HazardStatus::wireName).toList());
        }
        if (!filter.schools().isEmpty()) {
            query.bindArray("schools", String.class, List.copyOf(filter.schools()));
        }
        return query;
    }
}
