package huxiao.analysis;

import huxiao.analysis.encoder.Encoder;
import huxiao.analysis.encoder.Tokens;
import huxiao.analysis.encoder.WordPiece;
import huxiao.analysis.frame.DependencyParser;
import huxiao.analysis.frame.FrameReader;
import huxiao.analysis.frame.FrameReading;
import huxiao.model.Assessment;
import huxiao.model.Category;
import huxiao.model.Insight;
import huxiao.model.Level;
import huxiao.model.Place;
import huxiao.model.Post;
import huxiao.model.Route;
import huxiao.model.SchoolLink;
import huxiao.model.Schools;
import huxiao.model.Stance;
import huxiao.model.config.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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

    /** Stands for the name of a school in what the encoder reads, so that nothing is learnt of any one school. */
    private static final String SOME_SCHOOL = "某校";
    /** Most tokens that the encoder reads at a time. */
    private static final int WINDOW = 384;
    /** So many windows of a long post are read. */
    private static final int MOST_WINDOWS = 8;
    /** From this probability of danger on the encoder is asked again for reasons, also where nothing is raised. */
    private static final double WORTH_EXPLAINING = 0.2;

    /** Share of posts judged NONE that tell of danger, and of those judged above it that do; see docs/model-card.md. */
    private static final double DANGER_AT_NONE = 0.12;

    private static final double DANGER_ABOVE = 0.9;

    private final AnalysisSettings settings;
    private final LinearModel model;
    private final Optional<Encoder> encoder;
    private final Blend blend;
    private final Reader reader;
    private final Screener screener;
    private final FrameReader frames;
    private final Optional<DependencyParser> parser;

    private Judge(
            AnalysisSettings settings,
            Lexicon lexicon,
            Schools schools,
            List<Place> places,
            LinearModel model,
            Optional<Encoder> encoder,
            Blend blend) {
        this.settings = settings;
        this.model = model;
        this.encoder = encoder;
        this.blend = blend;
        this.reader = new Reader(lexicon, schools, places, settings.linking());
        this.screener = new Screener(reader, new ScreenModel(model), settings.screen());
        this.frames = new FrameReader(settings.frame().day());
        this.parser = settings.frame().dependencies() ? DependencyParser.installed() : Optional.empty();
    }

    /**
     * Loads the model that the settings choose, else the shipped one, and the lexicon: {@code configDir/lexicon} where it exists,
     * else that of the installation ({@code $huxiao.home/config/lexicon}).
     *
     * @throws huxiao.model.config.ConfigException when the lexicon or the folder of a model has a fault
     */
    public static Judge load(AnalysisSettings settings, Path configDir, Schools schools) {
        return load(settings, configDir, schools, List.of());
    }

    /**
     * The same with a gazetteer of places near the schools ({@code places.csv}).
     *
     * @throws ConfigException when the lexicon or the folder of a model has a fault, or the budget of false alarms cannot be kept
     */
    public static Judge load(AnalysisSettings settings, Path configDir, Schools schools, List<Place> places) {
        return load(settings, ModelFolder.of(settings, configDir), configDir, schools, places);
    }

    /**
     * The same over models that were read already, whatever the settings choose.
     *
     * @throws ConfigException when the lexicon has a fault, or the budget of false alarms cannot be kept
     */
    public static Judge load(
            AnalysisSettings settings, ModelFolder models, Path configDir, Schools schools, List<Place> places) {
        Path own = configDir.resolve("lexicon");
        Path lexicon =
                Files.isDirectory(own) ? own : Path.of(System.getProperty("huxiao.home", "."), "config", "lexicon");
        return new Judge(
                withinBudget(settings, models.alarms()),
                Lexicon.read(lexicon),
                schools,
                places,
                models.model(),
                settings.encoder() ? Optional.of(Encoder.shipped()) : Optional.empty(),
                models.blend());
    }

    private static AnalysisSettings withinBudget(AnalysisSettings settings, AlarmCurve curve) {
        double orange = curve.threshold(settings.policeAlarms(), settings.orange())
                .orElseThrow(() -> new ConfigException(String.format(
                        Locale.ROOT,
                        "analysis.policeAlarms: found '%s', allowed: a number from %s, the fewest in 10,000 ordinary posts that any "
                                + "threshold of ORANGE from %s on was measured to raise, to 10000",
                        settings.policeAlarms(),
                        curve.fewest(),
                        settings.orange())));
        return settings.withOrange(orange);
    }

    /** A judge over a linear model alone, not calibrated; for training and measuring. */
    public static Judge with(AnalysisSettings settings, Lexicon lexicon, Schools schools, LinearModel model) {
        return new Judge(settings, lexicon, schools, List.of(), model, Optional.empty(), Blend.none());
    }

    /** A judge over given parts; for training and measuring. */
    public static Judge with(
            AnalysisSettings settings,
            Lexicon lexicon,
            Schools schools,
            LinearModel model,
            Optional<Encoder> encoder,
            Blend blend) {
        return new Judge(settings, lexicon, schools, List.of(), model, encoder, blend);
    }

    private Judge(Judge other, Reader reader) {
        this.settings = other.settings;
        this.model = other.model;
        this.encoder = other.encoder;
        this.blend = other.blend;
        this.reader = reader;
        this.screener = new Screener(reader, new ScreenModel(model), settings.screen());
        this.frames = other.frames;
        this.parser = other.parser;
    }

    /** The same judge, blind to hidden words: it reads posts only as they are written; for measuring. */
    public Judge asWritten() {
        return new Judge(this, reader.asWritten());
    }

    /** A cheap look: whether the post is worth assessing, and whether it may name a school of the city. */
    public Screening screen(Post post) {
        return screener.screen(reader.documents(post, settings.maxChars()));
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
        return FeatureExtractor.screen(text, reader.cues(text));
    }

    /** The linear model's answers in log-odds, before thresholds and rules, by column of {@link Head}; for measuring. */
    public double[] scores(Post post) {
        return model.scores(features(post));
    }

    /** What the models take the author's stance to be, before any rule; for measuring. */
    public Stance stance(Post post) {
        float[] answers = encoder.isPresent() && screener.isWorthAssessing(reader.documents(post, settings.maxChars()))
                ? answers(post)
                : new float[0];
        return blend.of(scores(post), answers).best(EnumSet.allOf(Stance.class));
    }

    /** The encoder's answers in log-odds, before calibration, by column of {@link huxiao.analysis.encoder.Answer}; for measuring. */
    public float[] answers(Post post) {
        return consult(reader.read(Document.of(post, settings.maxChars()).text(), post), true)
                .answers();
    }

    /** The windows of tokens that the encoder reads, for training. */
    public List<Tokens> tokens(Post post, WordPiece wordPiece) {
        return windows(reader.read(Document.of(post, settings.maxChars()).text(), post), wordPiece);
    }

    private static List<Tokens> windows(Reading reading, WordPiece wordPiece) {
        List<int[]> names = reading.mentions().stream()
                .map(mention -> new int[] {mention.start(), mention.end()})
                .toList();
        return wordPiece.windows(reading.text(), names, SOME_SCHOOL, WINDOW);
    }

    /** The full judgement; of a post with hidden words, that of the reading that {@link ReadingChoice} prefers. */
    public Assessment assess(Post post) {
        return judge(post).assessment();
    }

    /** The same with what the post is compared by. */
    public Judgement judge(Post post) {
        return judge(post, true);
    }

    /** The same judgement with no reasons for what the encoder says and no counterfactuals: many times cheaper; for measuring. */
    public Assessment assessBriefly(Post post) {
        return judge(post, false).assessment();
    }

    private Judgement judge(Post post, boolean explained) {
        List<Document> documents = reader.documents(post, settings.maxChars());
        boolean asked = encoder.isPresent() && screener.isWorthAssessing(documents);
        Document chosen = documents.get(0);
        // Reasons cost many times what a judgement costs: only the reading that counts is explained.
        boolean explainedAtOnce = explained && documents.size() == 1;
        Judgement held = judge(post, chosen, asked, explainedAtOnce);
        for (Document other : documents.subList(1, documents.size())) {
            Judgement read = judge(post, other, asked, false);
            if (ReadingChoice.prefers(held.assessment(), read.assessment(), logOdds(settings.blue()), other.cost())) {
                chosen = other;
                held = read;
            }
        }
        return explained && !explainedAtOnce ? judge(post, chosen, asked, true) : held;
    }

    /** What the encoder says of the window that it finds the most dangerous; nothing where it is not asked. */
    private Consulted consult(Reading reading, boolean asked) {
        Consulted strongest = Consulted.NOT_ASKED;
        if (!asked) {
            return strongest;
        }
        List<Tokens> windows = windows(reading, Encoder.vocabulary());
        for (Tokens window : windows.subList(0, Math.min(windows.size(), MOST_WINDOWS))) {
            Consulted consulted = Consulted.of(encoder.orElseThrow(), window);
            if (!strongest.asked() || consulted.danger() > strongest.danger()) {
                strongest = consulted;
            }
        }
        return strongest;
    }

    private Judgement judge(Post post, Document document, boolean asked, boolean explained) {
        Reading reading = reader.read(document.text(), post);
        FrameReading frame = frames.read(Frames.text(reading), post.eventTime());
        Features features = FeatureExtractor.full(reading, frame.frame());
        double[] scores = model.scores(features);
        Consulted consulted = consult(reading, asked);
        Odds odds = blend.of(scores, consulted.answers());
        double danger = probability(odds.danger());
        if (parser.isPresent() && Verdict.isNear(odds, settings)) {
            frame = frames.refined(Frames.text(reading), post.eventTime(), parser.get(), settings.frame());
        }
        List<Ruling> rulings = LevelRules.rulings(reading, frame.staffAccused(), danger, danger >= settings.blue());

        Stance stance = rulings.stream()
                .flatMap(ruling -> ruling.stance().stream())
                .findFirst()
                .orElseGet(() -> odds.best(EnumSet.allOf(Stance.class)));
        Verdict verdict = Verdict.of(odds, stance, rulings, settings);
        Map<Category, Double> probabilities = new EnumMap<>(Category.class);
        for (Category category : Category.values()) {
            probabilities.put(category, odds.probability(category));
        }
        List<Category> categories = categories(verdict, probabilities, rulings);
        if (verdict.level() != Level.NONE) {
            stance = odds.best(ACTING);
        }
        List<Route> routes = Routes.of(
                verdict.level(),
                categories,
                reading.text(),
                frame.staffAccused().isPresent());
        Explainer explainer = new Explainer(document, reading, blend.mix(consulted.asked(), Level.BLUE.name()));
        boolean inDetail = explained && (verdict.level() != Level.NONE || danger >= WORTH_EXPLAINING);
        Explainer.Explanation explanation = explainer.explain(
                features, model, consulted, inDetail ? encoder : Optional.empty(), verdict, categories);
        List<SchoolLink> links =
                reader.linker().links(reading, document, post, concern(verdict.level(), explanation.score()));
        Assessment assessment = new Assessment(
                post.id(),
                post.version(),
                verdict.level(),
                categories,
                probabilities,
                stance,
                routes,
                explanation.score(),
                explanation.bias(),
                links,
                explanation.reasons(),
                new Insight(
                        Unhiding.changes(document, reading.cues()),
                        Frames.of(document, frame.frame()),
                        explained
                                ? Counterfactuals.of(
                                        post,
                                        verdict.level(),
                                        explanation.words(),
                                        explanation.reasons(),
                                        other ->
                                                judge(other, false).assessment().level())
                                : List.of(),
                        links.stream().filter(SchoolLink::isDerived).toList()));
        return new Judgement(assessment, consulted.vector());
    }

    /** The probability that the post tells of danger, as far as the level can be believed. */
    private static double concern(Level level, double score) {
        double probability = probability(score);
        return level == Level.NONE ? Math.min(probability, DANGER_AT_NONE) : Math.max(probability, DANGER_ABOVE);
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

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    static double logOdds(double probability) {
        double bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
        return Math.log(bounded / (1 - bounded));
    }
}
