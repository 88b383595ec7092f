package huxiao.bench.report;

import huxiao.model.School;
import huxiao.model.Schools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether the judge is as good for every district and every way of speaking. */
final class GroupsSection {
    private GroupsSection() {}

    static String of(Path home, Schools schools, List<Judged> test, List<Judged> kept) throws IOException {
        Traits tested = Traits.read(home.resolve("bench/data/test"));
        Traits trained = Traits.read(home.resolve("bench/data/train"));
        DialectWords words = DialectWords.shipped();
        GroupFigures districts = new GroupFigures("district of the school meant");
        GroupFigures dialects = new GroupFigures("way of speaking");
        for (Judged judged : test) {
            Set<String> named = new TreeSet<>();
            for (String code : tested.schools(judged.example())) {
                schools.byCode(code).map(School::district).ifPresent(named::add);
            }
            (named.isEmpty() ? Set.of("no school meant") : named).forEach(district -> districts.add(district, judged));
            boolean dialect =
                    words.speaksIn(judged.example().title() + judged.example().text());
            dialects.add(dialect ? "test part, with a word of dialect" : "test part, without", judged);
        }
        for (Judged judged : kept) {
            String dialect = trained.dialect(judged.example());
            dialects.add(
                    dialect.isEmpty() ? "calibration part, none marked" : "calibration part, written in " + dialect,
                    judged);
        }
        return "Test part, by the district of the schools that a row means (one with schools in two counts in both):\n\n"
                + districts.markdown()
                + "\nRows of the calibration part are marked with the dialect they were written in. Those of the test part are not: there "
                + "a short list of words finds some (`dialect.txt`).\n\n"
                + dialects.markdown();
    }
}
