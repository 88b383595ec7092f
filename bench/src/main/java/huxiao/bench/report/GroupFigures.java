package huxiao.bench.report;

import huxiao.model.Level;
import java.util.Map;
import java.util.TreeMap;

/** Police and any alert by a group of texts. */
final class GroupFigures {
    private record Counts(int texts, Tally police, Tally alert) {
        Counts add(Judged judged) {
            Level is = judged.example().level();
            return new Counts(
                    texts + 1, police.add(judged.police(), is.isPolice()), alert.add(judged.alert(), is != Level.NONE));
        }
    }

    private static final Counts NOTHING = new Counts(0, Tally.NONE, Tally.NONE);

    private final String kind;
    private final Map<String, Counts> groups = new TreeMap<>();

    GroupFigures(String kind) {
        this.kind = kind;
    }

    void add(String group, Judged judged) {
        groups.put(group, groups.getOrDefault(group, NOTHING).add(judged));
    }

    String markdown() {
        Table table = new Table(
                kind,
                "texts",
                "for police",
                "police precision (95 %)",
                "police recall (95 %)",
                "dangerous",
                "alert precision (95 %)",
                "alert recall (95 %)");
        groups.forEach((group, counts) -> table.row(
                group,
                counts.texts(),
                counts.police().positives(),
                counts.police().precision().brief(),
                counts.police().recall().brief(),
                counts.alert().positives(),
                counts.alert().precision().brief(),
                counts.alert().recall().brief()));
        return table.toString();
    }
}
