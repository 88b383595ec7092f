package huxiao.index.memory;

import huxiao.index.Cursor;
import huxiao.index.IndexedPost;
import huxiao.index.text.CutText;
import huxiao.model.Segmenter;
import java.util.List;

/**
 * A post with its cut texts: title and text, which no phrase spans.
 *
 * @param indexed the post
 * @param texts title and text, both cut
 */
public record Entry(IndexedPost indexed, List<CutText> texts) implements Comparable<Entry> {
    /** Cuts a post. */
    public static Entry of(IndexedPost indexed, Segmenter segmenter) {
        return new Entry(
                indexed,
                List.of(
                        CutText.of(segmenter, indexed.post().title()),
                        CutText.of(segmenter, indexed.post().text())));
    }

    Cursor place() {
        return Cursor.at(indexed);
    }

    @Override
    public int compareTo(Entry other) {
        return place().compareTo(other.place());
    }
}
