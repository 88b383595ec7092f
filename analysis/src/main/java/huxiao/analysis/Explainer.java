package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import huxiao.analysis.encoder.Encoder;
import huxiao.model.Category;
import huxiao.model.Level;
import huxiao.model.Reason;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Shares the score of danger out to stretches of the author's text. A feature's contribution is spread over its characters, these
 * are gathered into passages; the heaviest become reasons, the rest goes into the bias, so that bias and weights add up to the score.
 * A passage is named after what the lexicon knows in it, where that speaks the same way as the passage.
 */
final class Explainer {
    private static final int MOST_REASONS = 8;
    private static final double LEAST_WEIGHT = 0.03;
    /** Weights are shown with four digits after the point; sums are exact in units of these. */
    private static final double UNIT = 10_000;

    /** So many stretches at most are left out one by one to see what the encoder makes of them; of a long text fewer. */
    private static final int MOST_LEFT_OUT = 12;

    /** So many words at most are offered for counterfactuals. */
    private static final int MOST_WORDS = 4;

    private static final int MOST_TOKENS = 1_200;

    private static final String SCHOOL = "school";
    private static final String MODEL = "model";

    /** A passage is named after a scene, such as a place, only where that is half of it or more. */
    private static final int HALF = 2;

    /** A passage is named after a term only where that has so much of its weight. */
    private static final double LEAST_SHARE = 0.2;

    /**
     * Reasons with the score that they and the bias add up to.
     *
     * @param words single words of danger that the linear model finds heaviest, for counterfactuals
     */
    record Explanation(double score, double bias, List<Reason> reasons, List<Span> words) {}

    private final Document document;
    private final Reading reading;
    private final Blend.Mix mix;

    /** Explains a reading's score, of which {@code mix} says how it is made up of encoder and linear model. */
    Explainer(Document document, Reading reading, Blend.Mix mix) {
        this.document = document;
        this.reading = reading;
        this.mix = mix;
    }

    /**
     * The reasons: exact shares of the linear part, and for the encoder, where it is given, what it loses by leaving a stretch out.
     *
     * @param categories what the text is said to tell of; empty where it is nothing
     */
    Explanation explain(
            Features features,
            LinearModel model,
            Consulted consulted,
            Optional<Encoder> encoder,
            Verdict verdict,
            List<Category> categories) {
        double[] byUnit = new double[reading.text().length()];
        int danger = Head.of(Level.BLUE);
        double score = mix.of(consulted.danger(), model.bias(danger));
        for (int i = 0; i < features.size(); i++) {
            int row = model.row(features.hash(i));
            if (row < 0) {
                continue;
            }
            double contribution = mix.linear() * model.weight(row, danger) * features.value(i);
            score += contribution;
            int start = features.start(i);
            int end = features.end(i);
            for (int unit = Math.max(0, start); unit < end; unit++) {
                byUnit[unit] += contribution / (end - start);
            }
        }
        List<Passages.Passage> passages = Passages.of(reading.words(), names());
        List<Named> named = named(byUnit, categories);
        if (consulted.asked()) {
            encoder.ifPresent(it -> leaveOut(passages, consulted, it, byUnit));
        }
        List<Reason> reasons = new ArrayList<>();
        verdict.decisive()
                .map(ruling -> new Reason(
                        document.span(ruling.start(), ruling.end()), "rule:" + ruling.rule(), round(verdict.shift())))
                .ifPresent(reasons::add);
        reasons.addAll(heaviest(passages, named, byUnit));
        long total = Math.round((score + verdict.shift()) * UNIT);
        long explained = reasons.stream()
                .mapToLong(reason -> Math.round(reason.weight() * UNIT))
                .sum();
        return new Explanation(total / UNIT, (total - explained) / UNIT, reasons, words(named));
    }

    private void leaveOut(List<Passages.Passage> passages, Consulted consulted, Encoder encoder, double[] byUnit) {
        List<Passages.Passage> tried = new ArrayList<>(passages);
        tried.sort(Comparator.comparingDouble(
                        (Passages.Passage passage) -> -Math.abs(weight(passage.start(), passage.end(), byUnit)))
                .thenComparingInt(Passages.Passage::start));
        int most = Math.max(1, Math.min(MOST_LEFT_OUT, MOST_TOKENS / consulted.size()));
        List<Passages.Passage> left = tried.stream()
                .filter(passage -> consulted.read(passage.start(), passage.end()))
                .limit(most)
                .toList();
        double[] parts = consulted.partsOf(
                encoder,
                left.stream()
                        .map(passage -> new int[] {passage.start(), passage.end()})
                        .toList());
        for (int i = 0; i < parts.length; i++) {
            Passages.Passage passage = left.get(i);
            for (int unit = passage.start(); unit < passage.end(); unit++) {
                byUnit[unit] += mix.encoder() * parts[i] / (passage.end() - passage.start());
            }
        }
    }

