package huxiao.index.elasticsearch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.json.JsonpMapper;
import co.elastic.clients.json.JsonpUtils;
import huxiao.index.SearchContext;
import huxiao.index.query.When;
import huxiao.index.text.Keyword;
import huxiao.index.text.Needle;
import huxiao.index.text.Token;
import huxiao.index.text.Wildcard;
import huxiao.model.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;

/** Turns a query of the language into one of Elasticsearch. */
final class QueryCompiler implements huxiao.index.query.Query.Visitor<Query> {
    /** The server refuses 30 levels in one query; what lies deeper is handed over as a query of its own, which counts anew. */
    private static final int MAX_DEPTH = 20;

    private final SearchContext context;
    private final JsonpMapper mapper;
    private final Instant now;
    private int depth;

    private QueryCompiler(SearchContext context, JsonpMapper mapper) {
        this.context = context;
        this.mapper = mapper;
        this.now = context.clock().instant();
    }

    static Query compile(huxiao.index.query.Query query, SearchContext context, JsonpMapper mapper) {
        return Clauses.all(List.of(query.accept(new QueryCompiler(context, mapper))));
    }

    @Override
    public Query everything() {
        return Clauses.everything();
    }

    @Override
    public Query text(huxiao.index.query.Query.Text query) {
        Needle needle = Needle.of(context.segmenter(), query.text());
        List<Query> either = new ArrayList<>();
        if (!needle.words().isEmpty()) {
            either.add(Clauses.phrase(Fields.WORDS, JoinedTerms.tokens(needle.words())));
        }
        List<Token> characters = needle.characters();
        if (!characters.isEmpty()) {
            either.add(characters(characters));
        }
        return Clauses.any(either);
    }

    /** Posts with all pairs first, since they are few; only these are looked at character by character. */
    private static Query characters(List<Token> characters) {
        List<String> pairs = JoinedTerms.pairs(characters);
        if (pairs.size() == 1 && characters.size() == 2) {
            return Clauses.term(Fields.GRAMS, pairs.get(0));
        }
        List<Query> all = new ArrayList<>();
        pairs.stream().distinct().forEach(pair -> all.add(Clauses.term(Fields.GRAMS, pair)));
        all.add(Clauses.phrase(Fields.CHARACTERS, JoinedTerms.tokens(characters)));
        return Clauses.all(all);
    }

    @Override
    public Query near(huxiao.index.query.Query.Near query) {
        Needle first = Needle.of(context.segmenter(), query.first().text());
        Needle second = Needle.of(context.segmenter(), query.second().text());
        List<Query> either = new ArrayList<>();
        addNear(Fields.WORDS, first.words(), second.words(), query.distance(), either);
        addNear(Fields.CHARACTERS, first.characters(), second.characters(), query.distance(), either);
        return Clauses.any(either);
    }

    @Override
    public Query wildcard(huxiao.index.query.Query.Wildcard query) {
        return Clauses.wildcard(Fields.CHARACTERS, Wildcard.of(query.pattern()).pattern());
    }

    @Override
    public Query and(huxiao.index.query.Query.And query) {
        return nested(() -> Clauses.all(parts(query.parts())));
    }

    @Override
    public Query or(huxiao.index.query.Query.Or query) {
        return nested(() -> Clauses.any(parts(query.parts())));
    }

    @Override
    public Query not(huxiao.index.query.Query.Not query) {
        return nested(() -> Clauses.not(query.part().accept(this)));
    }

    @Override
    public Query levels(huxiao.index.query.Query.Levels query) {
        return Clauses.anyOf(
                Fields.LEVEL, query.levels().stream().map(Level::name).toList());
    }

    @Override
    public Query category(huxiao.index.query.Query.InCategory query) {
        return Clauses.term(Fields.CATEGORY, query.category().wireName());
    }

    @Override
    public Query stance(huxiao.index.query.Query.WithStance query) {
        return Clauses.term(Fields.STANCE, query.stance().wireName());
    }

    @Override
    public Query status(huxiao.index.query.Query.WithStatus query) {
        return Clauses.term(Fields.STATUS, query.status().wireName());
    }

    @Override
    public Query school(huxiao.index.query.Query.AtSchool query) {
        return Clauses.anyOf(Fields.SCHOOL, context.schools().named(query.name()));
    }

    @Override
    public Query district(huxiao.index.query.Query.InDistrict query) {
        return Clauses.any(List.of(
                Clauses.term(Fields.PLACE, Keyword.of(query.name()).text()),
                Clauses.anyOf(Fields.SCHOOL, context.schools().inDistrict(query.name()))));
    }

    @Override
    public Query source(huxiao.index.query.Query.FromSource query) {
        return Clauses.term(Fields.SOURCE, Keyword.of(query.id()).text());
    }

    @Override
    public Query time(huxiao.index.query.Query.AtTime query) {
        return within(query.interval(now, context.zone()));
    }

    @Override
    public Query times(huxiao.index.query.Query.BetweenTimes query) {
        return within(query.interval(now, context.zone()));
    }

    @Override
    public Query hours(huxiao.index.query.Query.HoursOfDay query) {
        return within(query.hoursOfWeek());
    }

    @Override
    public Query days(huxiao.index.query.Query.DaysOfWeek query) {
        return within(query.hoursOfWeek());
    }

    private static Query within(List<Integer> hoursOfWeek) {
        return Clauses.anyOf(
                Fields.HOUR_OF_WEEK, hoursOfWeek.stream().map(String::valueOf).toList());
    }

    private static Query within(When.Interval interval) {
        if (interval.isEmpty()) {
            return Clauses.nothing();
        }
        return Clauses.between(Fields.TIME, interval.start(), interval.last());
    }

    /** Either order by itself: what is ordered does not overlap. */
    private static void addNear(String field, List<Token> first, List<Token> second, int distance, List<Query> either) {
        if (!first.isEmpty() && !second.isEmpty()) {
            List<String> one = JoinedTerms.terms(first);
            List<String> other = JoinedTerms.terms(second);
            either.add(Clauses.near(field, one, other, distance));
            either.add(Clauses.near(field, other, one, distance));
        }
    }

    private List<Query> parts(List<huxiao.index.query.Query> parts) {
        return parts.stream().map(part -> part.accept(this)).toList();
    }

    private Query nested(Supplier<Query> build) {
        depth++;
        Query query = build.get();
        boolean deep = depth % MAX_DEPTH == 0;
        depth--;
        return deep ? apart(query) : query;
    }

    private Query apart(Query query) {
        byte[] json = JsonpUtils.toJsonString(query, mapper).getBytes(StandardCharsets.UTF_8);
        return Query.of(
                any -> any.wrapper(wrapper -> wrapper.query(Base64.getEncoder().encodeToString(json))));
    }
}
