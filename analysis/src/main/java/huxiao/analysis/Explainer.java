package huxiao.analysis;

import huxiao.analysis.encoder.Encoder;
import huxiao.model.Level;
import huxiao.model.Reason;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares the score of danger out to stretches of the author's text. A feature's contribution is spread over its characters, these
 * are gathered into terms of the lexicon, mentions and phrases; the heaviest become reasons, the rest goes into the bias, so that
 * bias and weights add up to the score.
 */
final class Explainer {
    private static final int MOST_REASONS = 8;
    private static final double LEAST_WEIGHT = 0.03;
    /** Weights are shown with four digits after the point; sums are exact in units of these. */
    private static final double UNIT = 10_000;

    /** So many stretches at most are left out one by one to see what the encoder makes of them; of a long text fewer. */
    private static final int MOST_LEFT_OUT = 12;

    private static final int MOST_TOKENS = 1_200;

    private static final String SCHOOL = "school";
    private static final String MODEL = "model";

    /** Reasons with the score that they and the bias add up to. */
    record Explanation(double score, double bias, List<Reason> reasons) {}

    /** A stretch of the text and what it is taken for; {@code against} where that speaks against danger. */
    private record Piece(int start, int end, String reason, boolean against) {
        Piece(int start, int end, String reason) {
            this(start, end, reason, false);
        }

        /** What it is shown as: a word of jokes or complaints that here speaks for danger is none, but what the model makes of it. */
        String reason(double weight) {
            return against && weight > 0 ? MODEL : reason;
        }
    }

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
     */
    Explanation explain(
            Features features, LinearModel model, Consulted consulted, Optional<Encoder> encoder, Verdict verdict) {
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
        List<Piece> pieces = pieces();
        if (consulted.asked()) {
            encoder.ifPresent(it -> leaveOut(pieces, consulted, it, byUnit));
        }
        List<Reason> reasons = new ArrayList<>();
        verdict.decisive()
                .map(ruling -> new Reason(
                        document.span(ruling.start(), ruling.end()), "rule:" + ruling.rule(), round(verdict.shift())))
                .ifPresent(reasons::add);
        reasons.addAll(heaviest(pieces, byUnit));
        long total = Math.round((score + verdict.shift()) * UNIT);
        long explained = reasons.stream()
                .mapToLong(reason -> Math.round(reason.weight() * UNIT))
                .sum();
        return new Explanation(total / UNIT, (total - explained) / UNIT, reasons);
    }

    private void leaveOut(List<Piece> pieces, Consulted consulted, Encoder encoder, double[] byUnit) {
        List<Piece> tried = new ArrayList<>(pieces);
        tried.sort(Comparator.comparingDouble((Piece piece) -> -Math.abs(weight(piece, byUnit)))
                .thenComparingInt(Piece::start));
        int most = Math.max(1, Math.min(MOST_LEFT_OUT, MOST_TOKENS / consulted.size()));
        List<Piece> left = tried.stream()
                .filter(piece -> consulted.read(piece.start, piece.end))
                .limit(most)
                .toList();
        double[] parts = consulted.partsOf(
                encoder,
                left.stream().map(piece -> new int[] {piece.start, piece.end}).toList());
        for (int i = 0; i < parts.length; i++) {
            Piece piece = left.get(i);
            for (int unit = piece.start; unit < piece.end; unit++) {
                byUnit[unit] += mix.encoder() * parts[i] / (piece.end - piece.start);
            }
        }
    }

    private static double weight(Piece piece, double[] byUnit) {
        double weight = 0;
        for (int unit = piece.start; unit < piece.end; unit++) {
            weight += byUnit[unit];
        }
        return weight;
    }

    private List<Reason> heaviest(List<Piece> pieces, double[] byUnit) {
        List<Reason> all = new ArrayList<>();
        for (Piece piece : pieces) {
            double weight = weight(piece, byUnit);
            if (Math.abs(weight) >= LEAST_WEIGHT) {
                Span span = document.span(piece.start, piece.end);
                if (!span.isEmpty() && span.text().indexOf('*') < 0) {
                    all.add(new Reason(span, piece.reason(weight), round(weight)));
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

    /** Cuts the text into terms of the lexicon (the longest first), mentions of schools, and the phrases between. */
    private List<Piece> pieces() {
        boolean[] taken = new boolean[reading.text().length()];
        List<Piece> pieces = new ArrayList<>();
        for (Mention mention : reading.mentions()) {
            take(taken, pieces, new Piece(mention.start(), mention.end(), SCHOOL));
        }
        List<Automaton.Cue> cues = new ArrayList<>(reading.cues());
        cues.sort(Comparator.comparingInt((Automaton.Cue cue) -> cue.start() - cue.end())
                .thenComparingInt(Automaton.Cue::start)
                .thenComparing(Automaton.Cue::group));
        for (Automaton.Cue cue : cues) {
            take(
                    taken,
                    pieces,
                    new Piece(
                            cue.start(),
                            cue.end(),
                            "lexicon:" + cue.group().wireName(),
                            cue.group().isHarmless()));
        }
        List<Piece> phrases = new ArrayList<>();
        Map<Integer, Integer> endingAt = new HashMap<>();
        Map<Integer, Integer> startingAt = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!pieces.get(i).reason.equals(SCHOOL)) {
                endingAt.put(pieces.get(i).end, i);
                startingAt.put(pieces.get(i).start, i);
            }
        }
        for (Phrases.Phrase phrase : Phrases.of(reading.words(), taken)) {
            // Small words alone between terms of the lexicon go with the one before, else behind; with neither they go
            // unsaid.
            Integer neighbour = endingAt.getOrDefault(phrase.start(), startingAt.get(phrase.end()));
            if (phrase.hasContent()) {
                phrases.add(new Piece(phrase.start(), phrase.end(), MODEL));
            } else if (neighbour != null) {
                Piece piece = pieces.get(neighbour);
                pieces.set(
                        neighbour,
                        new Piece(
                                Math.min(piece.start, phrase.start()),
                                Math.max(piece.end, phrase.end()),
                                piece.reason,
                                piece.against));
            }
        }
        pieces.addAll(phrases);
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
