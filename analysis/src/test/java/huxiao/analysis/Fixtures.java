package huxiao.analysis;

import huxiao.model.Place;
import huxiao.model.Post;
import huxiao.model.PostIds;
import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.model.Stage;
import huxiao.model.config.PlacesCsv;
import huxiao.model.config.SchoolsCsv;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The world the tests speak of. */
final class Fixtures {
    static final Path CONFIG = Path.of(System.getProperty("huxiao.home"), "config");
    static final Schools DEMO_CITY = SchoolsCsv.read(CONFIG.resolve("schools.csv"));
    static final List<Place> PLACES = PlacesCsv.beside(CONFIG.resolve("schools.csv"), DEMO_CITY);
    static final Judge JUDGE = Judge.load(AnalysisSettings.defaults(), CONFIG, DEMO_CITY, PLACES);

    static final Reader READER =
            new Reader(Lexicon.read(CONFIG.resolve("lexicon")), DEMO_CITY, List.of(), LinkingSettings.defaults());

    private Fixtures() {}

    static Post post(String text) {
        return post("", text, "", "");
    }

    static Post post(String title, String text, String place, String sourceSchool) {
        return new Post(
                "p1",
                PostIds.version(title, text),
                "forum",
                "",
                title,
                text,
                "",
                place,
                sourceSchool,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    static Post from(String place, String text) {
        return post("", text, place, "");
    }

    /** A school of a city that is not the demo's, as a bare {@code schools.csv} gives it. */
    static School school(String code, String name, Stage stage, String district, String... aliases) {
        return new School(
                code,
                name,
                "公办",
                stage,
                1000,
                false,
                "",
                district,
                Double.NaN,
                Double.NaN,
                Arrays.asList(aliases),
                0,
                district + "教育局",
                district + "公安局",
                false,
                "",
                "");
    }

    static Judge judgeOf(School... schools) {
        return Judge.load(AnalysisSettings.defaults(), CONFIG, new Schools(List.of(schools)));
    }

    /** A judge of the demo city that links otherwise. */
    static Judge judgeLinking(LinkingSettings linking) {
        AnalysisSettings defaults = AnalysisSettings.defaults();
        return Judge.load(
                new AnalysisSettings(
                        defaults.maxChars(),
                        defaults.encoder(),
                        defaults.screen(),
                        defaults.blue(),
                        defaults.yellow(),
                        defaults.orange(),
                        defaults.red(),
                        defaults.category(),
                        defaults.policeAlarms(),
                        linking,
                        defaults.frame(),
                        defaults.models()),
                CONFIG,
                DEMO_CITY,
                PLACES);
    }
}
