package huxiao.index.lucene;

import huxiao.index.Facets;
import huxiao.model.Category;
import huxiao.model.Level;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the matching documents by level, category and school. */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, Facets> {
    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public Facets reduce(Collection<Counting> collectors) throws IOException {
        Map<String, Long> levels = new HashMap<>();
        Map<String, Long> categories = new HashMap<>();
        Map<String, Long> schools = new HashMap<>();
        for (Counting counting : collectors) {
            counting.finish();
            counting.levels.addTo(levels);
            counting.categories.addTo(categories);
            counting.schools.addTo(schools);
        }
        return new Facets(keys(levels, Level::valueOf), keys(categories, Category::of), schools);
    }

    private static <E> Map<E, Long> keys(Map<String, Long> counts, Function<String, E> key) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> key.apply(entry.getKey()), Map.Entry::getValue));
    }

    /** Counts of one thread. */
    static final class Counting implements Collector {
        private final FieldCounts levels = new FieldCounts(Fields.LEVEL);
        private final FieldCounts categories = new FieldCounts(Fields.CATEGORY);
        private final FieldCounts schools = new FieldCounts(Fields.SCHOOL);

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
            finish();
            levels.enter(context);
            categories.enter(context);
            schools.enter(context);
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // counts need no score
                }

                @Override
                public void collect(int doc) throws IOException {
                    levels.count(doc);
                    categories.count(doc);
                    schools.count(doc);
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private void finish() throws IOException {
            levels.leave();
            categories.leave();
            schools.leave();
        }
    }

    /** Counts of one field: by ordinal within a segment, by value across segments. */
    private static final class FieldCounts {
        private final String field;
        private final Map<String, Long> counts = new HashMap<>();
        private SortedSetDocValues values = DocValues.emptySortedSet();
        private long[] byOrdinal = new long[0];

        FieldCounts(String field) {
            this.field = field;
        }

        void enter(LeafReaderContext context) throws IOException {
            values = DocValues.getSortedSet(context.reader(), field);
            byOrdinal = new long[Math.toIntExact(values.getValueCount())];
        }

        void count(int doc) throws IOException {
            if (values.advanceExact(doc)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    byOrdinal[(int) values.nextOrd()]++;
                }
            }
        }

        void leave() throws IOException {
            for (int ordinal = 0; ordinal < byOrdinal.length; ordinal++) {
                if (byOrdinal[ordinal] > 0) {
                    counts.merge(values.lookupOrd(ordinal).utf8ToString(), byOrdinal[ordinal], Long::sum);
                }
            }
            byOrdinal = new long[0];
        }

        void addTo(Map<String, Long> sums) {
            counts.forEach((value, count) -> sums.merge(value, count, Long::sum));
        }
    }
}
