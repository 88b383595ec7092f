package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.PostIds;
import huxiao.model.Schools;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes deliveries in the transaction of what they tell. */
final class Outbox {
    private final List<Receiver> receivers;

    Outbox(List<Receiver> receivers) {
        this.receivers = receivers;
    }

    /** Tells every receiver that wants the alert as it now stands. The alert must be locked. */
    void announce(Handle handle, Alert alert, Instant at) {
        if (alert.historic() || receivers.isEmpty()) {
            return;
        }
        Schools schools = SchoolRows.around(handle, alert);
        Map<String, DeliveryEvent> told = told(handle, alert.id());
        for (Receiver receiver : receivers) {
            if (receiver.wants(alert, schools)) {
                DeliveryEvent last = told.get(receiver.id());
                boolean knows = last == DeliveryEvent.RAISED || last == DeliveryEvent.UPDATED;
                insert(handle, knows ? DeliveryEvent.UPDATED : DeliveryEvent.RAISED, alert, receiver.id(), schools, at);
            }
        }
    }

    /**
     * Takes the alert back from every receiver that was told, or may have been: a try that failed may have arrived. What was
     * not sent yet will not be. The alert must be locked.
     */
    void retract(Handle handle, Alert alert, Instant at) {
        handle.createUpdate("""
                        update delivery set state = 'cancelled'
                        where alert_id = :alert and state = 'pending' and event <> 'alert.retracted'
                        """).bind("alert", alert.id()).execute();
        Schools schools = SchoolRows.around(handle, alert);
        told(handle, alert.id()).forEach((receiver, last) -> {
            if (last != DeliveryEvent.RETRACTED) {
                insert(handle, DeliveryEvent.RETRACTED, alert, receiver, schools, at);
            }
        });
    }

    /**
     * Tells every receiver of an alert that tells otherwise, or less, than before: those who want it as it now stands and know it hear
     * of a difference, those who want it and do not know it hear of it for the first time, and from those who would not be told of it
     * any more it is taken back. What was not sent yet and is true no more will not be. The alert must be locked.
     */
    void revise(Handle handle, Alert before, Alert after, Instant at) {
        Schools schools = SchoolRows.around(handle, after);
        Map<String, Receiver> wanting = new HashMap<>();
        receivers.stream()
                .filter(receiver -> receiver.wants(after, schools))
                .forEach(receiver -> wanting.put(receiver.id(), receiver));
        boolean otherwise = Growth.tellsOtherwise(before, after);
        told(handle, after.id()).keySet().stream()
                .filter(receiver -> otherwise || !wanting.containsKey(receiver))
                .forEach(receiver -> cancel(handle, after, receiver));
        Map<String, DeliveryEvent> told = told(handle, after.id());
        wanting.keySet().forEach(receiver -> {
            boolean knows = told.containsKey(receiver) && told.get(receiver) != DeliveryEvent.RETRACTED;
            if (!knows && !after.historic()) {
                insert(handle, DeliveryEvent.RAISED, after, receiver, schools, at);
            } else if (knows && otherwise) {
                insert(handle, DeliveryEvent.UPDATED, after, receiver, schools, at);
            }
        });
        told.forEach((receiver, last) -> {
            if (!wanting.containsKey(receiver) && last != DeliveryEvent.RETRACTED) {
                insert(handle, DeliveryEvent.RETRACTED, after, receiver, schools, at);
            }
        });
    }

    private static void cancel(Handle handle, Alert alert, String receiver) {
        handle.createUpdate("""
                        update delivery set state = 'cancelled'
                        where alert_id = :alert and receiver = :receiver and state = 'pending' and event <> 'alert.retracted'
                        """)
                .bind("alert", alert.id())
                .bind("receiver", receiver)
                .execute();
    }

    /** What each receiver was told last, or will be told before anything written now. */
    private static Map<String, DeliveryEvent> told(Handle handle, String alertId) {
        Map<String, DeliveryEvent> told = new HashMap<>();
        handle.createQuery("""
                        select receiver, event from delivery
                        where alert_id = :alert and (state <> 'cancelled' or attempts > 0) order by revision
                        """)
                .bind("alert", alertId)
                .map((row, context) -> Map.entry(row.getString("receiver"), DeliveryBook.event(row.getString("event"))))
                .forEach(entry -> told.put(entry.getKey(), entry.getValue()));
        return told;
    }

    private static void insert(
            Handle handle, DeliveryEvent event, Alert alert, String receiver, Schools schools, Instant at) {
        // Receivers get an alert's messages in order; a try that waits for its next turn must not hold up what is new.
        handle.createUpdate("""
                        update delivery set next_attempt = :at
                        where alert_id = :alert and receiver = :receiver and state = 'pending' and next_attempt > :at
                        """)
                .bind("at", at)
                .bind("alert", alert.id())
                .bind("receiver", receiver)
                .execute();
        handle.createUpdate("""
                        insert into delivery (id, alert_id, revision, receiver, event, level, payload, state, created_at,
                            next_attempt)
                        values (:id, :alert, :revision, :receiver, :event, cast(:level as danger_level), :payload, 'pending',
                            :at, :at)
                        on conflict do nothing
                        """)
                .bind("id", id(alert.id(), alert.revision(), receiver))
                .bind("alert", alert.id())
                .bind("revision", alert.revision())
                .bind("receiver", receiver)
                .bind("event", event.wireName())
                .bind("level", alert.level().name())
                .bind("payload", DeliveryMessage.json(event, alert, schools, at))
                .bind("at", at)
                .execute();
    }

    private static String id(String alertId, int revision, String receiver) {
        return PostIds.sha256(alertId, Integer.toString(revision), receiver).substring(0, 32);
    }
}
