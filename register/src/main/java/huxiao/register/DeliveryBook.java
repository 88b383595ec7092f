package huxiao.register;

import huxiao.model.Alert;
import huxiao.register.AlertEvent.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The outbox: what receivers must get, at least once, each alert's messages in the order of its revisions. Thread safe; several
 * processes may send at once.
 */
public final class DeliveryBook {
    private static final int MAX_ERROR = 1000;

    private final Store store;
    private final AuditTrail audit;

    DeliveryBook(Store store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * Hands out deliveries that are due, most urgent level first, then oldest. Whoever gets one says within the lease what became
     * of it by {@link #sent}, {@link #failed} or {@link #dead}; after the lease it is handed out again, so that what a killed
     * process had taken comes back. A message is held back while an earlier one about the same alert to the same receiver is not
     * done with.
     *
     * @param max how many at most
     * @param lease longer than a try to send may last
     */
    public List<Delivery> claim(int max, Duration lease) {
        return claimDue("", max, lease);
    }

    /**
     * The same for one receiver alone, so that one who is slow need not hold up the others.
     *
     * @param receiver id of the receiver
     */
    public List<Delivery> claim(String receiver, int max, Duration lease) {
        if (receiver.isEmpty()) {
            throw new IllegalArgumentException("receiver: found '', allowed: the id of a receiver");
        }
        return claimDue(receiver, max, lease);
    }

    private List<Delivery> claimDue(String receiver, int max, Duration lease) {
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("lease: found " + lease + ", allowed: longer than nothing");
        }
        Instant now = store.now();
        return store.write(handle -> handle.createQuery("""
                        with due as (
                            select d.id from delivery d
                            where d.state = 'pending' and d.next_attempt <= :now
                                and (:receiver = '' or d.receiver = :receiver)
                                and (d.lease_until is null or d.lease_until <= :now)
                                and not exists (
                                    select 1 from delivery e
                                    where e.alert_id = d.alert_id and e.receiver = d.receiver and e.revision < d.revision
                                        and (e.state = 'pending' or e.lease_until > :now))
                            order by d.level desc, d.created_at, d.id
                            limit :max
                            for update skip locked),
                        claimed as (
                            update delivery d set lease_until = :until, attempts = d.attempts + 1
                            from due where d.id = due.id
                            returning d.*)
                        select * from claimed order by level desc, created_at, id
                        """)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("max", max)
                .bind("receiver", receiver)
                .map((row, context) -> delivery(row))
                .list());
    }

    /** The receiver took it; said even of one that was cancelled meanwhile, since it is the truth. */
    public void sent(String id) {
        store.write(handle ->
                handle.createUpdate("""
                        update delivery set state = 'sent', sent_at = :now, lease_until = null, last_error = ''
                        where id = :id and state in ('pending', 'cancelled')
                        """).bind("id", id).bind("now", store.now()).execute());
    }

    /** A try failed; the next one not before {@code nextAttempt}. */
    public void failed(String id, String error, Instant nextAttempt) {
        store.write(handle -> handle.createUpdate("""
                        update delivery set lease_until = null, last_error = :error, next_attempt = :next
                        where id = :id and state in ('pending', 'cancelled')
                        """)
                .bind("id", id)
                .bind("error", Storable.cut(error, MAX_ERROR))
                .bind("next", nextAttempt)
                .execute());
    }

    /** Given up; later messages about the alert go on to this receiver. */
    public void dead(String id, String error) {
        store.write(handle -> handle.createUpdate("""
                        update delivery set state = case when state = 'pending' then 'dead' else state end,
                            lease_until = null, last_error = :error
                        where id = :id and state in ('pending', 'cancelled')
                        """)
                .bind("id", id)
                .bind("error", Storable.cut(error, MAX_ERROR))
                .execute());
    }

    /** The delivery of an id. */
    public Optional<Delivery> find(String id) {
        return store.read(handle -> find(handle, id));
    }

    /** The deliveries of an alert, oldest revision first, then by receiver. */
    public List<Delivery> ofAlert(String alertId) {
        return store.read(
                handle -> handle.createQuery("select * from delivery where alert_id = :id order by revision, receiver")
                        .bind("id", alertId)
                        .map((row, context) -> delivery(row))
                        .list());
    }

    /**
     * A person says that the message was read. The first one counts; a repetition changes nothing.
     *
     * @throws NoSuchElementException when there is no such delivery
     */
    public Delivery acknowledge(String deliveryId, String person) {
        return store.write(handle -> {
            Delivery delivery = find(handle, deliveryId)
                    .orElseThrow(() -> new NoSuchElementException("there is no delivery " + deliveryId));
            acknowledge(handle, delivery.alertId(), Optional.of(deliveryId), person);
            return find(handle, deliveryId).orElseThrow();
        });
    }

    /**
     * A person says that all that was told of an alert so far was read, to whomever it was told.
     *
     * @return the alert's deliveries
     * @throws NoSuchElementException when there is no such alert
     */
    public List<Delivery> acknowledgeAlert(String alertId, String person) {
        store.write(handle -> {
            acknowledge(handle, alertId, Optional.empty(), person);
            return true;
        });
        return ofAlert(alertId);
    }

    /** How many deliveries stand where; every state is there. */
    public Map<DeliveryState, Long> counts() {
        Map<DeliveryState, Long> counts = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            counts.put(state, 0L);
        }
        store.read(handle -> handle.createQuery("select state, count(*) from delivery group by state")
                        .map((row, context) -> Map.entry(state(row.getString(1)), row.getLong(2)))
                        .list())
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** When the oldest pending delivery was made. */
    public Optional<Instant> oldestPending() {
        return store.read(handle -> handle.createQuery(
                        "select min(created_at) as oldest from delivery where state = 'pending' having min(created_at) is not null")
                .map((row, context) -> Rows.time(row, "oldest"))
                .findOne());
    }

    private void acknowledge(Handle handle, String alertId, Optional<String> deliveryId, String person) {
        Alert alert = AlertRows.lock(handle, alertId)
                .orElseThrow(() -> new NoSuchElementException("there is no alert " + alertId))
                .alert();
        Instant now = store.now();
        int acknowledged = handle.createUpdate("""
                        update delivery set acknowledged_at = :now, acknowledged_by = :person
                        where alert_id = :alert and (:delivery = '' or id = :delivery) and acknowledged_at is null
                        """)
                .bind("now", now)
                .bind("person", person)
                .bind("alert", alertId)
                .bind("delivery", deliveryId.orElse(""))
                .execute();
        if (acknowledged > 0) {
            AlertBook.event(handle, alert, now, person, Action.ACKNOWLEDGED, deliveryId.orElse(""));
            audit.add(
                    handle,
                    person,
                    "alert.acknowledged",
                    alertId,
                    deliveryId.map(id -> "delivery " + id).orElse("deliveries: " + acknowledged));
        }
    }

    private static Optional<Delivery> find(Handle handle, String id) {
        return handle.createQuery("select * from delivery where id = :id")
                .bind("id", id)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    static DeliveryEvent event(String wireName) {
        for (DeliveryEvent event : DeliveryEvent.values()) {
            if (event.wireName().equals(wireName)) {
                return event;
            }
        }
        throw new IllegalStateException("no such delivery event: " + wireName);
    }

    private static DeliveryState state(String wireName) {
        return DeliveryState.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("alert_id"),
                row.getInt("revision"),
                row.getString("receiver"),
                event(row.getString("event")),
                row.getString("payload"),
                state(row.getString("state")),
                row.getInt("attempts"),
                Rows.time(row, "created_at"),
                Rows.time(row, "next_attempt"),
                Rows.maybeTime(row, "sent_at"),
                Rows.maybeTime(row, "acknowledged_at"),
                row.getString("acknowledged_by"),
                row.getString("last_error"));
    }
}
