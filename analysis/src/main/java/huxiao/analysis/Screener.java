package huxiao.analysis;

/**
 * The cheap look at every post: one pass of the automaton, one column of the model, no object a feature. Immutable but for what
 * each thread keeps for its next text; thread safe.
 */
final class Screener {
    /** What a thread keeps. */
    private static final class Scratch {
        private final Automaton.Skim skim = new Automaton.Skim();
        private final HashSieve sieve = new HashSieve();
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final Reader reader;
    private final ScreenModel model;
    private final double threshold;

    Screener(Reader reader, ScreenModel model, double threshold) {
        this.reader = reader;
        this.model = model;
        this.threshold = threshold;
    }

    Screening screen(Document document) {
        Scratch scratch = SCRATCH.get();
        String text = document.text();
        reader.skim(text, scratch.skim);
        double score = model.score(text, scratch.skim.groups(), scratch.sieve) + scratch.skim.weight();
        double probability = Judge.probability(score);
        return new Screening(probability >= threshold, reader.namesSchool(text, scratch.skim), probability);
    }
}
