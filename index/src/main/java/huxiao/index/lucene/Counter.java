package huxiao.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;

/** Counts documents by values, segment after segment; by one thread. */
abstract class Counter<T> {
    private final Map<T, Long> counts = new HashMap<>();

    /** Begins with a segment. */
    abstract void enter(LeafReaderContext context) throws IOException;

    /** Counts a document of the segment; documents rise. */
    abstract void count(int doc) throws IOException;

    /** Ends with a segment, if any was begun. */
    abstract void leave() throws IOException;

    final void add(T value, long count) {
        counts.merge(value, count, Long::sum);
    }

    /** What has been counted in segments that are over. */
    final Map<T, Long> counts() {
        return counts;
    }
}
