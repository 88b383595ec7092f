package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import huxiao.index.Facets;
import huxiao.model.Category;
import huxiao.model.Level;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts by level, category and school: what is asked, and what is made of the answer. */
final class FacetCounts {
    /** More values than there are schools in a province: no value is left out, so that every count is exact. */
    private static final int MAX_VALUES = 50_000;

    private FacetCounts() {}

    /** What to ask, by name. */
    static Map<String, Aggregation> asked() {
        return Map.of(
                Fields.LEVEL, by(Fields.LEVEL),
                Fields.CATEGORY, by(Fields.CATEGORY),
                Fields.SCHOOL, by(Fields.SCHOOL));
    }

    /**
     * The counts in an answer.
     *
     * @throws IllegalStateException when values were left out, so that counts may be wrong
     */
    static Facets of(Map<String, Aggregate> answer) {
        return new Facets(
                counts(answer, Fields.LEVEL, Level::valueOf),
                counts(answer, Fields.CATEGORY, Category::of),
                counts(answer, Fields.SCHOOL, Function.identity()));
    }

    private static Aggregation by(String field) {
        return Aggregation.of(by -> by.terms(terms -> terms.field(field).size(MAX_VALUES)));
    }

    private static <T> Map<T, Long> counts(Map<String, Aggregate> answer, String field, Function<String, T> value) {
        Aggregate found = answer.get(field);
        if (!found.isSterms()) {
            // no index has a value of this field
            return Map.of();
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
