package huxiao.bench.train;

import huxiao.analysis.Judge;
import huxiao.bench.report.Interval;
import huxiao.bench.report.Judged;
import huxiao.bench.report.Table;
import huxiao.bench.report.Tally;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a judge gets right and wrong on labelled texts, as lines of Markdown. */
final class Figures {
    private static final List<Level> LEVELS = List.of(Level.values());

    private final int[][] levels = new int[LEVELS.size()][LEVELS.size()];
    private final Map<Category, Tally> categories = new EnumMap<>(Category.class);
    private final Map<Level, Tally> exactly = new EnumMap<>(Level.class);
    private final Map<Level, Tally> atLeast = new EnumMap<>(Level.class);
    private final Map<Stance, Tally> stances = new EnumMap<>(Stance.class);
    private Tally police = Tally.NONE;
    private Tally alert = Tally.NONE;
    private Tally screen = Tally.NONE;
    private int texts;
    private int exactLevel;
    private int rightMain;
    private int danger;
    private int withStance;
    private int rightStance;
    private int views;
    private int criticismToPolice;

    /** Judges texts and counts; may be called again, also with another judge, to add more. */
    Figures add(Judge judge, List<Example> examples) {
        return add(Judged.all(judge, examples));
    }

    /** Counts texts that are judged already. */
    Figures add(List<Judged> judged) {
        judged.forEach(this::add);
        return this;
    }

    private void add(Judged judged) {
        Example example = judged.example();
        Assessment said = judged.said();
        texts++;
        levels[LEVELS.indexOf(example.level())][LEVELS.indexOf(said.level())]++;
        exactLevel += example.level() == said.level() ? 1 : 0;
        boolean isDanger = example.level() != Level.NONE;
        police = police.add(said.level().isPolice(), example.level().isPolice());
        alert = alert.add(said.level() != Level.NONE, isDanger);
        screen = screen.add(judged.worthAssessing(), isDanger);
        for (Level level : LEVELS) {
            count(exactly, level, said.level() == level, example.level() == level);
            count(atLeast, level, said.level().isAtLeast(level), example.level().isAtLeast(level));
        }
        for (Category category : Category.values()) {
            count(
                    categories,
                    category,
                    said.categories().contains(category),
                    example.categories().contains(category));
        }
        rightMain += isDanger && example.categories().get(0) == likeliest(said) ? 1 : 0;
        danger += isDanger ? 1 : 0;
        example.stance().ifPresent(stance -> stance(stance, said));
    }

    private void stance(Stance is, Assessment said) {
        withStance++;
        rightStance += is == said.stance() ? 1 : 0;
        for (Stance stance : Stance.values()) {
            count(stances, stance, said.stance() == stance, is == stance);
        }
        views += is == Stance.OPINION ? 1 : 0;
        criticismToPolice += is == Stance.OPINION && said.level().isPolice() ? 1 : 0;
    }

    private static Category likeliest(Assessment said) {
        return said.mainCategory().orElseGet(() -> said.probabilities().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey());
    }

    private static <K> void count(Map<K, Tally> tallies, K key, boolean said, boolean is) {
        tallies.put(key, tallies.getOrDefault(key, Tally.NONE).add(said, is));
    }

    Tally police() {
        return police;
    }

    int criticismToPolice() {
        return criticismToPolice;
    }

    String markdown() {
        List<String> parts = new ArrayList<>();
        Table questions = new Table("question", "precision (95 %)", "recall (95 %)", "F1", "texts");
        questions.row(police.cells("told to police (ORANGE, RED)"));
        questions.row(alert.cells("any alert"));
        questions.row(screen.cells("passes the screen"));
        categories.forEach((category, tally) -> questions.row(tally.cells("`" + category.wireName() + "`")));
        parts.add(questions.toString());
        parts.add(String.format(
                Locale.ROOT,
                "Of %d texts: level exactly right %s, stance right %s; of the %d dangerous ones the likeliest category is the "
                        + "main one in %s. Of %d views and complaints %d were told to police.%n",
                texts,
                new Interval(exactLevel, texts).brief(),
                new Interval(rightStance, withStance).brief(),
                danger,
                new Interval(rightMain, danger).brief(),
                views,
                criticismToPolice));
        Table byLevel = new Table("level", "precision (95 %)", "recall (95 %)", "F1", "texts");
        exactly.forEach((level, tally) -> byLevel.row(tally.cells("exactly " + level)));
        atLeast.forEach((level, tally) -> {
            if (level.isAtLeast(Level.YELLOW)) {
                byLevel.row(tally.cells(level + " or more"));
            }
        });
        parts.add(byLevel.toString());
        parts.add(confusion());
        Table byStance = new Table("stance", "precision (95 %)", "recall (95 %)", "F1", "texts");
        stances.forEach((stance, tally) -> byStance.row(tally.cells("`" + stance.wireName() + "`")));
        parts.add(byStance.toString());
        return String.join("\n", parts);
    }

    private String confusion() {
        List<Object> headings = new ArrayList<>(List.of("is \\ said"));
        headings.addAll(LEVELS);
        Table table = new Table(headings.toArray());
        for (Level level : LEVELS) {
            List<Object> row = new ArrayList<>(List.of(level));
            for (int count : levels[LEVELS.indexOf(level)]) {
                row.add(count);
            }
            table.row(row.toArray());
        }
        return table.toString();
    }
}
