package huxiao.server.api;

import huxiao.index.Hit;
import huxiao.index.IndexedPost;
import huxiao.index.query.PostStatus;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Post;
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
        return of(hit.indexed());
    }

    static PostView of(IndexedPost indexed) {
        Post post = indexed.post();
        Assessment assessment = indexed.assessment();
        return new PostView(
                post.id(),
                post.source(),
                post.url(),
                post.title(),
                post.text(),
                post.publishedAt(),
                assessment.level(),
                assessment.categories(),
                assessment.stance(),
                assessment.linkedSchools(),
                indexed.alertId(),
                indexed.status());
    }
}
