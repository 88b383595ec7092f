package huxiao.index;

import huxiao.model.Span;
import java.util.List;
import java.util.Objects;

/**
 * A post that was found.
 *
 * @param indexed what the index holds of it
 * @param highlights where the words of the query stand in the author's own characters: title first, then text, in order,
 *     never overlapping; empty when the query has no words
 */
public record Hit(IndexedPost indexed, List<Span> highlights) {
    public Hit {
        Objects.requireNonNull(indexed, "indexed");
        highlights = List.copyOf(highlights);
    }
}
