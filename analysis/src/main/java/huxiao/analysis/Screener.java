package huxiao.analysis;

import huxiao.model.Post;
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
    Screening screen(List<Document> documents, Post post) {
        Scratch scratch = SCRATCH.get();
        String written = documents.get(0).text();
        double score = score(written, scratch);
        boolean namesSchool = reader.namesSchool(written, scratch.skim, post);
        for (Document other : documents.subList(1, documents.size())) {
            score = Math.max(score, score(other.text(), scratch));
        }
        double probability = Judge.probability(score);
        return new Screening(probability >= threshold, namesSchool, probability);
    }

    private double score(String text, Scratch scratch) {
        reader.skim(text, scratch.skim);
        return model.score(text, scratch.skim.groups(), scratch.sieve) + scratch.skim.weight();
    }
}
