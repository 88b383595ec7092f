package huxiao.bench.train;

import huxiao.analysis.Judge;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Stance;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What a judge gets right and wrong on labelled texts, as lines of Markdown. */
final class Figures {
    /** Hits, false alarms and misses of one yes-or-no question. */
    record Count(int hits, int falseAlarms, int misses) {
        Count add(boolean said, boolean is) {
            return new Count(
                    hits + (said && is ? 1 : 0), falseAlarms + (said && !is ? 1 : 0), misses + (!said && is ? 1 : 0));
        }

        double precision() {
            return hits + falseAlarms == 0 ? 1 : (double) hits / (hits + falseAlarms);
        }

        double recall() {
            return hits + misses == 0 ? 1 : (double) hits / (hits + misses);
        }

        double f1() {
            return hits == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f | %.2f | %.2f | %d", precision(), recall(), f1(), hits + misses);
        }
    }

    private static final Count ZERO = new Count(0, 0, 0);

    private final int[][] levels = new int[Level.values().length][Level.values().length];
    private final Map<Category, Count> categories = new EnumMap<>(Category.class);
    private Count police = ZERO;
    private Count alert = ZERO;
    private Count screen = ZERO;
    private int texts;
    private int exactLevel;
    private int rightMain;
    private int danger;
    private int rightStance;
    private int criticismToPolice;

    /** Judges texts and counts; may be called again, also with another judge, to add more. */
    Figures add(Judge judge, List<Example> examples) {
        for (Example example : examples) {
            add(
                    example,
                    judge.assessBriefly(example.post()),
                    judge.screen(example.post()).worthAssessing());
        }
        return this;
    }

    private void add(Example example, Assessment said, boolean worthAssessing) {
        List<Level> order = List.of(Level.values());
        texts++;
        levels[order.indexOf(example.level())][order.indexOf(said.level())]++;
        exactLevel += example.level() == said.level() ? 1 : 0;
        boolean isDanger = example.level() != Level.NONE;
        police = police.add(said.level().isPolice(), example.level().isPolice());
        alert = alert.add(said.level() != Level.NONE, isDanger);
        screen = screen.add(worthAssessing, isDanger);
        if (isDanger) {
            danger++;
            Category likeliest = said.probabilities().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            rightMain += example.categories().get(0) == said.mainCategory().orElse(likeliest) ? 1 : 0;
        }
        for (Category category : Category.values()) {
            Count count = categories.getOrDefault(category, ZERO);
            categories.put(
                    category,
                    count.add(
                            said.categories().contains(category),
                            example.categories().contains(category)));
        }
        rightStance +=
                example.stance().filter(stance -> stance == said.stance()).isPresent() ? 1 : 0;
        boolean view =
                example.stance().filter(stance -> stance == Stance.OPINION).isPresent();
        criticismToPolice += view && said.level().isPolice() ? 1 : 0;
    }

    /** Share of texts of which {@code test} holds, per 10,000. */
    static double perTenThousand(List<Assessment> said, Predicate<Assessment> test) {
        return 10_000.0 * said.stream().filter(test).count() / Math.max(1, said.size());
    }

    Count police() {
        return police;
    }

    int criticismToPolice() {
        return criticismToPolice;
    }

    String markdown() {
        StringBuilder out = new StringBuilder();
        out.append("| question | precision | recall | F1 | texts |\n| --- | --- | --- | --- | --- |\n");
        out.append("| told to police (ORANGE, RED) | ").append(police).append(" |\n");
        out.append("| any alert | ").append(alert).append(" |\n");
        out.append("| passes the screen | ").append(screen).append(" |\n");
        for (Map.Entry<Category, Count> category : categories.entrySet()) {
            out.append("| `").append(category.getKey().wireName()).append("` | ");
            out.append(category.getValue()).append(" |\n");
        }
        out.append(String.format(
                Locale.ROOT,
                "%nOf %d texts: level exactly right %.2f, stance right %.2f; of the %d dangerous ones the likeliest category is the "
                        + "main one in %.2f. Views and complaints told to police: %d.%n%n",
                texts,
                (double) exactLevel / texts,
                (double) rightStance / texts,
                danger,
                (double) rightMain / Math.max(1, danger),
                criticismToPolice));
        out.append("| is \\ said |");
        for (Level level : Level.values()) {
            out.append(' ').append(level).append(" |");
        }
        out.append("\n| --- | --- | --- | --- | --- | --- |\n");
        List<Level> order = List.of(Level.values());
        for (Level level : Level.values()) {
            out.append("| ").append(level).append(" |");
            for (int count : levels[order.indexOf(level)]) {
                out.append(' ').append(count).append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }
}
