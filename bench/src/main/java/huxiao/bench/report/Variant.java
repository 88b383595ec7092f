package huxiao.bench.report;

import huxiao.analysis.Lexicon;
import huxiao.bench.cloak.CloakedRecall;
import huxiao.bench.train.Example;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Stance;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What one way to judge does on the test part.
 *
 * @param police of what police are told
 * @param alert of any alert
 * @param criticism views and complaints told to police
 * @param cloaked police-tier texts found with their danger words hidden
 * @param micros processor time a post, microseconds; not a number where it was not measured
 */
public record Variant(Tally police, Tally alert, Interval criticism, Interval cloaked, double micros) {
    /** Every how manieth text is timed. */
    private static final int EVERY = 4;

    /** Measures; the texts are judged once before time is taken. */
    public static Variant measure(Function<Post, Call> judge, Lexicon lexicon, List<Example> test) {
        Variant measured = untimed(judge, lexicon, test);
        return measured.taking(micros(judge, test));
    }

    /** Measures all but time, which is then not a number. */
    static Variant untimed(Function<Post, Call> judge, Lexicon lexicon, List<Example> test) {
        Tally police = Tally.NONE;
        Tally alert = Tally.NONE;
        int views = 0;
        int criticism = 0;
        for (Example example : test) {
            Call call = judge.apply(example.post());
            police = police.add(call.police(), example.level().isPolice());
            alert = alert.add(call.alert(), example.level() != Level.NONE);
            boolean view =
                    example.stance().filter(stance -> stance == Stance.OPINION).isPresent();
            views += view ? 1 : 0;
            criticism += view && call.police() ? 1 : 0;
        }
        Interval cloaked = CloakedRecall.of(post -> judge.apply(post).alert(), lexicon, test)
                .found();
        return new Variant(police, alert, new Interval(criticism, views), cloaked, Double.NaN);
    }

    /** Processor time a post of a part of the texts, microseconds. */
    static double micros(Function<Post, Call> judge, List<Example> test) {
        List<Post> timed = IntStream.range(0, test.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(i -> test.get(i).post())
                .toList();
        int[] alerts = new int[1];
        return CpuTime.micros(
                timed.size(),
                () -> timed.forEach(post -> alerts[0] += judge.apply(post).alert() ? 1 : 0));
    }

    /** The same with time measured elsewhere, microseconds a post. */
    Variant taking(double time) {
        return new Variant(police, alert, criticism, cloaked, time);
    }

    static Table table() {
        return new Table(
                "judged by",
                "police precision",
                "police recall",
                "alert precision",
                "alert recall",
                "criticism to police",
                "cloaked, found",
                "µs a post");
    }

    void row(Table table, String name) {
        table.row(
                name,
                police.precision().brief(),
                police.recall().brief(),
                alert.precision().brief(),
                alert.recall().brief(),
                criticism.hits() + " of " + criticism.of(),
                cloaked.brief(),
                Double.isNaN(micros) ? "–" : String.format(Locale.ROOT, "%.0f", micros));
    }
}
