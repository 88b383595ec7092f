package huxiao.model;

import java.util.Objects;

/**
 * Where a text was read otherwise than it is written, because words were hidden in it.
 *
 * @param span the author's characters
 * @param read what was read in their place
 * @param trick how they were hidden
 */
public record Change(Span span, String read, Cloak trick) {
    public Change {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(read, "read");
        Objects.requireNonNull(trick, "trick");
    }
}
