package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Json;
import huxiao.register.AlertEvent.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What people's decisions say of the program's judgement. Thread safe. */
public final class FeedbackBook {
    /** Steps by which a person says what an alert is; by joining another into it they say so of the other's posts. */
    private static final List<String> DECIDING =
            List.of(Action.VERIFIED.name(), Action.REJECTED.name(), Action.CLOSED.name(), Action.ABSORBED.name());

    private static final List<String> DECIDED =
            List.of(AlertStatus.VERIFIED.wireName(), AlertStatus.REJECTED.wireName(), AlertStatus.CLOSED.wireName());

    private final Store store;
    private final AuditTrail audit;

    FeedbackBook(Store store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** A person's last step about an alert. */
    private record Step(Alert alert, int revision, Instant at) {}

    /**
     * The alerts whose last decision lies at {@code since} or later, by id. Only a verified alert can be closed, so that a closed
     * one counts as found true; one that was merged is part of the other.
     */
    public List<DecidedAlert> decided(Instant since) {
        return store.readSnapshot(handle -> handle
                .createQuery("""
                        select a.*, e.revision as step_revision, e.at as step_at
                        from alert a cross join lateral (
                            select revision, at from alert_event
                            where alert_id = a.id and action = any(:deciding) and person <> ''
                            order by sequence desc limit 1) e
                        where a.status = any(:decided) and e.at >= :since order by a.id
                        """)
                .bindArray("deciding", String.class, DECIDING)
                .bindArray("decided", String.class, DECIDED)
                .bind("since", since)
                .map((row, context) ->
                        new Step(AlertRows.alert(row), row.getInt("step_revision"), Rows.time(row, "step_at")))
                .list()
                .stream()
                .map(step -> decided(handle, step))
                .toList());
    }

    /**
     * Enters into the audit trail that decisions left the register.
     *
     * @param person login of who asked
     */
    public void exported(String person, Instant since, int alerts, int rows) {
        audit.write(
                person,
                "feedback.exported",
                "",
                "decided since " + since + ": " + alerts + " alerts, " + rows + " rows");
    }

    private static DecidedAlert decided(Handle handle, Step step) {
        // What the program found after the decision, nobody has confirmed.
        Alert then = atRevision(handle, step.alert().id(), step.revision()).orElse(step.alert());
        return new DecidedAlert(
                then.id(),
                step.alert().status() == AlertStatus.REJECTED,
                step.at(),
                then.level(),
                then.categories(),
                then.stance(),
                texts(handle, then.id(), step.at()));
    }

    private static Optional<Alert> atRevision(Handle handle, String id, int revision) {
        return handle.createQuery("""
                        select payload from change where kind = 'alert' and reference = :id and revision = :revision
                        order by sequence desc limit 1
                        """)
                .bind("id", id)
                .bind("revision", revision)
                .map((row, context) -> Json.read(row.getString("payload"), Alert.class))
                .findOne();
    }

    private static List<DecidedAlert.Text> texts(Handle handle, String id, Instant until) {
        return handle.createQuery("""
                        select title, text from alert_post where alert_id = :id and collected_at <= :until
                        order by event_time, post_id
                        """)
                .bind("id", id)
                .bind("until", until)
                .map((row, context) -> new DecidedAlert.Text(row.getString("title"), row.getString("text")))
                .list();
    }
}
