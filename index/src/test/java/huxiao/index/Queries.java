package huxiao.index;

import huxiao.index.query.Comparison;
import huxiao.index.query.PostStatus;
import huxiao.index.query.Query;
import huxiao.index.query.When;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random query trees. */
public final class Queries {
    private Queries() {}

    /** Trees over any leaf, with the given searched texts. */
    public static Arbitrary<Query> over(Arbitrary<String> bareWords, Arbitrary<String> phrases) {
        return tree(leaf(bareWords, phrases), 3);
    }

    private static Arbitrary<Query> tree(Arbitrary<Query> leaf, int depth) {
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Query> below = Arbitraries.lazy(() -> tree(leaf, depth - 1));
        Arbitrary<List<Query>> parts = below.list().ofMinSize(2).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(4, leaf),
                Tuple.of(2, parts.map(Query.And::new)),
                Tuple.of(2, parts.map(Query.Or::new)),
                Tuple.of(1, below.map(Query.Not::new)));
    }

    private static Arbitrary<Query> leaf(Arbitrary<String> bareWords, Arbitrary<String> phrases) {
        Arbitrary<Query> levels = Combinators.combine(Arbitraries.of(Level.class), Arbitraries.of(Level.class))
                .as((a, b) -> a.compareTo(b) <= 0 ? new Query.Levels(a, b) : new Query.Levels(b, a));
        Arbitrary<Query> time =
                Combinators.combine(Arbitraries.of(Comparison.class), when()).as(Query.AtTime::new);
        Arbitrary<Query> times = Combinators.combine(when(), when()).as(Query.BetweenTimes::new);
        Arbitrary<Query.Text> texts = Arbitraries.oneOf(
                bareWords.map(text -> new Query.Text(text, false)), phrases.map(text -> new Query.Text(text, true)));
        return Arbitraries.frequencyOf(
                Tuple.of(12, texts),
                Tuple.of(4, near(texts)),
                Tuple.of(2, wildcards()),
                Tuple.of(1, hours()),
                Tuple.of(1, days()),
                Tuple.of(1, Arbitraries.just(new Query.Everything())),
                Tuple.of(1, levels),
                Tuple.of(1, Arbitraries.of(Category.class).map(Query.InCategory::new)),
                Tuple.of(1, Arbitraries.of(Stance.class).map(Query.WithStance::new)),
                Tuple.of(1, Arbitraries.of(PostStatus.class).map(Query.WithStatus::new)),
                Tuple.of(1, Arbitraries.of("市一中", "实验小学", "CL021").map(Query.AtSchool::new)),
                Tuple.of(1, Arbitraries.of("运东区", "河畔区", "月 球").map(Query.InDistrict::new)),
                Tuple.of(1, Arbitraries.of("forum", "News", "a \"b\" (c)").map(Query.FromSource::new)),
                Tuple.of(1, time),
                Tuple.of(1, times));
    }

    /** Of short texts: a whole tree of them keeps the limit. */
    private static Arbitrary<Query> near(Arbitrary<Query.Text> texts) {
        Arbitrary<Query.Text> operands = texts.filter(text -> text.text().length() <= 3);
        return Combinators.combine(operands, operands, Arbitraries.of(0, 1, 2, 5, 50))
                .as(Query.Near::new);
    }

    private static Arbitrary<Query> wildcards() {
        return Arbitraries.of(
                        "a1*",
                        "1a*",
                        "aA*",
                        "a?a",
                        "a?1",
                        "１?Ａ",
                        "11*1",
                        "a1a*",
                        "aa＊",
                        "a?a?a*",
                        "a1**a?1",
                        "a1*1*1*1")
                .map(Query.Wildcard::new);
    }

    private static Arbitrary<Query> hours() {
        Arbitrary<Integer> hours = Arbitraries.integers().between(0, 23);
        return Combinators.combine(hours, hours).as(Query.HoursOfDay::new);
    }

    private static Arbitrary<Query> days() {
        return Combinators.combine(Arbitraries.of(DayOfWeek.class), Arbitraries.of(DayOfWeek.class))
                .as(Query.DaysOfWeek::new);
    }

    private static Arbitrary<When> when() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 20).map(ago -> LocalDate.of(2026, 11, 24)
                .minusDays(ago));
        Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 500);
        return Arbitraries.oneOf(
                days.map(When.Day::new),
                days.map(YearMonth::from).map(When.Month::new),
                Arbitraries.integers().between(0, 2).map(When.DayBefore::new),
                amounts.map(amount -> new When.Last(amount, When.Last.Unit.HOURS)),
                amounts.map(amount -> new When.Last(amount, When.Last.Unit.DAYS)),
                Arbitraries.longs()
                        .between(0, 4_000_000_000_000L)
                        .map(Instant::ofEpochMilli)
                        .map(When.Moment::new));
    }
}
