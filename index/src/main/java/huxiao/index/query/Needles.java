package huxiao.index.query;

import huxiao.index.text.Needle;
import huxiao.index.text.Sought;
import huxiao.index.text.Wildcard;
import huxiao.model.Segmenter;
import java.util.List;
import java.util.stream.Stream;

/** Collects what a query looks for in texts; what it excludes is left out. */
public final class Needles implements Query.Visitor<Stream<Sought>> {
    private final Segmenter segmenter;

    private Needles(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /** The words, phrases and patterns of a query that are not negated, in its order. */
    public static List<Sought> of(Query query, Segmenter segmenter) {
        return query.accept(new Needles(segmenter)).toList();
    }

    @Override
    public Stream<Sought> everything() {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> text(Query.Text query) {
        return Stream.of(Needle.of(segmenter, query.text()));
    }

    @Override
    public Stream<Sought> near(Query.Near query) {
        return Stream.of(query.first(), query.second()).flatMap(this::text);
    }

    @Override
    public Stream<Sought> wildcard(Query.Wildcard query) {
        return Stream.of(Wildcard.of(query.pattern()));
    }

    @Override
    public Stream<Sought> and(Query.And query) {
        return query.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Sought> or(Query.Or query) {
        return query.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Sought> not(Query.Not query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> levels(Query.Levels query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> category(Query.InCategory query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> stance(Query.WithStance query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> status(Query.WithStatus query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> school(Query.AtSchool query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> district(Query.InDistrict query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> source(Query.FromSource query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> time(Query.AtTime query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> times(Query.BetweenTimes query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> hours(Query.HoursOfDay query) {
        return Stream.empty();
    }

    @Override
    public Stream<Sought> days(Query.DaysOfWeek query) {
        return Stream.empty();
    }
}
