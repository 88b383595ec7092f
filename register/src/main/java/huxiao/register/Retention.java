package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.AlertStatus;
import huxiao.model.Insight;
import huxiao.model.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Deletes what is past its time. */
final class Retention {
    private final Store store;
    private final ChangeFeed changes;
    private final AuditTrail audit;

    Retention(Store store, ChangeFeed changes, AuditTrail audit) {
        this.store = store;
        this.changes = changes;
        this.audit = audit;
    }

    RetentionReport forget(Instant postsBefore, Instant alertsBefore) {
        return store.write(handle -> {
            List<Alert> alerts = handle.createQuery(
                            "select * from alert where last_collected < :before order by id for update")
                    .bind("before", alertsBefore)
                    .map((row, context) -> AlertRows.alert(row))
                    .list();
            List<String> ids = alerts.stream().map(Alert::id).toList();
            int posts = delete(handle, "delete from alert_post where alert_id = any(:ids)", ids);
            int deliveries = delete(handle, "delete from delivery where alert_id = any(:ids)", ids);
            delete(handle, "delete from alert where id = any(:ids)", ids);
            // Rows of the feed hold the text too. A reader that has not met them yet needs only the closing rows added
            // below.
            int feed = delete(handle, "delete from change where kind = 'alert' and reference = any(:ids)", ids);
            feed += delete(handle, "delete from change where at < :before", alertsBefore);
            int deadLetters = delete(handle, "delete from dead_letter where at < :before", postsBefore);
            int shadow = delete(handle, "delete from shadow_difference where collected_at < :before", postsBefore);
            shadow += delete(handle, "delete from shadow_judged where collected_at < :before", postsBefore);
            int hits = delete(handle, "delete from search_hit where collected_at < :before", postsBefore);
            alerts.stream().filter(Alert::isOpen).forEach(alert -> changes.add(handle, withoutText(alert)));
            RetentionReport report =
                    new RetentionReport(alerts.size(), posts, deliveries, feed, deadLetters, shadow, hits);
            audit.add(
                    handle,
                    "system",
                    "retention.run",
                    "",
                    "alerts before " + alertsBefore + ", posts before " + postsBefore + ": " + report);
            return report;
        });
    }

    Optional<String> forgetPost(String postId, String person, String reason) {
        String stored = Storable.text(postId);
        return store.write(handle -> {
            Optional<String> alert = handle.createQuery("select alert_id from alert_post where post_id = :post")
                    .bind("post", stored)
                    .mapTo(String.class)
                    .findOne();
            if (alert.isEmpty()) {
                delete(handle, "delete from dead_letter where reference = :post", stored);
                delete(handle, "delete from shadow_difference where post_id = :post", stored);
                delete(handle, "delete from search_hit where post_id = :post", stored);
                audit.add(handle, person, "post.forgotten", stored, reason);
            }
            return alert;
        });
    }

    /** Deletes the oldest hits of searches beyond a number of each, in the order in which they are listed; the posts stay. */
    static void letGo(Handle handle, List<String> searches, int most) {
        handle.createUpdate("""
                        with first_too_many as (
                            select q.id as search_id, f.found_at, f.id
                            from saved_search q cross join lateral (
                                select h.found_at, h.id from search_hit h where h.search_id = q.id
                                order by h.found_at desc, h.id offset :most limit 1) f
                            where q.id = any(:searches)
                        ), gone as (
                            delete from search_hit h using first_too_many f
                            where h.search_id = f.search_id
                                and (h.found_at < f.found_at or (h.found_at = f.found_at and h.id >= f.id))
                        )
                        update saved_search q set let_go_until = f.found_at from first_too_many f where q.id = f.search_id
                        """)
                .bind("most", most)
                .bindArray("searches", String.class, searches)
                .execute();
    }

    /** A saved search that its owner ends, with all that it found; the feed keeps no word of it. */
    static void endSearch(Handle handle, String id) {
        handle.createUpdate("delete from saved_search where id = :id")
                .bind("id", id)
                .execute();
        handle.createUpdate("delete from change where kind = 'search' and reference = :id")
                .bind("id", id)
                .execute();
    }

    private static void delete(Handle handle, String sql, String post) {
        handle.createUpdate(sql).bind("post", post).execute();
    }

    private static int delete(Handle handle, String sql, List<String> ids) {
        return handle.createUpdate(sql).bindArray("ids", String.class, ids).execute();
    }

    private static int delete(Handle handle, String sql, Instant before) {
        return handle.createUpdate(sql).bind("before", before).execute();
    }

    /** The last that the job hears of it: closed, so that it counts no more for its schools. */
    private static Alert withoutText(Alert alert) {
        Alert closed = Growth.decided(alert, AlertStatus.CLOSED, "");
        Post post = alert.post();
        return new Alert(
                closed.id(),
                closed.revision(),
                closed.status(),
                closed.level(),
                closed.categories(),
                closed.stance(),
                closed.routes(),
                closed.schools(),
                closed.candidates(),
                new Post(
                        post.id(),
                        post.version(),
                        post.source(),
                        "",
                        "",
                        "",
                        "",
                        post.place(),
                        post.sourceSchool(),
                        post.publishedAt(),
                        post.collectedAt()),
                List.of(),
                Insight.NONE,
                closed.score(),
                closed.copies(),
                closed.firstSeen(),
                closed.lastSeen(),
                closed.historic(),
                closed.mergedInto());
    }
}
