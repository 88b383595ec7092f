package huxiao.server.api;

import huxiao.index.Hit;
import huxiao.index.query.PostStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A post that was found; title and text are the author's, masked. Nothing of the author. */
@Schema(name = "Post")
public record PostView(
        String id,
        String source,
        String url,
        String title,
        String text,
        Instant publishedAt,
        Level level,
        List<Category> categories,
        Stance stance,
        List<String> schools,
        String alertId,

        @Schema(
                description = "where the alert stands",
                implementation = String.class,
                allowableValues = {"unverified", "verified", "rejected", "merged", "closed", "none"})
        PostStatus status) {
    static PostView of(Hit hit) {
        return new PostView(
                hit.indexed().post().id(),
                hit.indexed().post().source(),
                hit.indexed().post().url(),
                hit.indexed().post().title(),
                hit.indexed().post().text(),
                hit.indexed().post().publishedAt(),
                hit.indexed().assessment().level(),
                hit.indexed().assessment().categories(),
                hit.indexed().assessment().stance(),
                hit.indexed().assessment().linkedSchools(),
                hit.indexed().alertId(),
                hit.indexed().status());
    }
}
