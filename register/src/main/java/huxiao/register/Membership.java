package huxiao.register;

import huxiao.model.Alert;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Likeness;
import huxiao.model.Post;
import huxiao.model.Route;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code alert_post}: which alert a post belongs to. */
final class Membership {
    /** Versions of one post remembered at most; a page that changes at every look must not grow its row for ever. */
    private static final int VERSIONS = 500;

    private Membership() {}

    /** Where a post belongs, and which of its versions were met. */
    record Member(String alertId, List<String> versions) {}

    static Optional<Member> find(Handle handle, String postId) {
        return handle.createQuery("select alert_id, versions from alert_post where post_id = :id")
                .bind("id", postId)
                .map((row, context) -> new Member(row.getString("alert_id"), Rows.texts(row, "versions")))
                .findOne();
    }

    /** Fails with a unique violation when another transaction was first. */
    static void insert(Handle handle, String alertId, Sighting sighting) {
        bind(handle.createUpdate("""
                                insert into alert_post (post_id, alert_id, versions, source, url, title, text, level, category,
                                    schools, fingerprint, vector, event_time, collected_at)
                                values (:id, :alert, array[cast(:version as text)], :source, :url, :title, :text,
                                    cast(:level as danger_level), :category, :schools, :fingerprint, :vector, :eventTime,
                                    :collectedAt)
                                """), sighting)
                .bind("alert", alertId)
                .bind("version", sighting.post().version())
                .execute();
        Sightings.add(handle, sighting);
    }

    /**
     * Remembers a version; the content shown is that of the version collected last, whatever the order of arrival. The alert
     * must be locked.
     *
     * @param known the versions met before
     */
    static void addVersion(Handle handle, Sighting sighting, List<String> known) {
        List<String> versions = new ArrayList<>(known.subList(Math.max(0, known.size() + 1 - VERSIONS), known.size()));
        versions.add(sighting.post().version());
        handle.createUpdate("update alert_post set versions = :versions where post_id = :id")
                .bind("id", sighting.post().id())
                .bindArray("versions", String.class, versions)
                .execute();
        bind(handle.createUpdate("""
                                update alert_post set source = :source, url = :url, title = :title, text = :text,
                                    level = cast(:level as danger_level), category = :category, schools = :schools,
                                    fingerprint = :fingerprint, vector = :vector, event_time = :eventTime,
                                    collected_at = :collectedAt
                                where post_id = :id and collected_at <= :collectedAt
                                """), sighting).execute();
        Sightings.add(handle, sighting);
    }

    static void move(Handle handle, String postId, String alertId) {
        handle.createUpdate("update alert_post set alert_id = :alert where post_id = :id")
                .bind("id", postId)
                .bind("alert", alertId)
                .execute();
    }

