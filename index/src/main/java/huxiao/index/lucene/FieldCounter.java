package huxiao.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts by the values of a keyword field: by ordinal within a segment, by value across segments. A blank value is none. */
final class FieldCounter extends Counter<String> {
    private final String field;
    private SortedSetDocValues values = DocValues.emptySortedSet();
    private long[] byOrdinal = new long[0];

    FieldCounter(String field) {
        this.field = field;
    }

    @Override
    void enter(LeafReaderContext context) throws IOException {
        values = DocValues.getSortedSet(context.reader(), field);
        byOrdinal = new long[Math.toIntExact(values.getValueCount())];
    }

    @Override
    void count(int doc) throws IOException {
        if (values.advanceExact(doc)) {
            for (int i = 0; i < values.docValueCount(); i++) {
                byOrdinal[(int) values.nextOrd()]++;
            }
        }
    }

    @Override
    void leave() throws IOException {
        for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
            String value = byOrdinal[ordinal] > 0 ? values.lookupOrd(ordinal).utf8ToString() : "";
            if (!value.isEmpty()) {
                add(value, byOrdinal[ordinal]);
            }
        }
        byOrdinal = new long[0];
    }
}
