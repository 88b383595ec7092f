package huxiao.index.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.FixedBitSet;

/** The documents that a query finds, by their numbers alone, segment by segment. */
final class Found {
    private final List<InSegment> segments;

    private Found(List<InSegment> segments) {
        this.segments = segments;
    }

    List<InSegment> segments() {
        return segments;
    }

    long count() {
        return segments.stream().mapToLong(segment -> segment.count).sum();
    }

    /** Collects them. */
    static final class Manager implements CollectorManager<Collecting, Found> {
        @Override
        public Collecting newCollector() {
            return new Collecting();
        }

        @Override
        public Found reduce(Collection<Collecting> collectors) {
            return new Found(collectors.stream()
                    .flatMap(collecting -> collecting.segments.stream())
                    .filter(segment -> segment.count > 0)
                    .toList());
        }
    }

    /** What one thread finds. */
    static final class Collecting implements Collector {
        private final List<InSegment> segments = new ArrayList<>();

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) {
            InSegment segment = new InSegment(context);
            segments.add(segment);
            return segment;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** What is found in one segment: few documents in a row, many as a set. */
    static final class InSegment implements LeafCollector {
        /** Of so many documents of a segment one must be found for them to be many. */
        private static final int MANY = 512;

        private static final int LEAST = 64;

        private final LeafReaderContext context;
        private final int few;
        private int[] row = new int[LEAST];
        private FixedBitSet set;
        private int count;

        private InSegment(LeafReaderContext context) {
            this.context = context;
            this.few = Math.max(LEAST, context.reader().maxDoc() / MANY);
        }

        @Override
        public void setScorer(Scorable scorer) {
            // nothing is ranked
        }

        @Override
        public void collect(int doc) {
            if (set != null) {
                set.set(doc);
            } else if (count < row.length) {
                row[count] = doc;
            } else if (count < few) {
                row = Arrays.copyOf(row, Math.min(few, row.length * 4));
                row[count] = doc;
            } else {
                set = new FixedBitSet(context.reader().maxDoc());
                for (int found : row) {
                    set.set(found);
                }
                set.set(doc);
            }
            count++;
        }

        LeafReader reader() {
            return context.reader();
        }

        /** The number that the whole index gives a document of the segment. */
        int inIndex(int doc) {
            return context.docBase + doc;
        }

        int count() {
            return count;
        }

        boolean isMany() {
            return set != null;
        }

        /** Whether a document is among many. */
        boolean holds(int doc) {
            return set.get(doc);
        }

        /** One of few, in their order. */
        int at(int place) {
            return row[place];
        }
    }
}
