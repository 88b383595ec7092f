package huxiao.bench.cloak;

import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.bench.report.Interval;
import huxiao.bench.report.Table;
import huxiao.bench.train.Example;
import huxiao.model.Cloak;
import huxiao.model.Level;
import huxiao.model.Post;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** How many dangerous texts are still found once their danger words are hidden, by trick. */
public final class CloakedRecall {
    private static final long SEED = 79;
    private static final String MIXED = "MIXED";

    private final Map<String, Interval> byTrick = new TreeMap<>();

    /** Hides the danger words of every police-tier text by each trick that applies to it, and judges what comes out. */
    public static CloakedRecall of(Judge judge, Lexicon lexicon, List<Example> examples) {
        return of(post -> judge.assessBriefly(post).level() != Level.NONE, lexicon, examples);
    }

    /** The same of anything that says of a post whether it is to be looked at. */
    public static CloakedRecall of(Predicate<Post> alarm, Lexicon lexicon, List<Example> examples) {
        CloakedRecall recall = new CloakedRecall();
        Cloaker cloaker = new Cloaker(lexicon);
        for (Example example : examples) {
            if (example.level().isPolice()) {
                for (Cloak trick : Cloak.values()) {
                    recall.tryOne(alarm, example, trick.name(), text -> cloaker.cloak(text, trick, new Random(SEED)));
                }
                recall.tryOne(alarm, example, MIXED, text -> cloaker.mixed(text, new Random(SEED)));
            }
        }
        return recall;
    }

    private void tryOne(Predicate<Post> alarm, Example example, String trick, UnaryOperator<String> hide) {
        String hidden = hide.apply(example.text());
        if (!hidden.equals(example.text())) {
            boolean found = alarm.test(example.withText(hidden).post());
            byTrick.merge(
                    trick,
                    new Interval(found ? 1 : 0, 1),
                    (before, one) -> new Interval(before.hits() + one.hits(), before.of() + one.of()));
        }
    }

    /** Share found of all that were tried. */
    public double overall() {
        return found().share();
    }

    /** Found among all that were tried. */
    public Interval found() {
        return new Interval(
                byTrick.values().stream().mapToInt(Interval::hits).sum(),
                byTrick.values().stream().mapToInt(Interval::of).sum());
    }

    /** A row for each trick. */
    public String markdown() {
        Table table = new Table("trick", "found (95 %)", "texts");
        byTrick.forEach((trick, found) -> table.row(trick.toLowerCase(Locale.ROOT), found.brief(), found.of()));
        return table.row("all", found().brief(), found().of()).toString();
    }
}
