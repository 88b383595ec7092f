package huxiao.index.lucene;

import huxiao.index.CalendarUnit;
import huxiao.index.IndexedPost;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;

/** Counts by the beginning of the stretch of the calendar in which a document's time lies. */
final class HistogramCounter extends Counter<LocalDateTime> {
    private final CalendarUnit unit;
    private final ZoneId zone;
    private SortedNumericDocValues times = DocValues.emptySortedNumeric();

    HistogramCounter(CalendarUnit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = zone;
    }

    @Override
    void enter(LeafReaderContext context) throws IOException {
        times = DocValues.getSortedNumeric(context.reader(), Fields.TIME);
    }

    @Override
    void count(int doc) throws IOException {
        if (times.advanceExact(doc)) {
            add(unit.startOf(IndexedPost.localTime(times.nextValue(), zone)), 1);
        }
    }

    @Override
    void leave() {
        // nothing is kept by segment
    }
}
