package huxiao.index.saved;

import huxiao.index.SearchContext;
import huxiao.index.memory.Matching;
import huxiao.index.query.Query;
import huxiao.index.saved.Key.Kind;
import huxiao.index.text.Keyword;
import huxiao.index.text.Needle;
import huxiao.index.text.Token;
import huxiao.index.text.Wildcard;
import huxiao.model.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes a query ready to be asked of many posts. Names of schools are resolved here, once. For a kind of query of which no key can be
 * told, {@link Need#NONE} is always right.
 */
final class ConditionCompiler implements Query.Visitor<Condition> {
    private final SearchContext context;
    private final Matching matching;

    private ConditionCompiler(SearchContext context) {
        this.context = context;
        this.matching = new Matching(context);
    }

    static Condition compile(Query query, SearchContext context) {
        return query.accept(new ConditionCompiler(context));
    }

    @Override
    public Condition everything() {
        return new Condition.Leaf(Need.NONE, matching.everything());
    }

    @Override
    public Condition text(Query.Text query) {
        return leaf(query, inEitherCut(List.of(Needle.of(context.segmenter(), query.text()))));
    }

    @Override
    public Condition near(Query.Near query) {
        List<Needle> both = Stream.of(query.first(), query.second())
                .map(text -> Needle.of(context.segmenter(), text.text()))
                .toList();
        return leaf(query, inEitherCut(both));
    }

    @Override
    public Condition wildcard(Query.Wildcard query) {
        String beginning = Wildcard.of(query.pattern()).beginning();
        return leaf(query, new Need.One(Key.ofBeginning(beginning)));
    }

    @Override
    public Condition and(Query.And query) {
        return new Condition.All(parts(query.parts()));
    }

    @Override
    public Condition or(Query.Or query) {
        return new Condition.Any(parts(query.parts()));
    }

    @Override
    public Condition not(Query.Not query) {
        return new Condition.Not(query.part().accept(this));
    }

    @Override
    public Condition levels(Query.Levels query) {
        return leaf(query, any(Kind.LEVEL, query.levels().stream().map(Level::name)));
    }

    /** Where an alert stands changes after its posts have passed; there is no key that would narrow it down. */
    @Override
    public Condition status(Query.WithStatus query) {
        return leaf(query, Need.NONE);
    }

    @Override
    public Condition category(Query.InCategory query) {
        return leaf(query, one(Kind.CATEGORY, query.category().name()));
    }

    @Override
    public Condition stance(Query.WithStance query) {
        return leaf(query, one(Kind.STANCE, query.stance().name()));
    }

    @Override
    public Condition school(Query.AtSchool query) {
        return leaf(query, any(Kind.SCHOOL, context.schools().named(query.name()).stream()));
    }

    @Override
    public Condition district(Query.InDistrict query) {
        Need fromThere = one(Kind.PLACE, Keyword.of(query.name()).text());
        Need linked = any(Kind.SCHOOL, context.schools().inDistrict(query.name()).stream());
        return leaf(query, new Need.Any(List.of(fromThere, linked)));
    }

    @Override
    public Condition source(Query.FromSource query) {
        return leaf(query, one(Kind.SOURCE, Keyword.of(query.id()).text()));
    }

    @Override
    public Condition time(Query.AtTime query) {
        return new Condition.Timely(query);
    }

    @Override
    public Condition times(Query.BetweenTimes query) {
        return new Condition.Timely(query);
    }

    @Override
    public Condition hours(Query.HoursOfDay query) {
        return leaf(query, Need.NONE);
    }

    @Override
    public Condition days(Query.DaysOfWeek query) {
        return leaf(query, Need.NONE);
    }

    private List<Condition> parts(List<Query> queries) {
        return queries.stream().map(query -> query.accept(this)).toList();
    }

    private Condition leaf(Query query, Need need) {
        return new Condition.Leaf(need, query.accept(matching));
    }

    /** All needles stand in one cut: all of their words, or all of their characters. */
    private static Need inEitherCut(List<Needle> needles) {
        List<Need> characters = new ArrayList<>();
        needles.forEach(needle -> addCharacters(needle.characters(), characters));
        if (needles.stream().anyMatch(needle -> needle.words().isEmpty())) {
            return new Need.All(characters);
        }
        List<Need> words = needles.stream()
                .flatMap(needle -> needle.words().stream())
                .map(word -> one(Kind.WORD, word.text()))
                .toList();
        return new Need.Any(List.of(new Need.All(words), new Need.All(characters)));
    }

    /** Each character with its neighbour; what stands between gaps by itself. */
    private static void addCharacters(List<Token> characters, List<Need> needs) {
        for (int i = 0; i < characters.size(); i++) {
            boolean follows = i > 0 && adjacent(characters.get(i - 1), characters.get(i));
            boolean precedes = i + 1 < characters.size() && adjacent(characters.get(i), characters.get(i + 1));
            if (follows) {
                needs.add(new Need.One(Key.ofPair(
                        characters.get(i - 1).text(), characters.get(i).text())));
            } else if (!precedes) {
                needs.add(one(Kind.CHARACTER, characters.get(i).text()));
            }
        }
    }

    private static boolean adjacent(Token left, Token right) {
        return right.position() - left.position() == 1;
    }

    private static Need any(Kind kind, Stream<String> texts) {
        return new Need.Any(texts.map(text -> one(kind, text)).toList());
    }

    private static Need one(Kind kind, String text) {
        return new Need.One(Key.of(kind, text));
    }
}
