package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
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

    /** Terms one after the other, as {@link JoinedTerms} writes them. */
    static Query phrase(String field, String terms) {
        return Query.of(query -> query.matchPhrase(phrase -> phrase.field(field).query(terms)));
    }

    static Query prefix(String field, String beginning) {
        return Query.of(query -> query.prefix(prefix -> prefix.field(field).value(beginning)));
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
