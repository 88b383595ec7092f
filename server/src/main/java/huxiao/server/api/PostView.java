package huxiao.server.api;

import huxiao.index.IndexedPost;
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
        String alertId) {
    static PostView of(IndexedPost indexed) {
        return new PostView(
                indexed.post().id(),
                indexed.post().source(),
                indexed.post().url(),
                indexed.post().title(),
                indexed.post().text(),
                indexed.post().publishedAt(),
                indexed.assessment().level(),
                indexed.assessment().categories(),
                indexed.assessment().stance(),
                indexed.assessment().linkedSchools(),
                indexed.alertId());
    }
}
