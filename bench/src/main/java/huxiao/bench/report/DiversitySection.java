package huxiao.bench.report;

import java.util.List;
import java.util.Locale;

/** How varied the training rows are, beside texts that nobody made up. */
final class DiversitySection {
    private static final int RUN = 15;
    private static final long SEED = 79;

    private DiversitySection() {}

    static String of(List<String> rows, List<String> cold) {
        int characters = Math.min(Diversity.characters(rows), Diversity.characters(cold));
        Table table = new Table("texts", "distinct runs of 4 characters", "share a run of 15 with another", "number");
        row(table, "training rows", rows, characters);
        row(table, "COLD (train and dev)", cold, characters);
        return String.format(
                Locale.ROOT,
                "Share of distinct runs of four characters among all, both in %d characters drawn at random (the share falls with the "
                        + "amount of text), and texts that share a run of %d characters with an earlier one.%n%n%s",
                characters,
                RUN,
                table);
    }

    private static void row(Table table, String name, List<String> texts, int characters) {
        table.row(
                name,
                String.format(Locale.ROOT, "%.3f", Diversity.distinctShare(texts, characters, SEED)),
                Diversity.sharing(texts, RUN),
                texts.size());
    }
}
