package huxiao.index.lucene;

import huxiao.index.CalendarUnit;
import huxiao.index.Districts;
import huxiao.index.Facets;
import huxiao.index.SearchContext;
import huxiao.index.SearchRequest;
import huxiao.index.query.PostStatus;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the matching documents by all that a request asks for. */
final class FacetCounts implements CollectorManager<FacetCounts.Counting, Facets> {
    private final boolean facets;
    private final Optional<CalendarUnit> histogram;
    private final SearchContext context;
    private final Districts districts;

    FacetCounts(SearchRequest request, SearchContext context) {
        this.facets = request.facets();
        this.histogram = request.histogram();
        this.context = context;
        this.districts = new Districts(context.schools());
    }

    @Override
    public Counting newCollector() {
        return new Counting();
    }

    @Override
    public Facets reduce(Collection<Counting> collectors) throws IOException {
        for (Counting counting : collectors) {
            counting.finish();
        }
        Facets counts = new Facets(
                sum(collectors, counting -> counting.levels, Level::valueOf),
                sum(collectors, counting -> counting.categories, Category::of),
                sum(collectors, counting -> counting.schools, Function.identity()),
                sum(collectors, counting -> counting.stances, Stance::of),
                sum(collectors, counting -> counting.districts, Function.identity()),
                sum(collectors, counting -> counting.sources, Function.identity()),
                sum(collectors, counting -> counting.hours, Integer::valueOf),
                sum(collectors, counting -> counting.statuses, PostStatus::of),
                Map.of());
        return histogram
                .map(unit -> counts.with(
                        unit, sum(collectors, counting -> counting.histogram.orElseThrow(), Function.identity())))
                .orElse(counts);
    }

    private static <T, E> Map<E, Long> sum(
            Collection<Counting> collectors, Function<Counting, Counter<T>> counter, Function<T, E> key) {
        Map<E, Long> sums = new HashMap<>();
        for (Counting counting : collectors) {
            counter.apply(counting).counts().forEach((value, count) -> sums.merge(key.apply(value), count, Long::sum));
        }
        return sums;
    }

    /** Counts of one thread. */
    final class Counting implements Collector {
        private final Counter<String> levels = new FieldCounter(Fields.LEVEL);
        private final Counter<String> categories = new FieldCounter(Fields.CATEGORY);
        private final Counter<String> schools = new FieldCounter(Fields.SCHOOL);
        private final Counter<String> stances = new FieldCounter(Fields.STANCE);
        private final Counter<String> districts = new DistrictCounter(FacetCounts.this.districts);
        private final Counter<String> sources = new FieldCounter(Fields.SOURCE);
        private final Counter<String> hours = new FieldCounter(Fields.HOUR_OF_WEEK);
        private final Counter<String> statuses = new FieldCounter(Fields.STATUS);
        private final Optional<HistogramCounter> histogram =
                FacetCounts.this.histogram.map(unit -> new HistogramCounter(unit, context.zone()));
        private final List<Counter<?>> asked = new ArrayList<>();

        Counting() {
            if (facets) {
                asked.addAll(List.of(levels, categories, schools, stances, districts, sources, hours, statuses));
            }
            histogram.ifPresent(asked::add);
        }

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
            finish();
            for (Counter<?> counter : asked) {
                counter.enter(segment);
            }
            return new LeafCollector() {
                @Override
                public void setScorer(Scorable scorer) {
                    // counts need no score
                }

                @Override
                public void collect(int doc) throws IOException {
                    for (Counter<?> counter : asked) {
                        counter.count(doc);
                    }
                }
            };
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private void finish() throws IOException {
            for (Counter<?> counter : asked) {
                counter.leave();
            }
        }
    }
}
