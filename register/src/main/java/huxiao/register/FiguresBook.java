package huxiao.register;

import huxiao.model.SecurityFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What schools report of their guards and inspections. Thread safe. */
public final class FiguresBook {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final String SELECT = """
            select f.school, f.revision, f.guards, f.updated_at,
                (select max(i.day) from inspection i where i.school = f.school) as last_inspection
            from security_figures f
            """;

    private final Store store;
    private final ChangeFeed changes;
    private final AuditTrail audit;

    FiguresBook(Store store, ChangeFeed changes, AuditTrail audit) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * Enters a school's figures. Inspections are kept one by one, so an older day than the last one adds to the history and
     * does not move the last one back. What is the same as before changes nothing.
     *
     * @param guards full-time guards (专职保安员), 0…9999
     * @param lastInspection day of a safety inspection, not in the future; {@link LocalDate#MIN} when there was none to report
     * @throws IllegalArgumentException when there is no such school, or a value is out of range
     */
    public SecurityFigures put(String school, int guards, LocalDate lastInspection, String person) {
        LocalDate today = LocalDate.ofInstant(store.now(), ZONE);
        boolean inspected = !lastInspection.equals(LocalDate.MIN);
        if (guards < 0 || guards > 9999) {
            throw new IllegalArgumentException("guards: found " + guards + ", allowed: 0 to 9999");
        }
        if (inspected && (lastInspection.isBefore(EARLIEST) || lastInspection.isAfter(today))) {
            throw new IllegalArgumentException(
                    "lastInspection: found " + lastInspection + ", allowed: " + EARLIEST + " to " + today);
        }
        return store.write(handle -> {
            SchoolRows.require(handle, school);
            Optional<SecurityFigures> before = handle.createQuery(SELECT + " where f.school = :school for update of f")
                    .bind("school", school)
                    .map((row, context) -> figures(row))
                    .findOne();
            boolean news = inspected
                    && handle.createUpdate("""
                                            insert into inspection (school, day, recorded_at, recorded_by)
                                            values (:school, :day, :now, :person) on conflict do nothing
                                            """)
                                    .bind("school", school)
                                    .bind("day", lastInspection)
                                    .bind("now", store.now())
                                    .bind("person", person)
                                    .execute()
                            > 0;
            if (before.isPresent() && before.get().guards() == guards && !news) {
                return before.get();
            }
            handle.createUpdate("""
                            insert into security_figures (school, revision, guards, updated_at)
                            values (:school, 1, :guards, :now)
                            on conflict (school) do update set revision = security_figures.revision + 1,
                                guards = excluded.guards, updated_at = excluded.updated_at
                            """)
                    .bind("school", school)
                    .bind("guards", guards)
                    .bind("now", store.now())
                    .execute();
            SecurityFigures after = find(handle, school).orElseThrow();
            audit.add(
                    handle,
                    person,
                    "figures.entered",
                    school,
                    "guards " + guards + (inspected ? ", inspection " + lastInspection : ""));
            changes.add(handle, after);
            return after;
        });
    }

    /** What a school reported last. */
    public Optional<SecurityFigures> find(String school) {
        return store.read(handle -> find(handle, school));
    }

    /** The days of a school's inspections, newest first. */
    public List<LocalDate> inspections(String school) {
        return store.read(
                handle -> handle.createQuery("select day from inspection where school = :school order by day desc")
                        .bind("school", school)
                        .map((row, context) -> row.getObject("day", LocalDate.class))
                        .list());
    }

    static List<SecurityFigures> all(Handle handle) {
        return handle.createQuery(SELECT + " order by f.school")
                .map((row, context) -> figures(row))
                .list();
    }

    private static Optional<SecurityFigures> find(Handle handle, String school) {
        return handle.createQuery(SELECT + " where f.school = :school")
                .bind("school", school)
                .map((row, context) -> figures(row))
                .findOne();
    }

    private static SecurityFigures figures(ResultSet row) throws SQLException {
        return new SecurityFigures(
                row.getString("school"),
                row.getInt("revision"),
                row.getInt("guards"),
                Optional.ofNullable(row.getObject("last_inspection", LocalDate.class))
                        .orElse(LocalDate.MIN),
                Rows.time(row, "updated_at"));
    }
}
