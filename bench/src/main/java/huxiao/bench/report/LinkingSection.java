package huxiao.bench.report;

import huxiao.bench.linking.Linking;
import huxiao.bench.linking.LinkingFigures;
import java.io.IOException;
import java.nio.file.Path;

/** How often exactly the right schools are linked. */
final class LinkingSection {
    private LinkingSection() {}

    static String of(Path home) throws IOException {
        Table table =
                new Table("posts", "exactly the right schools (95 %)", "where the danger was seen rightly (95 %)");
        row(table, "first measured on (`held-out`)", Linking.measure(home, "held-out"));
        row(table, "written after the last change (`last`)", Linking.measure(home, "last"));
        return "Posts written for the purpose about two cities (`bench/data/linking`); [linking.md](linking.md) says how it is done and "
                + "what each kind of post gives.\n\n" + table;
    }

    private static void row(Table table, String name, LinkingFigures figures) {
        table.row(name, figures.all(), figures.whereDangerIsSeen());
    }
}
