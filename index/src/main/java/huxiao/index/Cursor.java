package huxiao.index;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * A place in the one order of answers: after the post of this time and id. It stays good when posts come and go, since it names
 * a place and not a count.
 *
 * @param time {@link IndexedPost#time()} of the last post seen
 * @param id id of the last post seen
 */
public record Cursor(long time, String id) implements Comparable<Cursor> {
    public Cursor {
        Objects.requireNonNull(id, "id");
    }

    /** The place right after a post. */
    public static Cursor at(IndexedPost post) {
        return new Cursor(post.time(), post.post().id());
    }

    /** The one order of answers: newest first, then by id in the order of Unicode code points. */
    @Override
    public int compareTo(Cursor other) {
        int byTime = Long.compare(other.time, time);
        return byTime != 0
                ? byTime
                : Arrays.compareUnsigned(
                        id.getBytes(StandardCharsets.UTF_8), other.id.getBytes(StandardCharsets.UTF_8));
    }

    /** A form for URLs, opaque to clients. */
    public String encode() {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(time)
                .put(name)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The cursor of {@link #encode()}.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static Cursor decode(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() <= Long.BYTES) {
                throw new IllegalArgumentException("not a cursor: '" + text + "'");
            }
            long time = bytes.getLong();
            return new Cursor(
                    time, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new IllegalArgumentException("not a cursor: '" + text + "'", e);
        }
    }
}