    private static double weight(int start, int end, double[] byUnit) {
        double weight = 0;
        for (int unit = start; unit < end; unit++) {
            weight += byUnit[unit];
        }
        return weight;
    }

    private List<Reason> heaviest(List<Passages.Passage> passages, List<Named> named, double[] byUnit) {
        List<Reason> all = new ArrayList<>();
        for (Passages.Passage passage : passages) {
            double weight = weight(passage.start(), passage.end(), byUnit);
            if (Math.abs(weight) >= LEAST_WEIGHT) {
                Span span = document.span(passage.start(), passage.end());
                if (!span.isEmpty()) {
                    all.add(new Reason(span, name(passage, named, weight), round(weight)));
                }
            }
        }
        all.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight()))
                .thenComparing(reason -> reason.span().field())
                .thenComparingInt(reason -> reason.span().start()));
        return all.size() <= MOST_REASONS ? all : all.subList(0, MOST_REASONS);
    }

    private static double round(double weight) {
        return Math.round(weight * UNIT) / UNIT;
    }

    /**
     * Something in the text that has a name: a term of the lexicon or a school.
     *
     * @param weight what the linear model makes of it
     */
    private record Named(int start, int end, String name, Optional<CueGroup> group, double weight) {
        boolean isIn(Passages.Passage passage) {
            return start >= passage.start() && end <= passage.end();
        }

        boolean fills(Passages.Passage passage) {
            return (end - start) * HALF >= passage.end() - passage.start();
        }

        /** Whether a passage of a weight may be called by this name, which must speak the same way. */
        boolean suits(Passages.Passage passage, double whole) {
            if (weight / whole < LEAST_SHARE) {
                return false;
            }
            if (weight > 0) {
                return !is(CueGroup::isHarmless) && (is(CueGroup::isDanger) || fills(passage));
            }
            return !is(CueGroup::isDanger) && (is(CueGroup::isHarmless) || fills(passage));
        }

        private boolean is(Predicate<CueGroup> kind) {
            return group.filter(kind).isPresent();
        }
    }

    private List<Named> named(double[] byUnit, List<Category> categories) {
        List<Named> named = new ArrayList<>();
        for (Mention mention : reading.mentions()) {
            named.add(new Named(
                    mention.start(),
                    mention.end(),
                    SCHOOL,
                    Optional.empty(),
                    weight(mention.start(), mention.end(), byUnit)));
        }
        BitSet borders = borders();
        for (Automaton.Cue cue : reading.cues()) {
            // 学生的 holds 生的, which is no word of it.
            boolean isWord = borders.get(cue.start()) && borders.get(cue.end());
            if (isWord && (categories.isEmpty() || categories.stream().anyMatch(cue.group()::tellsOf))) {
                named.add(new Named(
                        cue.start(),
                        cue.end(),
                        "lexicon:" + cue.group().wireName(),
                        Optional.of(cue.group()),
                        weight(cue.start(), cue.end(), byUnit)));
            }
        }
        named.sort(Comparator.comparingDouble((Named one) -> -Math.abs(one.weight))
                .thenComparingInt(Named::start)
                .thenComparingInt(one -> -one.end)
                .thenComparing(Named::name));
        return named;
    }

    /** Units within names of schools. */
    private BitSet names() {
        BitSet names = new BitSet();
        reading.mentions().forEach(mention -> names.set(mention.start() + 1, mention.end()));
        return names;
    }

    /** Where words begin or end. */
    private BitSet borders() {
        BitSet borders = new BitSet();
        for (Term word : reading.words()) {
            borders.set(word.offset);
            borders.set(word.offset + word.word.length());
        }
        return borders;
    }

    /** After the heaviest thing in it that suits it; else it is only what the model makes of its words. */
    private static String name(Passages.Passage passage, List<Named> named, double weight) {
        return named.stream()
                .filter(one -> one.isIn(passage) && one.suits(passage, weight))
                .findFirst()
                .map(Named::name)
                .orElse(MODEL);
    }

    private List<Span> words(List<Named> named) {
        return named.stream()
                .filter(one -> one.weight > 0 && one.is(CueGroup::isDanger))
                .map(one -> document.span(one.start, one.end))
                .filter(span -> !span.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }
}
