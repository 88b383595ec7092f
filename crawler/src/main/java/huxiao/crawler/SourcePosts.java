package huxiao.crawler;

import huxiao.model.AuthorKeys;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.time.Instant;
import java.util.Optional;

/** Makes the posts of one source: bounds and cleans what the page says, derives the id, and hashes the author at once. */
final class SourcePosts {
    private final SourceSettings source;
    private final AuthorKeys keys;

    SourcePosts(SourceSettings source, AuthorKeys keys) {
        this.source = source;
        this.keys = keys;
    }

    /**
     * A post.
     *
     * @param url the page in normal form
     * @param floor what tells it from others under that URL; empty when it is the only one
     * @param handle the author as the page names it; goes no further than this
     */
    Post post(
            String url,
            String floor,
            String title,
            String text,
            String handle,
            Optional<Instant> published,
            Instant now) {
        String cleanTitle = PlainText.line(title);
        String cleanText = PlainText.clean(text);
        return new Post(
                PostIds.of(source.id(), url, floor),
                PostIds.version(cleanTitle, cleanText),
                source.id(),
                url,
                cleanTitle,
                cleanText,
                keys.key(source.id(), handle, now),
                source.district(),
                source.school(),
                published.orElse(now),
                now);
    }
}
