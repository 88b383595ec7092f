package huxiao.index.lucene;

import huxiao.index.SearchContext;
import huxiao.index.query.Query;
import huxiao.index.query.When;
import huxiao.index.text.Keyword;
import huxiao.index.text.Needle;
import huxiao.index.text.Token;
import huxiao.index.text.Wildcard;
import huxiao.model.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;

/** Turns a query of the language into one of Lucene. */
final class QueryCompiler implements Query.Visitor<org.apache.lucene.search.Query> {
    private final SearchContext context;
    private final Instant now;

    private QueryCompiler(SearchContext context) {
        this.context = context;
        this.now = context.clock().instant();
    }

    static org.apache.lucene.search.Query compile(Query query, SearchContext context) {
        return query.accept(new QueryCompiler(context));
    }

    @Override
    public org.apache.lucene.search.Query everything() {
        return new MatchAllDocsQuery();
    }

    @Override
    public org.apache.lucene.search.Query text(Query.Text query) {
        Needle needle = Needle.of(context.segmenter(), query.text());
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        if (!needle.words().isEmpty()) {
            String field = needle.isOfSingles() ? Fields.FORMS : Fields.WORDS;
            either.add(phrase(field, placed(needle.words())), Occur.SHOULD);
        }
        List<Token> characters = needle.characters();
        if (!characters.isEmpty()) {
            either.add(characters(characters), Occur.SHOULD);
        }
        return either.build();
    }

    /** Posts with all pairs first, since they are few; only these are looked at character by character. */
    private static org.apache.lucene.search.Query characters(List<Token> characters) {
        List<String> pairs = Grams.of(characters);
        if (pairs.size() == 1 && characters.size() == 2) {
            return term(Fields.GRAMS, pairs.get(0));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        pairs.stream().distinct().forEach(pair -> all.add(term(Fields.GRAMS, pair), Occur.FILTER));
        all.add(phrase(Fields.CHARACTERS, placed(characters)), Occur.FILTER);
        return all.build();
    }

    @Override
    public org.apache.lucene.search.Query near(Query.Near query) {
        Needle first = Needle.of(context.segmenter(), query.first().text());
        Needle second = Needle.of(context.segmenter(), query.second().text());
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        addNear(Fields.WORDS, first.words(), second.words(), query.distance(), either);
        addNear(Fields.CHARACTERS, first.characters(), second.characters(), query.distance(), either);
        return either.build();
    }

    @Override
    public org.apache.lucene.search.Query wildcard(Query.Wildcard query) {
        return new WildcardQuery(
                new Term(Fields.CHARACTERS, Wildcard.of(query.pattern()).pattern()));
    }

    @Override
    public org.apache.lucene.search.Query and(Query.And query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Query part : query.parts()) {
            all.add(part.accept(this), Occur.FILTER);
        }
        return all.build();
    }

    @Override
    public org.apache.lucene.search.Query or(Query.Or query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Query part : query.parts()) {
            any.add(part.accept(this), Occur.SHOULD);
        }
        return any.build();
    }

    @Override
    public org.apache.lucene.search.Query not(Query.Not query) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(query.part().accept(this), Occur.MUST_NOT)
                .build();
    }

    @Override
    public org.apache.lucene.search.Query levels(Query.Levels query) {
        return anyOf(Fields.LEVEL, query.levels().stream().map(Level::name).toList());
    }

    @Override
    public org.apache.lucene.search.Query category(Query.InCategory query) {
        return term(Fields.CATEGORY, query.category().wireName());
    }

    @Override
    public org.apache.lucene.search.Query stance(Query.WithStance query) {
        return term(Fields.STANCE, query.stance().wireName());
    }

    @Override
    public org.apache.lucene.search.Query status(Query.WithStatus query) {
        return term(Fields.STATUS, query.status().wireName());
    }

    @Override
    public org.apache.lucene.search.Query school(Query.AtSchool query) {
        return anyOf(Fields.SCHOOL, context.schools().named(query.name()));
    }

    @Override
    public org.apache.lucene.search.Query district(Query.InDistrict query) {
        return new BooleanQuery.Builder()
                .add(term(Fields.PLACE, Keyword.of(query.name()).text()), Occur.SHOULD)
                .add(anyOf(Fields.SCHOOL, context.schools().inDistrict(query.name())), Occur.SHOULD)
                .build();
    }

    @Override
    public org.apache.lucene.search.Query source(Query.FromSource query) {
        return term(Fields.SOURCE, Keyword.of(query.id()).text());
    }

    @Override
    public org.apache.lucene.search.Query time(Query.AtTime query) {
        return within(query.interval(now, context.zone()));
    }

    @Override
    public org.apache.lucene.search.Query times(Query.BetweenTimes query) {
        return within(query.interval(now, context.zone()));
    }

    @Override
    public org.apache.lucene.search.Query hours(Query.HoursOfDay query) {
        return within(query.hoursOfWeek());
    }

    @Override
    public org.apache.lucene.search.Query days(Query.DaysOfWeek query) {
        return within(query.hoursOfWeek());
    }

    private static org.apache.lucene.search.Query within(List<Integer> hoursOfWeek) {
        return anyOf(
                Fields.HOUR_OF_WEEK, hoursOfWeek.stream().map(String::valueOf).toList());
    }

    private static org.apache.lucene.search.Query within(When.Interval interval) {
        if (interval.isEmpty()) {
            return new MatchNoDocsQuery("the time ends before it begins");
        }
        return LongField.newRangeQuery(Fields.TIME, interval.start(), interval.last());
    }

    /** Either order by itself: what is ordered does not overlap. */
    private static void addNear(
            String field, List<Token> first, List<Token> second, int distance, BooleanQuery.Builder either) {
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        SpanQuery one = span(field, first);
        SpanQuery other = span(field, second);
        either.add(new SpanNearQuery(new SpanQuery[] {one, other}, distance, true), Occur.SHOULD);
        either.add(new SpanNearQuery(new SpanQuery[] {other, one}, distance, true), Occur.SHOULD);
    }

    private static SpanQuery span(String field, List<Token> tokens) {
        SpanQuery[] terms = placed(tokens).stream()
                .map(placed -> new SpanTermQuery(new Term(field, placed.term())))
                .toArray(SpanQuery[]::new);
        return terms.length == 1 ? terms[0] : new SpanNearQuery(terms, 0, true);
    }

    private static List<Placed> placed(List<Token> tokens) {
        List<Placed> terms = new ArrayList<>();
        TokenTerms.add(tokens, 0, terms);
        return terms;
    }

    private static org.apache.lucene.search.Query phrase(String field, List<Placed> terms) {
        if (terms.size() == 1) {
            return term(field, terms.get(0).term());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        terms.forEach(placed -> phrase.add(new Term(field, placed.term()), placed.position()));
        return phrase.build();
    }

    private static org.apache.lucene.search.Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    /** Looks at the posts that are left where these are few; else at all posts of the values, which may be half of all there are. */
    private static org.apache.lucene.search.Query anyOf(String field, Collection<String> values) {
        return KeywordField.newSetQuery(
                field, values.stream().map(BytesRef::new).toList());
    }
}
