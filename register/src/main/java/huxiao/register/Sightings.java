package huxiao.register;

import huxiao.model.Assessment;
import huxiao.model.Json;
import huxiao.model.Post;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code alert_sighting}: what the posts of alerts were judged to tell, and nothing of who wrote them. A post that comes to lead
 * its alert again thus does so without that.
 */
final class Sightings {
    private Sightings() {}

    /**
     * Keeps what a version of a post tells, where it tells more than the versions before: a page that changes at every look must not
     * fill the table. The alert must be locked or new.
     */
    static void add(Handle handle, Sighting sighting) {
        List<Sighting> known = ofPost(handle, sighting.post().id());
        if (!known.isEmpty()) {
            List<Sighting> all = new ArrayList<>(known);
            all.add(sighting);
            if (!Growth.tellsMore(Growth.of("", known), Growth.of("", all))) {
                return;
            }
        }
        handle.createUpdate("""
                        insert into alert_sighting (post_id, version, post, assessment, historic, collected_at)
                        values (:id, :version, cast(:post as jsonb), cast(:assessment as jsonb), :historic, :collectedAt)
                        on conflict do nothing
                        """)
                .bind("id", sighting.post().id())
                .bind("version", sighting.post().version())
                .bind("post", Storable.json(withoutAuthor(sighting.post())))
                .bind("assessment", Storable.json(sighting.assessment()))
                .bind("historic", sighting.historic())
                .bind("collectedAt", sighting.post().collectedAt())
                .execute();
    }

    /** What the posts of an alert tell, collected first in front. */
    static List<Sighting> ofAlert(Handle handle, String alertId) {
        return read(handle, "p.alert_id = :key", alertId);
    }

    private static List<Sighting> ofPost(Handle handle, String postId) {
        return read(handle, "p.post_id = :key", postId);
    }

    private static List<Sighting> read(Handle handle, String where, String key) {
        return handle.createQuery("""
                        select s.post, s.assessment, s.historic from alert_sighting s join alert_post p on p.post_id = s.post_id
                        where\s""" + where + " order by s.collected_at, s.post_id, s.version")
                .bind("key", key)
                .map((row, context) -> new Sighting(
                        Json.read(row.getString("post"), Post.class),
                        Json.read(row.getString("assessment"), Assessment.class),
                        0,
                        "",
                        row.getBoolean("historic")))
                .list();
    }

    private static Post withoutAuthor(Post post) {
        return new Post(
                post.id(),
                post.version(),
                post.source(),
                post.url(),
                post.title(),
                post.text(),
                "",
                post.place(),
                post.sourceSchool(),
                post.publishedAt(),
                post.collectedAt());
    }
}
