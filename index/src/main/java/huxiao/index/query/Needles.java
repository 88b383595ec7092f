package huxiao.index.query;

import huxiao.index.text.Needle;
import huxiao.model.Segmenter;
import java.util.List;
import java.util.stream.Stream;

/** Collects what a query looks for in texts; what it excludes is left out. */
public final class Needles implements Query.Visitor<Stream<Needle>> {
    private final Segmenter segmenter;

    private Needles(Segmenter segmenter) {
        this.segmenter = segmenter;
    }

    /** The words and phrases of a query that are not negated, in its order. */
    public static List<Needle> of(Query query, Segmenter segmenter) {
        return query.accept(new Needles(segmenter)).toList();
    }

    @Override
    public Stream<Needle> everything() {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> text(Query.Text query) {
        return Stream.of(Needle.of(segmenter, query.text()));
    }

    @Override
    public Stream<Needle> and(Query.And query) {
        return query.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Needle> or(Query.Or query) {
        return query.parts().stream().flatMap(part -> part.accept(this));
    }

    @Override
    public Stream<Needle> not(Query.Not query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> levels(Query.Levels query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> category(Query.InCategory query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> stance(Query.WithStance query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> school(Query.AtSchool query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> district(Query.InDistrict query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> source(Query.FromSource query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> time(Query.AtTime query) {
        return Stream.empty();
    }

    @Override
    public Stream<Needle> times(Query.BetweenTimes query) {
        return Stream.empty();
    }
}
