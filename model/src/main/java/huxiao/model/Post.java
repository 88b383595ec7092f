package huxiao.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One public post as it was collected. Absent strings are empty, never null.
 *
 * @param id the given id, else {@link PostIds#of SHA-256 of source, URL and floor}
 * @param version hash of title and text; an edited post keeps its id and gets a new version
 * @param source id of the configured source it came from
 * @param url where a person can read it
 * @param title title, may be empty
 * @param text text, with phone, identity and plate numbers masked at equal length
 * @param author rotating keyed hash of the author's handle ({@link AuthorKeys}), never the handle; may be empty
 * @param place district that the source is tied to, may be empty
 * @param sourceSchool code of the school that the source is tied to, may be empty
 * @param publishedAt as the page claims it
 * @param collectedAt when it was read
 */
public record Post(
        String id,
        String version,
        String source,
        String url,
        String title,
        String text,
        String author,
        String place,
        String sourceSchool,
        Instant publishedAt,
        Instant collectedAt) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    public Post {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(sourceSchool, "sourceSchool");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(collectedAt, "collectedAt");
        if (id.isBlank()) {
            throw new IllegalArgumentException("a post needs an id");
        }
    }

    /** The claimed time, but never later than five minutes after collection: the time to compute with. */
    public Instant eventTime() {
        Instant latest = collectedAt.plus(CLOCK_SKEW);
        return publishedAt.isAfter(latest) ? latest : publishedAt;
    }

    /** Title or text. */
    public String field(Field field) {
        return field == Field.TITLE ? title : text;
    }

    /** This post as published at another time, for one that says nothing of it. */
    public Post publishedAt(Instant time) {
        return new Post(id, version, source, url, title, text, author, place, sourceSchool, time, collectedAt);
    }

    /** This post with other title and text of the same lengths or not; the version follows the content. */
    public Post withContent(String newTitle, String newText) {
        return new Post(
                id,
                PostIds.version(newTitle, newText),
                source,
                url,
                newTitle,
                newText,
                author,
                place,
                sourceSchool,
                publishedAt,
                collectedAt);
    }
}
