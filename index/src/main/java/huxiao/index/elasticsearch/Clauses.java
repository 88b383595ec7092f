package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.SpanNearQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.SpanQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.UntypedRangeQuery;
import co.elastic.clients.json.JsonData;
import java.util.Collection;
import java.util.List;

/** The few kinds of Elasticsearch queries that are used, all of them filters: nothing is ever scored. */
final class Clauses {
    private Clauses() {}

    static Query everything() {
        return Query.of(query -> query.matchAll(all -> all));
    }

    static Query nothing() {
        return Query.of(query -> query.matchNone(none -> none));
    }

    static Query term(String field, String value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    static Query term(String field, boolean value) {
        return Query.of(query -> query.term(term -> term.field(field).value(value)));
    }

    static Query anyOf(String field, Collection<String> values) {
        return terms(field, values.stream().map(FieldValue::of).toList());
    }

    static Query terms(String field, List<FieldValue> values) {
        return Query.of(query -> query.terms(terms -> terms.field(field).terms(list -> list.value(values))));
    }

    /** Terms one after the other, as {@link JoinedTerms} joins them. */
    static Query phrase(String field, String terms) {
        return Query.of(query -> query.matchPhrase(phrase -> phrase.field(field).query(terms)));
    }

    static Query wildcard(String field, String pattern) {
        return Query.of(
                query -> query.wildcard(wildcard -> wildcard.field(field).value(pattern)));
    }

    /** Two rows of terms, one after the other, with at most {@code distance} positions between them. */
    static Query near(String field, List<String> first, List<String> second, int distance) {
        return Query.of(query -> query.spanNear(row(List.of(span(field, first), span(field, second)), distance)));
    }

    private static SpanQuery span(String field, List<String> terms) {
        List<SpanQuery> one = terms.stream()
                .map(value -> SpanQuery.of(
                        span -> span.spanTerm(term -> term.field(field).value(value))))
                .toList();
        return one.size() == 1 ? one.get(0) : SpanQuery.of(span -> span.spanNear(row(one, 0)));
    }

    private static SpanNearQuery row(List<SpanQuery> clauses, int slop) {
        return SpanNearQuery.of(near -> near.clauses(clauses).slop(slop).inOrder(true));
    }

    /** From {@code first} to {@code last}, both included. */
    static Query between(String field, long first, long last) {
        UntypedRangeQuery range = UntypedRangeQuery.of(
                bounds -> bounds.field(field).gte(JsonData.of(first)).lte(JsonData.of(last)));
        return Query.of(query -> query.range(any -> any.untyped(range)));
    }

    static Query all(List<Query> parts) {
        return Query.of(query -> query.bool(bool -> bool.filter(parts)));
    }

    static Query any(List<Query> parts) {
        return Query.of(query -> query.bool(bool -> bool.should(parts).minimumShouldMatch("1")));
    }

    static Query not(Query part) {
        return Query.of(query -> query.bool(bool -> bool.mustNot(part)));
    }
}
