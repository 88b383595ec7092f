package huxiao.streaming;

import huxiao.analysis.AnalysisSettings;
import huxiao.analysis.HanlpSegmenter;
import huxiao.analysis.Judge;
import huxiao.analysis.ModelChoice;
import huxiao.analysis.ModelFolder;
import huxiao.analysis.SchoolNames;
import huxiao.index.IndexSettings;
import huxiao.index.PostIndex;
import huxiao.index.SearchContext;
import huxiao.index.query.SchoolLookup;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.ConfigNode;
import huxiao.model.config.PlacesCsv;
import huxiao.model.config.SchoolsCsv;
import huxiao.register.Register;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Opens what the job's operators and the server share, each under one key of {@link Resources}. */
public final class Openers {
    private Openers() {}

    /** The judge over the configured lexicon, models and schools. */
    public static Resources.Lease<Judge> judge(JobSettings settings) {
        ConfigFiles files = files(settings);
        return Resources.lease(
                "judge:" + files.dir(), Judge.class, () -> judge(files, SchoolsCsv.read(schoolsFile(files))));
    }

    /** A judge from configuration files, not shared. */
    public static Judge judge(ConfigFiles files, Schools schools) {
        return Judge.load(analysis(files), files.dir(), schools, PlacesCsv.beside(schoolsFile(files), schools));
    }

    /** Whether a second model judges beside the one that counts. */
    static boolean hasShadow(JobSettings settings) {
        return analysis(files(settings)).models().shadowAlone().isPresent();
    }

    /** The model that judges beside the one that counts; empty where none is configured. */
    public static Optional<Resources.Lease<ShadowModel>> shadow(JobSettings settings) {
        ConfigFiles files = files(settings);
        AnalysisSettings analysis = analysis(files);
        return analysis.models()
                .shadowAlone()
                .map(alone -> Resources.lease(
                        "shadow:" + files.dir(),
                        ShadowModel.class,
                        () -> shadow(analysis.with(alone), files, SchoolsCsv.read(schoolsFile(files)))));
    }

    /**
     * A model that judges beside the one that counts, from configuration files but with a folder of its own, not shared.
     *
     * @throws huxiao.model.config.ConfigException when the folder has a fault
     */
    public static ShadowModel shadow(ConfigFiles files, Schools schools, Path folder) {
        AnalysisSettings analysis = analysis(files);
        return shadow(analysis.with(new ModelChoice(folder.toAbsolutePath().toString(), "")), files, schools);
    }

    private static ShadowModel shadow(AnalysisSettings analysis, ConfigFiles files, Schools schools) {
        Path folder = files.dir().resolve(analysis.models().model());
        ModelFolder models = ModelFolder.read(folder, analysis.encoder());
        Judge judge = Judge.load(analysis, models, files.dir(), schools, PlacesCsv.beside(schoolsFile(files), schools));
        return new ShadowModel(models.name(), judge::assessBriefly);
    }

    private static AnalysisSettings analysis(ConfigFiles files) {
        return AnalysisSettings.from(huxiaoYaml(files).section("analysis"));
    }

    /** The register, with the receivers that its alerts are planned for. */
    public static Resources.Lease<Register> register(JobSettings settings) {
        JobSettings.Locations at = settings.locations();
        return Resources.lease(
                "register:" + at.database().url(),
                Register.class,
                () -> Register.open(at.database(), settings.receivers(), settings.clock()));
    }

    /** The index that is written; searched near-real-time by whoever shares it. */
    public static Resources.Lease<PostIndex> index(JobSettings settings) {
        ConfigFiles files = files(settings);
        IndexEngine engine = settings.locations().index();
        return Resources.lease(
                "index:" + engine.place(),
                PostIndex.class,
                () -> engine.open(
                        searchContext(SchoolsCsv.read(schoolsFile(files)), settings.clock()),
                        IndexSettings.from(huxiaoYaml(files).section("index"))));
    }

    /** What the index is handed to understand texts and queries alike. */
    public static SearchContext searchContext(Schools schools, Clock clock) {
        SchoolNames names = new SchoolNames(schools);
        SchoolLookup listed = SchoolLookup.of(schools);
        SchoolLookup lookup = new SchoolLookup() {
            @Override
            public List<String> named(String name) {
                List<String> exact = listed.named(name);
                return exact.isEmpty() ? names.resolve(name) : exact;
            }

            @Override
            public List<String> inDistrict(String district) {
                return listed.inDistrict(district);
            }

            @Override
            public List<String> districts() {
                return listed.districts();
            }
        };
        return SearchContext.of(new HanlpSegmenter(), lookup, clock);
    }

    static Schools schools(JobSettings settings) {
        return SchoolsCsv.read(schoolsFile(files(settings)));
    }

    private static ConfigFiles files(JobSettings settings) {
        return new ConfigFiles(
                Path.of(settings.locations().configFolder()),
                Path.of(settings.locations().defaultsFolder()));
    }

    private static Path schoolsFile(ConfigFiles files) {
        return files.resolve("schools.csv");
    }

    private static ConfigNode huxiaoYaml(ConfigFiles files) {
        return ConfigNode.read(files.resolve("huxiao.yaml"));
    }
}
