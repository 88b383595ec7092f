package huxiao.analysis;

import java.util.List;

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

    /** Looks at a post as it is written and, where words are hidden in it, as else it can be read; the worst counts. */
    Screening screen(List<Document> documents) {
        Scratch scratch = SCRATCH.get();
        double probability = probability(documents, scratch);
        // What was skimmed last may be another reading: names are those of the text as it is written.
        String written = documents.get(0).text();
        if (documents.size() > 1) {
            reader.skim(written, scratch.skim);
        }
        return new Screening(probability >= threshold, reader.mayNameSchool(written, scratch.skim), probability);
    }

    /** Whether a post may tell of danger; what it names is not looked for. */
    boolean isWorthAssessing(List<Document> documents) {
        return probability(documents, SCRATCH.get()) >= threshold;
    }

    private double probability(List<Document> documents, Scratch scratch) {
        double score = Double.NEGATIVE_INFINITY;
        for (Document document : documents) {
            score = Math.max(score, score(document.text(), scratch));
        }
        return Judge.probability(score);
    }

    private double score(String text, Scratch scratch) {
        reader.skim(text, scratch.skim);
        return model.score(text, scratch.skim.groups(), scratch.sieve) + scratch.skim.weight();
    }
}
