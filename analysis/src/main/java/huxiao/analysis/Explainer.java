package huxiao.analysis;

import com.hankcs.hanlp.seg.common.Term;
import huxiao.model.Level;
import huxiao.model.Reason;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shares the score of danger out to stretches of the author's text. A feature's contribution is spread over its characters, these
 * are gathered into terms of the lexicon, mentions and words; the heaviest become reasons, the rest goes into the bias, so that
 * bias and weights add up to the score.
 */
final class Explainer {
    private static final int MOST_REASONS = 8;
    private static final double LEAST_WEIGHT = 0.03;
    /** Weights are shown with four digits after the point; sums are exact in units of these. */
    private static final double UNIT = 10_000;

    private record Piece(int start, int end, String reason) {}

    private final Document document;
    private final Reading reading;

    Explainer(Document document, Reading reading) {
        this.document = document;
        this.reading = reading;
    }

    Judge.Explanation explain(Features features, LinearModel model, Verdict verdict) {
        double[] byUnit = new double[reading.text().length()];
        int danger = Head.of(Level.BLUE);
        double score = model.bias(danger);
        for (int i = 0; i < features.size(); i++) {
            int row = model.row(features.hash(i));
            if (row < 0) {
                continue;
            }
            double contribution = model.weight(row, danger) * features.value(i);
            score += contribution;
            int start = features.start(i);
            int end = features.end(i);
            for (int unit = Math.max(0, start); unit < end; unit++) {
                byUnit[unit] += contribution / (end - start);
            }
        }
        List<Reason> reasons = new ArrayList<>();
        verdict.decisive()
                .map(ruling -> new Reason(
                        document.span(ruling.start(), ruling.end()), "rule:" + ruling.rule(), round(verdict.shift())))
                .ifPresent(reasons::add);
        reasons.addAll(heaviest(byUnit));
        long total = Math.round((score + verdict.shift()) * UNIT);
        long explained = reasons.stream()
                .mapToLong(reason -> Math.round(reason.weight() * UNIT))
                .sum();
        return new Judge.Explanation(total / UNIT, (total - explained) / UNIT, reasons);
    }

    private List<Reason> heaviest(double[] byUnit) {
        List<Reason> all = new ArrayList<>();
        for (Piece piece : pieces()) {
            double weight = 0;
            for (int unit = piece.start; unit < piece.end; unit++) {
                weight += byUnit[unit];
            }
            if (Math.abs(weight) >= LEAST_WEIGHT) {
                Span span = document.span(piece.start, piece.end);
                if (!span.isEmpty() && span.text().indexOf('*') < 0) {
                    all.add(new Reason(span, piece.reason, round(weight)));
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

    /** Cuts the text into terms of the lexicon (the longest first), mentions of schools, and the words between. */
    private List<Piece> pieces() {
        boolean[] taken = new boolean[reading.text().length()];
        List<Piece> pieces = new ArrayList<>();
        for (Mention mention : reading.mentions()) {
            take(taken, pieces, new Piece(mention.start(), mention.end(), "school"));
        }
        List<Automaton.Cue> cues = new ArrayList<>(reading.cues());
        cues.sort(Comparator.comparingInt((Automaton.Cue cue) -> cue.start() - cue.end())
                .thenComparingInt(Automaton.Cue::start)
                .thenComparing(Automaton.Cue::group));
        for (Automaton.Cue cue : cues) {
            take(
                    taken,
                    pieces,
                    new Piece(cue.start(), cue.end(), "lexicon:" + cue.group().wireName()));
        }
        for (Term word : reading.words()) {
            int start = word.offset;
            int end = start + word.word.length();
            while (start < end && taken[start]) {
                start++;
            }
            while (end > start && taken[end - 1]) {
                end--;
            }
            if (start < end && !word.word.isBlank()) {
                take(taken, pieces, new Piece(start, end, "model"));
            }
        }
        return pieces;
    }

    private static void take(boolean[] taken, List<Piece> pieces, Piece piece) {
        for (int unit = piece.start; unit < piece.end; unit++) {
            if (taken[unit]) {
                return;
            }
        }
        java.util.Arrays.fill(taken, piece.start, piece.end, true);
        pieces.add(piece);
    }
}
