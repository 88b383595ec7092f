package huxiao.index.lucene;

import huxiao.index.Districts;
import huxiao.index.text.Keyword;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/** Counts by district: that of the place, and those of the schools; a document once under each. */
final class DistrictCounter extends Counter<String> {
    private final Names places;
    private final Names schools;
    private final Set<String> ofDocument = new HashSet<>();

    DistrictCounter(Districts districts) {
        places = new Names(Fields.PLACE, place -> districts.ofPlace(new Keyword(place)));
        schools = new Names(Fields.SCHOOL, districts::ofSchool);
    }

    @Override
    void enter(LeafReaderContext context) throws IOException {
        places.enter(context);
        schools.enter(context);
    }

    @Override
    void count(int doc) throws IOException {
        ofDocument.clear();
        places.collect(doc, ofDocument);
        schools.collect(doc, ofDocument);
        ofDocument.forEach(district -> add(district, 1));
    }

    @Override
    void leave() {
        // nothing is kept by segment
    }

    /** The districts that the values of a field stand for. */
    private static final class Names {
        private final String field;
        private final Function<String, List<String>> districts;
        private final List<List<String>> byOrdinal = new ArrayList<>();
        private SortedSetDocValues values = DocValues.emptySortedSet();

        Names(String field, Function<String, List<String>> districts) {
            this.field = field;
            this.districts = districts;
        }

        void enter(LeafReaderContext context) throws IOException {
            values = DocValues.getSortedSet(context.reader(), field);
            byOrdinal.clear();
            for (long ordinal = 0; ordinal < values.getValueCount(); ordinal++) {
                byOrdinal.add(districts.apply(values.lookupOrd(ordinal).utf8ToString()));
            }
        }

        void collect(int doc, Set<String> names) throws IOException {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    names.addAll(byOrdinal.get((int) values.nextOrd()));
                }
            }
        }
    }
}
