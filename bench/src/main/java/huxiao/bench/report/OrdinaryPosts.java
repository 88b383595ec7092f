package huxiao.bench.report;

import huxiao.analysis.Judge;
import huxiao.bench.train.Example;
import huxiao.bench.train.Examples;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Schools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How often ordinary posts raise an alarm. */
final class OrdinaryPosts {
    private static final long SEED = 79;
    /** So many of COLD's first training rows no encoder may have seen; those before taught what is offensive. */
    private static final int SHOWN_TO_ENCODER = 16_000;

    private final List<Judged> all = new ArrayList<>();
    private final List<Judged> neverOrdinary = new ArrayList<>();
    private final List<Judged> neverShown = new ArrayList<>();
    private final List<Judged> naming = new ArrayList<>();
    private final List<Judged> namingNeverOrdinary = new ArrayList<>();
    private final List<Judged> everyday;
    private final List<Judged> own;

    /**
     * Judges COLD's rows, each with a school put in, and those that speak of a school as they are.
     *
     * @param taught how many of COLD's first training rows the models were taught as ordinary
     * @param everyday posts of daily life that no model was taught
     * @param test our own judged texts
     */
    OrdinaryPosts(Judge judge, Schools schools, Path cold, int taught, List<Example> everyday, List<Judged> test)
            throws IOException {
        List<Judged> train = Judged.all(judge, Examples.cold(cold.resolve("train.csv"), schools, 1, true, SEED));
        List<Judged> dev = Judged.all(judge, Examples.cold(cold.resolve("dev.csv"), schools, 1, true, SEED));
        all.addAll(train);
        all.addAll(dev);
        neverOrdinary.addAll(train.subList(Math.min(taught, train.size()), train.size()));
        neverOrdinary.addAll(dev);
        neverShown.addAll(train.subList(Math.min(SHOWN_TO_ENCODER, train.size()), train.size()));
        neverShown.addAll(dev);
        List<Judged> early = naming(judge, ColdTexts.read(cold.resolve("train.csv")), 0, taught);
        namingNeverOrdinary.addAll(naming(judge, ColdTexts.read(cold.resolve("train.csv")), taught, train.size()));
        namingNeverOrdinary.addAll(naming(judge, ColdTexts.read(cold.resolve("dev.csv")), 0, dev.size()));
        naming.addAll(early);
        naming.addAll(namingNeverOrdinary);
        this.everyday = Judged.all(judge, everyday);
        this.own = test.stream()
                .filter(judged -> judged.example().level() == Level.NONE)
                .toList();
    }

    private static List<Judged> naming(Judge judge, List<String> texts, int from, int to) {
        return Judged.all(
                judge,
                texts.subList(Math.min(from, texts.size()), Math.min(to, texts.size())).stream()
                        .filter(ColdTexts::namesSchool)
                        .map(OrdinaryPosts::asItIs)
                        .toList());
    }

    private static Example asItIs(String text) {
        return new Example(
                "", text, Level.NONE, List.of(), Optional.empty(), "cold", Optional.empty(), Optional.empty(), 1);
    }

    String markdown() {
        Table table = new Table(
                "posts",
                "number",
                "told to police",
                "in 10,000 (95 %)",
                "any alert",
                "in 10,000 (95 %)",
                "pass the screen, %");
        row(table, "COLD, each with a school put in", all);
        row(table, "of these, never taught as ordinary", neverOrdinary);
        row(table, "of these, never shown to any model", neverShown);
        row(table, "COLD's rows that speak of a school themselves, as they are", naming);
        row(table, "of these, never taught as ordinary", namingNeverOrdinary);
        row(table, "everyday posts by another hand, never taught", everyday);
        row(table, "our own test rows labelled NONE", own);
        return String.format(
                Locale.ROOT,
                "%s%nThe figure behind ≤ is the upper end of Wilson's 95 %% interval. A row speaks of a school itself where it holds one "
                        + "of %s. The linear model was taught the first of COLD's training rows as ordinary text, the encoder fewer; "
                        + "from those up to the %d,000th the encoder learnt what is offensive.%n%nAlarms by main category:%n%n%s",
                table,
                ColdTexts.SCHOOL_WORDS.replace("|", "、"),
                SHOWN_TO_ENCODER / 1000,
                categories());
    }

    private static void row(Table table, String name, List<Judged> posts) {
        Interval police =
                new Interval((int) posts.stream().filter(Judged::police).count(), posts.size());
        Interval alert = new Interval((int) posts.stream().filter(Judged::alert).count(), posts.size());
        long screened = posts.stream().filter(Judged::worthAssessing).count();
        table.row(
                name,
                posts.size(),
                police.hits(),
                police.perTenThousand(),
                alert.hits(),
                alert.perTenThousand(),
                String.format(Locale.ROOT, "%.1f", 100.0 * screened / Math.max(1, posts.size())));
    }

    private String categories() {
        Map<Category, int[]> counts = new EnumMap<>(Category.class);
        count(counts, all, 0);
        count(counts, naming, 1);
        count(counts, everyday, 2);
        count(counts, own, 3);
        Table table = new Table(
                "category", "COLD with a school put in", "COLD that speaks of a school", "everyday", "own NONE");
        counts.forEach((category, count) ->
                table.row("`" + category.wireName() + "`", count[0], count[1], count[2], count[3]));
        return table.toString();
    }

    private static void count(Map<Category, int[]> counts, List<Judged> posts, int column) {
        for (Judged judged : posts) {
            judged.said().mainCategory().ifPresent(main -> counts.computeIfAbsent(main, any -> new int[4])[column]++);
        }
    }
}
