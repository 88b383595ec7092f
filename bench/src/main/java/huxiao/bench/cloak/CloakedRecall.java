package huxiao.bench.cloak;

import huxiao.analysis.Judge;
import huxiao.analysis.Lexicon;
import huxiao.bench.train.Example;
import huxiao.model.Cloak;
import huxiao.model.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How many dangerous texts are still found once their danger words are hidden, by trick. */
public final class CloakedRecall {
    private static final long SEED = 79;
    private static final String MIXED = "MIXED";

    /** Found among tried. */
    private record Count(int found, int tried) {
        Count add(boolean is) {
            return new Count(found + (is ? 1 : 0), tried + 1);
        }
    }

    private final Map<String, Count> byTrick = new TreeMap<>();

    /** Hides the danger words of every police-tier text by each trick that applies to it, and judges what comes out. */
    public static CloakedRecall of(Judge judge, Lexicon lexicon, List<Example> examples) {
        CloakedRecall recall = new CloakedRecall();
        Cloaker cloaker = new Cloaker(lexicon);
        for (Example example : examples) {
            if (example.level().isPolice()) {
                for (Cloak trick : Cloak.values()) {
                    recall.tryOne(judge, example, trick.name(), text -> cloaker.cloak(text, trick, new Random(SEED)));
                }
                recall.tryOne(judge, example, MIXED, text -> cloaker.mixed(text, new Random(SEED)));
            }
        }
        return recall;
    }

    private void tryOne(Judge judge, Example example, String trick, UnaryOperator<String> hide) {
        String hidden = hide.apply(example.text());
        if (!hidden.equals(example.text())) {
            boolean found = judge.assessBriefly(example.withText(hidden).post()).level() != Level.NONE;
            byTrick.merge(trick, new Count(found ? 1 : 0, 1), (before, one) -> before.add(one.found() == 1));
        }
    }

    /** Share found of all that were tried. */
    public double overall() {
        int found = byTrick.values().stream().mapToInt(Count::found).sum();
        int tried = byTrick.values().stream().mapToInt(Count::tried).sum();
        return (double) found / Math.max(1, tried);
    }

    /** A row for each trick. */
    public String markdown() {
        StringBuilder out = new StringBuilder("| trick | found | texts |\n| --- | --- | --- |\n");
        byTrick.forEach((trick, count) -> out.append(String.format(
                Locale.ROOT,
                "| %s | %.2f | %d |%n",
                trick.toLowerCase(Locale.ROOT),
                (double) count.found / count.tried,
                count.tried)));
        return out.append(String.format(Locale.ROOT, "| all | %.2f | |%n", overall()))
                .toString();
    }
}
