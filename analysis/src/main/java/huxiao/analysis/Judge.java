package huxiao.analysis;

import huxiao.analysis.frame.DependencyParser;
import huxiao.analysis.frame.FrameReader;
import huxiao.analysis.frame.FrameReading;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.Route;
import huxiao.model.Schools;
import huxiao.model.Stance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges posts: {@link #screen} cheaply, {@link #assess} in full. Pure after loading: same post, same answer. Never throws on a
 * post, whatever is in it; only the first {@link AnalysisSettings#maxChars} units of title and text are looked at. Thread safe.
 */
public final class Judge {
    /** How the author of a post above NONE can stand to it: a view, a jest, a story or an exercise is no danger. */
    private static final Set<Stance> ACTING = EnumSet.of(Stance.INTENT, Stance.HELP, Stance.WITNESS, Stance.REPORT);

    private static final String MODEL = "/huxiao/analysis/model.bin.gz";

    private final AnalysisSettings settings;
    private final LinearModel model;
    private final Reader reader;
    private final FrameReader frames;
    private final Optional<DependencyParser> parser;

    private Judge(AnalysisSettings settings, Lexicon lexicon, Schools schools, LinearModel model) {
        this.settings = settings;
        this.model = model;
        this.reader = new Reader(lexicon, schools);
        this.frames = new FrameReader(settings.frame().day());
        this.parser = settings.frame().dependencies() ? DependencyParser.installed() : Optional.empty();
    }

    /**
     * Loads the shipped model and the lexicon: {@code configDir/lexicon} where it exists, else that of the installation
     * ({@code $huxiao.home/config/lexicon}).
     *
     * @throws huxiao.model.config.ConfigException when the lexicon has a fault
     */
    public static Judge load(AnalysisSettings settings, Path configDir, Schools schools) {
        Path own = configDir.resolve("lexicon");
        Path lexicon =
                Files.isDirectory(own) ? own : Path.of(System.getProperty("huxiao.home", "."), "config", "lexicon");
        return with(settings, Lexicon.read(lexicon), schools, shippedModel());
    }

    /** A judge over given parts; for training and measuring. */
    public static Judge with(AnalysisSettings settings, Lexicon lexicon, Schools schools, LinearModel model) {
        return new Judge(settings, lexicon, schools, model);
    }

    private static LinearModel shippedModel() {
        try (InputStream in = Judge.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the model " + MODEL + " is missing from the class path");
            }
            return LinearModel.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the model " + MODEL + " cannot be read", e);
        }
    }

    /** A cheap look: whether the post is worth assessing, and whether it names a school of the city. */
    public Screening screen(Post post) {
        String text = Document.of(post, settings.maxChars()).text();
        Automaton.Hits hits = reader.skim(text);
        double score = model.score(FeatureExtractor.screen(text, hits.cues()), Head.SCREEN);
        for (Automaton.Cue cue : hits.cues()) {
            score += cue.term().weight();
        }
        double probability = probability(score);
        return new Screening(probability >= settings.screen(), reader.namesSchool(text, hits, post), probability);
    }

    /** The features that {@link #assess} scores, for training. */
    public Features features(Post post) {
        Reading reading = reader.read(Document.of(post, settings.maxChars()).text(), post);
        return FeatureExtractor.full(
                reading, frames.read(Frames.text(reading), post.eventTime()).frame());
    }

    /** The features that {@link #screen} scores, for training. */
    public Features screenFeatures(Post post) {
        String text = Document.of(post, settings.maxChars()).text();
        return FeatureExtractor.screen(text, reader.skim(text).cues());
    }

    /** The linear model's answers in log-odds, before thresholds and rules, by column of {@link Head}; for measuring. */
    public double[] scores(Post post) {
        return model.scores(features(post));
    }

    /** The full judgement. */
    public Assessment assess(Post post) {
        Document document = Document.of(post, settings.maxChars());
        Reading reading = reader.read(document.text(), post);
        FrameReading frame = frames.read(Frames.text(reading), post.eventTime());
        Features features = FeatureExtractor.full(reading, frame.frame());
        double[] scores = model.scores(features);
        double danger = probability(scores[Head.of(Level.BLUE)]);
        if (parser.isPresent() && Verdict.isNear(scores, settings)) {
            frame = frames.refined(Frames.text(reading), post.eventTime(), parser.get(), settings.frame());
        }
        List<Ruling> rulings = LevelRules.rulings(reading, frame.staffAccused(), danger, danger >= settings.blue());

        Stance stance = likeliest(scores, rulings);
        Verdict verdict = Verdict.of(scores, stance, rulings, settings);
        Map<Category, Double> probabilities = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            probabilities.put(category, probability(scores[Head.of(category)]));
        }
        List<Category> categories = categories(verdict, probabilities, rulings);
        if (verdict.level() != Level.NONE) {
            stance = best(scores, ACTING);
        }
        List<Route> routes = Routes.of(
                verdict.level(),
                categories,
                reading.text(),
                frame.staffAccused().isPresent());
        Explanation explanation = Explanation.of(document, reading, features, model, verdict);
        return new Assessment(
                post.id(),
                post.version(),
                verdict.level(),
                categories,
                probabilities,
                stance,
                routes,
                explanation.score(),
                explanation.bias(),
                reader.linker().links(reading.mentions(), document, post),
                explanation.reasons(),
                new Insight(List.of(), Frames.of(document, frame.frame()), List.of(), List.of()));
    }

    private List<Category> categories(Verdict verdict, Map<Category, Double> probabilities, List<Ruling> rulings) {
        if (verdict.level() == Level.NONE) {
            return List.of();
        }
        List<Category> byProbability = new ArrayList<>(List.of(Category.values()));
        byProbability.sort(Comparator.comparingDouble((Category category) -> probabilities.get(category))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        Category main = rulings.stream()
                .filter(ruling -> ruling.floor() != Level.NONE)
                .flatMap(ruling -> ruling.category().stream())
                .findFirst()
                .orElse(byProbability.get(0));
        List<Category> holding = new ArrayList<>(List.of(main));
        for (Category category : byProbability) {
            if (category != main && probabilities.get(category) >= settings.category()) {
                holding.add(category);
            }
        }
        return holding;
    }

    private static Stance likeliest(double[] scores, List<Ruling> rulings) {
        return rulings.stream()
                .flatMap(ruling -> ruling.stance().stream())
                .findFirst()
                .orElseGet(() -> best(scores, EnumSet.allOf(Stance.class)));
    }

    private static Stance best(double[] scores, Set<Stance> allowed) {
        return allowed.stream()
                .max(Comparator.comparingDouble(stance -> scores[Head.of(stance)]))
                .orElseThrow();
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double logOdds(double probability) {
        double bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
        return Math.log(bounded / (1 - bounded));
    }

    /** Reasons as {@link Reason}s with the score they add up to. */
    record Explanation(double score, double bias, List<Reason> reasons) {
        static Explanation of(
                Document document, Reading reading, Features features, LinearModel model, Verdict verdict) {
            return new Explainer(document, reading).explain(features, model, verdict);
        }
    }
}
