package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import huxiao.index.Districts;
import huxiao.index.Facets;
import huxiao.index.SearchRequest;
import huxiao.index.TooManyBucketsException;
import huxiao.index.query.PostStatus;
import huxiao.index.text.Keyword;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts by all that a request asks for: what is asked, and what is made of the answer. */
final class FacetCounts {
    /** More values than there are schools in a province: no value is left out, so that every count is exact. */
    private static final int MAX_VALUES = 50_000;

    private static final List<String> FIELDS = List.of(
            Fields.LEVEL,
            Fields.CATEGORY,
            Fields.SCHOOL,
            Fields.STANCE,
            Fields.PLACE,
            Fields.SOURCE,
            Fields.HOUR_OF_WEEK,
            Fields.STATUS);

    private static final String DISTRICT = "district";
    private static final String HISTOGRAM = "histogram";

    private final SearchRequest request;
    private final Districts districts;
    private final Function<String, Query> inDistrict;

    /** Says how posts of a district are found. */
    FacetCounts(SearchRequest request, Districts districts, Function<String, Query> inDistrict) {
        this.request = request;
        this.districts = districts;
        this.inDistrict = inDistrict;
    }

    /** What to ask, by name. */
    Map<String, Aggregation> asked() {
        Map<String, Aggregation> asked = new HashMap<>();
        if (request.facets()) {
            FIELDS.forEach(field -> asked.put(field, by(field, MAX_VALUES)));
            List<Query> filters = districts.names().stream().map(inDistrict).toList();
            if (!filters.isEmpty()) {
                asked.put(DISTRICT, Aggregation.of(by -> by.filters(all -> all.filters(each -> each.array(filters)))));
            }
        }
        request.histogram()
                .ifPresent(unit -> asked.put(HISTOGRAM, by(Fields.start(unit), TooManyBucketsException.LIMIT + 1)));
        return asked;
    }

    /**
     * The counts in an answer.
     *
     * @throws IllegalStateException when values were left out, so that counts may be wrong
     * @throws TooManyBucketsException when a histogram has too many
     */
    Facets of(Map<String, Aggregate> answer) {
        Facets counts = request.facets() ? facets(answer) : Facets.NONE;
        return request.histogram()
                .map(unit -> counts.with(unit, histogram(answer.get(HISTOGRAM))))
                .orElse(counts);
    }

    private Facets facets(Map<String, Aggregate> answer) {
        Map<String, Long> sources = counts(answer, Fields.SOURCE, Function.identity());
        sources.remove("");
        return new Facets(
                counts(answer, Fields.LEVEL, Level::valueOf),
                counts(answer, Fields.CATEGORY, Category::of),
                counts(answer, Fields.SCHOOL, Function.identity()),
                counts(answer, Fields.STANCE, Stance::of),
                districts(answer),
                sources,
                counts(answer, Fields.HOUR_OF_WEEK, Integer::valueOf),
                counts(answer, Fields.STATUS, PostStatus::of),
                Map.of());
    }

    /** Districts with schools by what finds their posts; a place without schools by itself. */
    private Map<String, Long> districts(Map<String, Aggregate> answer) {
        Map<String, Long> counts = new HashMap<>();
        counts(answer, Fields.PLACE, Keyword::new)
                .forEach((place, count) -> districts.ofPlace(place).forEach(district -> counts.put(district, count)));
        if (answer.containsKey(DISTRICT)) {
            List<FiltersBucket> buckets =
                    answer.get(DISTRICT).filters().buckets().array();
            for (int i = 0; i < buckets.size(); i++) {
                counts.put(districts.names().get(i), buckets.get(i).docCount());
            }
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Aggregation by(String field, int values) {
        return Aggregation.of(by -> by.terms(terms -> terms.field(field).size(values)));
    }

    private static Map<LocalDateTime, Long> histogram(Aggregate found) {
        if (!found.isLterms()) {
            // no index has a post
            return Map.of();
        }
        return found.lterms().buckets().array().stream()
                .collect(Collectors.toMap(
                        bucket -> LocalDateTime.ofEpochSecond(bucket.key(), 0, ZoneOffset.UTC),
                        LongTermsBucket::docCount));
    }

    private static <T> Map<T, Long> counts(Map<String, Aggregate> answer, String field, Function<String, T> value) {
        Aggregate found = answer.get(field);
        if (!found.isSterms()) {
            // no index has a value of this field
            return new HashMap<>();
        }
        StringTermsAggregate terms = found.sterms();
        if (terms.sumOtherDocCount() != null && terms.sumOtherDocCount() > 0) {
            throw new IllegalStateException("more than " + MAX_VALUES + " values of " + field + " cannot be counted");
        }
        return terms.buckets().array().stream()
                .collect(Collectors.toMap(
                        bucket -> value.apply(bucket.key().stringValue()), StringTermsBucket::docCount));
    }
}
