package huxiao.index.memory;

import huxiao.index.SearchContext;
import huxiao.index.query.HourOfWeek;
import huxiao.index.query.Query;
import huxiao.index.query.When;
import huxiao.index.text.Keyword;
import huxiao.index.text.Needle;
import huxiao.index.text.Wildcard;
import huxiao.model.Assessment;
import huxiao.model.Post;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What each kind of query means, as a test of one post; times and names of schools are those of its creation. Thread safe. */
public final class Matching implements Query.Visitor<Predicate<Entry>> {
    private final SearchContext context;
    private final Instant now;

    /** As seen from now. */
    public Matching(SearchContext context) {
        this.context = context;
        this.now = context.clock().instant();
    }

    @Override
    public Predicate<Entry> everything() {
        return entry -> true;
    }

    @Override
    public Predicate<Entry> text(Query.Text query) {
        Needle needle = Needle.of(context.segmenter(), query.text());
        return entry -> entry.texts().stream().anyMatch(needle::isIn);
    }

    @Override
    public Predicate<Entry> near(Query.Near query) {
        Needle first = Needle.of(context.segmenter(), query.first().text());
        Needle second = Needle.of(context.segmenter(), query.second().text());
        return entry -> entry.texts().stream().anyMatch(text -> first.isNear(second, query.distance(), text));
    }

    @Override
    public Predicate<Entry> wildcard(Query.Wildcard query) {
        Wildcard wildcard = Wildcard.of(query.pattern());
        return entry -> entry.texts().stream().anyMatch(wildcard::isIn);
    }

    @Override
    public Predicate<Entry> and(Query.And query) {
        return query.parts().stream().map(part -> part.accept(this)).reduce(everything(), Predicate::and);
    }

    @Override
    public Predicate<Entry> or(Query.Or query) {
        return query.parts().stream().map(part -> part.accept(this)).reduce(entry -> false, Predicate::or);
    }

    @Override
    public Predicate<Entry> not(Query.Not query) {
        return query.part().accept(this).negate();
    }

    @Override
    public Predicate<Entry> levels(Query.Levels query) {
        return entry -> assessment(entry).level().isAtLeast(query.min())
                && query.max().isAtLeast(assessment(entry).level());
    }

    @Override
    public Predicate<Entry> category(Query.InCategory query) {
        return entry -> assessment(entry).categories().contains(query.category());
    }

    @Override
    public Predicate<Entry> stance(Query.WithStance query) {
        return entry -> assessment(entry).stance() == query.stance();
    }

    @Override
    public Predicate<Entry> status(Query.WithStatus query) {
        return entry -> entry.indexed().status() == query.status();
    }

    @Override
    public Predicate<Entry> school(Query.AtSchool query) {
        return linkedToAny(context.schools().named(query.name()));
    }

    @Override
    public Predicate<Entry> district(Query.InDistrict query) {
        Keyword district = Keyword.of(query.name());
        Predicate<Entry> fromThere = entry -> Keyword.of(post(entry).place()).equals(district);
        return fromThere.or(linkedToAny(context.schools().inDistrict(query.name())));
    }

    @Override
    public Predicate<Entry> source(Query.FromSource query) {
        Keyword source = Keyword.of(query.id());
        return entry -> Keyword.of(post(entry).source()).equals(source);
    }

    @Override
    public Predicate<Entry> time(Query.AtTime query) {
        return within(query.interval(now, context.zone()));
    }

    @Override
    public Predicate<Entry> times(Query.BetweenTimes query) {
        return within(query.interval(now, context.zone()));
    }

    @Override
    public Predicate<Entry> hours(Query.HoursOfDay query) {
        return within(query.hoursOfWeek());
    }

    @Override
    public Predicate<Entry> days(Query.DaysOfWeek query) {
        return within(query.hoursOfWeek());
    }

    private Predicate<Entry> within(List<Integer> hoursOfWeek) {
        Set<Integer> hours = Set.copyOf(hoursOfWeek);
        return entry -> hours.contains(HourOfWeek.of(entry.indexed().localTime(context.zone())));
    }

    private static Predicate<Entry> within(When.Interval interval) {
        return entry -> interval.contains(entry.indexed().time());
    }

    private static Predicate<Entry> linkedToAny(List<String> schools) {
        Set<String> codes = Set.copyOf(schools);
        return entry -> assessment(entry).linkedSchools().stream().anyMatch(codes::contains);
    }

    private static Assessment assessment(Entry entry) {
        return entry.indexed().assessment();
    }

    private static Post post(Entry entry) {
        return entry.indexed().post();
    }
}
