package huxiao.analysis.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import huxiao.analysis.Masking;
import huxiao.model.AuthorKeys;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.PostIds;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** A post as one line of JSON: {@code id}, {@code text} and optionally title, source, url, publishedAt, author, place. */
public final class PostLine {
    private static final int LONGEST_ID = 256;
    private static final List<String> KEPT = List.of("id", "source", "url", "title", "text", "place", "publishedAt");

    private PostLine() {}

    /**
     * Reads a line. Members not named above are ignored. The author is keyed at once, phone, identity and plate numbers are masked
     * at equal length; the author's key is of the window in which the line is read, whatever time it claims. Without {@code
     * publishedAt} the post counts as of {@link Instant#EPOCH}.
     *
     * @param line one JSON object
     * @param keys turns the author's handle into a key
     * @param collectedAt when the line was read
     * @throws IllegalArgumentException saying what is wrong and what is allowed
     */
    public static Post parse(String line, AuthorKeys keys, Instant collectedAt) {
        JsonNode tree = Json.tree(line);
        if (!tree.isObject()) {
            throw new IllegalArgumentException("found " + kind(tree) + ", allowed: a JSON object with id and text");
        }
        String id = required(tree, "id");
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "id: found " + id.length() + " characters, allowed: 1 to " + LONGEST_ID + ", not only spaces");
        }
        String text = Masking.mask(required(tree, "text"));
        String title = Masking.mask(optional(tree, "title"));
        String source = optional(tree, "source");
        Instant publishedAt = time(optional(tree, "publishedAt"));
        return new Post(
                id,
                PostIds.version(title, text),
                source,
                optional(tree, "url"),
                title,
                text,
                keys.key(source, optional(tree, "author"), collectedAt),
                optional(tree, "place"),
                "",
                publishedAt,
                collectedAt);
    }

    /**
     * What may be kept of a line that was refused: the members that a post has but for its author, with numbers masked. Of a line
     * that is no JSON object nobody can tell what is an author in it, so nothing is kept but its length and a hash.
     */
    public static String keepable(String line) {
        JsonNode tree;
        try {
            tree = Json.tree(line);
        } catch (IllegalArgumentException e) {
            return unread(line);
        }
        if (!(tree instanceof ObjectNode object)) {
            return unread(line);
        }
        return Masking.mask(Json.write(object.retain(KEPT)));
    }

    /** Why a line was refused, without the words that a JSON parser quotes from it. */
    public static String keepableCause(String cause) {
        return cause.startsWith("not JSON") ? cause.replaceAll("'[^']*('|$)", "'…'") : Masking.mask(cause);
    }

    private static String unread(String line) {
        return "no JSON object; " + line.length() + " characters, SHA-256 " + PostIds.sha256(line);
    }

    private static String required(JsonNode tree, String member) {
        if (!tree.has(member)) {
            throw new IllegalArgumentException(member + ": is missing; required: id, text");
        }
        return text(tree.get(member), member);
    }

    private static String optional(JsonNode tree, String member) {
        return tree.hasNonNull(member) ? text(tree.get(member), member) : "";
    }

    private static String text(JsonNode value, String member) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException(member + ": found " + kind(value) + ", allowed: a string");
        }
        return value.textValue();
    }

    private static Instant time(String found) {
        if (found.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(found).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "publishedAt: found '" + found
                            + "', allowed: RFC 3339 with offset, such as 2026-03-02T07:40:00+08:00",
                    e);
        }
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case MISSING -> "nothing";
            case STRING, BINARY, POJO -> "a string";
        };
    }
}