    /** Moves all posts of an alert that is merged, and remembers which. */
    static void moveAll(Handle handle, Alert merged, Instant at) {
        String from = merged.id();
        String to = merged.mergedInto();
        handle.createUpdate("""
                        insert into alert_merge (merged, revision, post_id, merged_at)
                        select alert_id, :revision, post_id, :at from alert_post where alert_id = :from
                        """)
                .bind("from", from)
                .bind("revision", merged.revision())
                .bind("at", at)
                .execute();
        handle.createUpdate("update alert_post set alert_id = :to where alert_id = :from")
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** The posts that left an alert when it was merged. */
    static Set<String> mergedPosts(Handle handle, Alert merged) {
        return ids(handle.createQuery("""
                        select post_id from alert_merge where merged = :merged and revision = :revision order by post_id
                        """).bind("merged", merged.id()).bind("revision", merged.revision()));
    }

    /** The posts that were collected after an alert was merged, of the one that it was merged into. */
    static Set<String> joinedSinceMerge(Handle handle, Alert merged) {
        return ids(handle.createQuery("""
                        select post_id from alert_post where alert_id = :into and collected_at > (
                            select max(merged_at) from alert_merge where merged = :merged and revision = :revision)
                        order by post_id
                        """)
                .bind("into", merged.mergedInto())
                .bind("merged", merged.id())
                .bind("revision", merged.revision()));
    }

    /** The fingerprints of an alert's posts by post id, in order. */
    static Map<String, Long> fingerprints(Handle handle, String alertId) {
        Map<String, Long> fingerprints = new LinkedHashMap<>();
        handle.createQuery("select post_id, fingerprint from alert_post where alert_id = :alert order by post_id")
                .bind("alert", alertId)
                .map((row, context) -> Map.entry(row.getString("post_id"), row.getLong("fingerprint")))
                .forEach(entry -> fingerprints.put(entry.getKey(), entry.getValue()));
        return fingerprints;
    }

    /** When the last of some posts was collected. */
    static Instant lastCollected(Handle handle, Set<String> posts) {
        return handle.createQuery("select max(collected_at) as last from alert_post where post_id = any(:posts)")
                .bindArray("posts", String.class, List.copyOf(posts))
                .map((row, context) -> Rows.time(row, "last"))
                .one();
    }

    /** The alerts of some posts by post id; posts of no alert are left out. */
    static Map<String, String> alertsOf(Handle handle, Collection<String> postIds) {
        Map<String, String> alerts = new LinkedHashMap<>();
        handle.createQuery("select post_id, alert_id from alert_post where post_id = any(:posts) order by post_id")
                .bindArray("posts", String.class, List.copyOf(postIds))
                .map((row, context) -> Map.entry(row.getString("post_id"), row.getString("alert_id")))
                .forEach(entry -> alerts.put(entry.getKey(), entry.getValue()));
        return alerts;
    }

    private static Set<String> ids(Query query) {
        return new LinkedHashSet<>(query.mapTo(String.class).list());
    }

    static List<AlertMember> between(Handle handle, Instant from, Instant to) {
        return handle.createQuery("""
                        select p.post_id, p.alert_id, p.fingerprint, p.vector, p.category, p.schools, p.event_time,
                            :school = any(a.routes) as school_told
                        from alert_post p join alert a on a.id = p.alert_id
                        where p.event_time >= :from and p.event_time < :to order by p.event_time, p.post_id
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("school", Route.SCHOOL.wireName())
                .map((row, context) -> new AlertMember(
                        row.getString("alert_id"),
                        row.getString("post_id"),
                        new Likeness(row.getLong("fingerprint"), row.getString("vector")),
                        Category.of(row.getString("category")),
                        Rows.texts(row, "schools"),
                        Rows.time(row, "event_time"),
                        row.getBoolean("school_told")))
                .list();
    }

    static List<AlertPost> of(Handle handle, String alertId) {
        return handle.createQuery("""
                        select post_id, source, url, title, text, event_time, level from alert_post
                        where alert_id = :alert order by event_time, post_id
                        """)
                .bind("alert", alertId)
                .map((row, context) -> post(row))
                .list();
    }

    static List<RecordedPost> after(Handle handle, String postId, int limit) {
        return handle.createQuery("""
                        select post_id, source, url, title, text, event_time, level, alert_id, collected_at from alert_post
                        where post_id > :after order by post_id limit :limit
                        """)
                .bind("after", postId)
                .bind("limit", limit)
                .map((row, context) ->
                        new RecordedPost(post(row), row.getString("alert_id"), Rows.time(row, "collected_at")))
                .list();
    }

    private static AlertPost post(ResultSet row) throws SQLException {
        return new AlertPost(
                row.getString("post_id"),
                row.getString("source"),
                row.getString("url"),
                row.getString("title"),
                row.getString("text"),
                Rows.time(row, "event_time"),
                Level.valueOf(row.getString("level")));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Sighting sighting) {
        Post post = sighting.post();
        return statement
                .bind("id", post.id())
                .bind("source", post.source())
                .bind("url", post.url())
                .bind("title", post.title())
                .bind("text", post.text())
                .bind("level", sighting.assessment().level().name())
                .bind("category", sighting.assessment().categories().get(0).wireName())
                .bindArray("schools", String.class, sighting.assessment().linkedSchools())
                .bind("fingerprint", sighting.likeness().fingerprint())
                .bind("vector", sighting.likeness().vector())
                .bind("eventTime", post.eventTime())
                .bind("collectedAt", post.collectedAt());
    }
}
