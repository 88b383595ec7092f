package huxiao.index.memory;

import huxiao.index.Cursor;
import huxiao.index.IndexedPost;
import huxiao.index.text.CutText;
import huxiao.model.Segmenter;
import java.util.List;

/**
 * A post with its cut texts.
 *
 * @param indexed the post
 * @param texts all that is searched of it, cut; no phrase spans two of them
 */
public record Entry(IndexedPost indexed, List<CutText> texts) implements Comparable<Entry> {
    /** Cuts a post. */
    public static Entry of(IndexedPost indexed, Segmenter segmenter) {
        return new Entry(indexed, indexed.cuts(segmenter));
    }

    Cursor place() {
        return Cursor.at(indexed);
    }

    @Override
    public int compareTo(Entry other) {
        return place().compareTo(other.place());
    }
}
