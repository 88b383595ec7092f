package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Hazard;
import huxiao.model.SecurityFigures;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What people changed, in an order in which nothing is overtaken: a change is handed out only when every transaction that began
 * before its own has ended, so that none can still come in front of it. What the job writes itself makes no change.
 *
 * <p>A reader without a position takes {@link #position()} first, then {@link #snapshot()}, then goes on from the position. A
 * change may thus be met twice; the higher revision of a kind and id wins, so that does no harm. Thread safe.
 */
public final class ChangeFeed {
    private static final String COLUMNS =
            "cast(cast(xid as text) as bigint) as xid, sequence, kind, reference, school, revision, payload";

    private final Store store;

    ChangeFeed(Store store) {
        this.store = store;
    }

    /**
     * All that is open at one moment: open alerts, once for each linked school (once with an empty school where it is unclear),
     * hazards that are not closed, every school's figures, and saved searches. Transaction ids and sequences are 0.
     */
    public List<RegisterChange> snapshot() {
        return store.readSnapshot(handle -> {
            List<RegisterChange> all = new ArrayList<>();
            handle.createQuery("select * from alert where status in ('unverified', 'verified') order by last_seen, id")
                    .map((row, context) -> AlertRows.alert(row))
                    .forEach(alert -> all.addAll(of(alert)));
            handle.createQuery("select * from hazard where status <> 'closed' order by created_at, id")
                    .map((row, context) -> HazardBook.hazard(row))
                    .forEach(hazard -> all.add(of(hazard)));
            FiguresBook.all(handle).forEach(figures -> all.add(of(figures)));
            all.addAll(searches(handle));
            return all;
        });
    }

    /** Where every alert stands at one moment, also those that are not open. Transaction ids and sequences are 0. */
    public List<RegisterChange> standings() {
        return store.read(
                handle -> handle.createQuery("select id, revision, status, merged_into from alert order by id")
                        .map((row, context) -> new RegisterChange(
                                0,
                                0,
                                "standing",
                                row.getString("id"),
                                "",
                                row.getInt("revision"),
                                Storable.json(new AlertStanding(
                                        AlertStatus.of(row.getString("status")), row.getString("merged_into")))))
                        .list());
    }

    /** The part of a {@link #snapshot()} that is saved searches. */
    public List<RegisterChange> searches() {
        return store.read(ChangeFeed::searches);
    }

    private static List<RegisterChange> searches(Handle handle) {
        return handle.createQuery("select * from saved_search order by created_at, id")
                .map((row, context) -> of(SearchBook.search(row)))
                .list();
    }

    /** The place behind everything that a {@link #snapshot()} taken later holds in any case. */
    public ChangePosition position() {
        return store.read(handle -> handle.createQuery(
                        "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)")
                .mapTo(Long.class)
                .map(oldest -> new ChangePosition(oldest - 1, Long.MAX_VALUE))
                .one());
    }

    /** At most {@code max} changes behind a position, in order; none when there is nothing yet. */
    public List<RegisterChange> after(ChangePosition position, int max) {
        return store.read(handle -> handle.createQuery("select " + COLUMNS + """
                         from change
                        where (xid, sequence) > (cast(cast(:xid as text) as xid8), :sequence)
                            and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by change.xid, sequence limit :max
                        """)
                .bind("xid", position.xid())
                .bind("sequence", position.sequence())
                .bind("max", max)
                .map((row, context) -> new RegisterChange(
                        row.getLong("xid"),
                        row.getLong("sequence"),
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("school"),
                        row.getInt("revision"),
                        row.getString("payload")))
                .list());
    }

    void add(Handle handle, Alert alert) {
        of(alert).forEach(change -> add(handle, change));
    }

    /** The same, also for the schools that it was linked to before and is no more. */
    void add(Handle handle, Alert alert, List<String> before) {
        add(handle, alert);
        before.stream()
                .filter(school -> !alert.schools().contains(school))
                .forEach(school -> add(
                        handle,
                        new RegisterChange(0, 0, "alert", alert.id(), school, alert.revision(), Storable.json(alert))));
    }

    void add(Handle handle, Hazard hazard) {
        add(handle, of(hazard));
    }

    void add(Handle handle, SecurityFigures figures) {
        add(handle, of(figures));
    }

    void add(Handle handle, SavedSearch search) {
        add(handle, of(search));
    }

    /** That a search is not to be matched any more. */
    void addEnded(Handle handle, SavedSearch search) {
        add(handle, of(search.id(), search.revision() + 1, new SearchChange("", false)));
    }

    private void add(Handle handle, RegisterChange change) {
        handle.createUpdate("""
                        insert into change (kind, reference, school, revision, payload, at)
                        values (:kind, :id, :school, :revision, cast(:payload as jsonb), :at)
                        """)
                .bind("kind", change.kind())
                .bind("id", change.id())
                .bind("school", change.school())
                .bind("revision", change.revision())
                .bind("payload", change.payload())
                .bind("at", store.now())
                .execute();
    }

    private static List<RegisterChange> of(Alert alert) {
        List<String> schools = alert.schools().isEmpty() ? List.of("") : alert.schools();
        String payload = Storable.json(alert);
        return schools.stream()
                .map(school -> new RegisterChange(0, 0, "alert", alert.id(), school, alert.revision(), payload))
                .toList();
    }

    private static RegisterChange of(Hazard hazard) {
        return new RegisterChange(
                0, 0, "hazard", hazard.id(), hazard.school(), hazard.revision(), Storable.json(hazard));
    }

    private static RegisterChange of(SecurityFigures figures) {
        return new RegisterChange(
                0, 0, "figures", figures.school(), figures.school(), figures.revision(), Storable.json(figures));
    }

    private static RegisterChange of(SavedSearch search) {
        return of(search.id(), search.revision(), new SearchChange(search.query(), true));
    }

    private static RegisterChange of(String search, int revision, SearchChange change) {
        return new RegisterChange(0, 0, SearchChange.KIND, search, "", revision, Storable.json(change));
    }
}
