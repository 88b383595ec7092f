package huxiao.analysis;

import huxiao.model.Cloak;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The ways to read a text in normal form, the likeliest first: as it is written, and, where hidden words complete terms of danger, with
 * these written out. Only stretches around characters that can stand for others are looked at, each with a bounded number of steps, so
 * that time is linear and text that hides nothing costs next to nothing. Immutable, thread safe.
 */
final class Readings {
    /** A reading is cautious when no hidden word in it costs more. */
    private static final double CAUTIOUS = 1.2;
    /** What a term is worth, so that the longer of two that overlap is taken. */
    private static final double BY_CHARACTER = 0.5;
    /** Longest run of letters that is looked at as spelt words. */
    private static final int LONGEST_RUN = 40;

    private static final byte LIKE = 1;
    private static final byte STANDS = 2;
    private static final byte LETTER = 4;
    private static final byte CODE = 8;
    private static final byte GAP = 16;

    private final CloakTables tables = CloakTables.shipped();
    private final CodeFinder codes = new CodeFinder(tables);
    private final HanlpSegmenter segmenter;
    private final HiddenTerms terms;
    private final byte[] suspect = new byte[Character.MAX_VALUE + 1];

    Readings(Lexicon lexicon, HanlpSegmenter segmenter) {
        this.segmenter = segmenter;
        this.terms = new HiddenTerms(lexicon, tables);
        mark();
    }

    /** At most three readings, the base reading first. */
    List<RankedReading> of(Normalised base) {
        TermWalk walk = walk(base.text());
        if (walk.matches().isEmpty()) {
            return List.of(RankedReading.base(base));
        }
        ReadingGuard guard = new ReadingGuard(base.text(), segmenter.terms(base.text()), tables, terms);
        List<TermWalk.Match> plausible = walk.matches().stream()
                .map(match -> match.fixed() ? Optional.of(match) : guard.judge(match))
                .flatMap(Optional::stream)
                .toList();
        List<RankedReading> readings = new ArrayList<>(3);
        readings.add(RankedReading.base(base));
        List<TermWalk.Match> bold = best(plausible);
        List<TermWalk.Match> cautious = best(
                plausible.stream().filter(match -> match.cost() <= CAUTIOUS).toList());
        if (!cautious.isEmpty() && !cautious.equals(bold)) {
            readings.add(read(base, cautious));
        }
        if (!bold.isEmpty()) {
            readings.add(read(base, bold));
        }
        return readings;
    }

    /** The walk over all suspicious stretches of a text. */
    TermWalk walk(String text) {
        TermWalk walk = new TermWalk(text, terms, tables);
        int done = 0;
        int i = 0;
        while (i < text.length()) {
            byte kinds = suspect[text.charAt(i)];
            if (kinds == 0) {
                i++;
                continue;
            }
            if ((kinds & CODE) != 0) {
                walk.add(codes.at(text, i));
            }
            int end = i + 1;
            boolean looks = ((kinds & STANDS) != 0 && hasStand(text, i))
                    || ((kinds & LIKE) != 0 && hasPair(text, i, Sounds.foldedOf(text.charAt(i))));
            if ((kinds & LETTER) != 0) {
                end = runEnd(text, i);
                looks |= end - i <= LONGEST_RUN && Sounds.areSyllables(text, i, end);
            } else if ((kinds & GAP) != 0) {
                looks |= partsPair(text, i);
            }
            if (looks) {
                for (int at = Math.max(done, i - HiddenTerms.LONGEST); at < end; at++) {
                    walk.from(at);
                }
                done = end;
            }
            i = end;
        }
        return walk;
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && TermWalk.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether a picture or parts stand at a unit, or a shape that has its place beside a neighbour. */
    private boolean hasStand(String text, int at) {
        char c = text.charAt(at);
        for (CloakTables.Stand shape : tables.shapes(c)) {
            if (hasPair(text, at, Sounds.foldedOf(shape.meant().charAt(0)))) {
                return true;
            }
        }
        return stands(text, at, tables.parts(c)) || stands(text, at, tables.pictures(c));
    }

    private static boolean stands(String text, int at, CloakTables.Stand[] stands) {
        for (CloakTables.Stand stand : stands) {
            if (text.startsWith(stand.written(), at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether signs stand between two characters that sound like neighbours of a hidden term. */
    private boolean partsPair(String text, int at) {
        int next = at;
        while (next < text.length() && next - at < TermWalk.LONGEST_GAP && TermWalk.isGap(text.charAt(next))) {
            next++;
        }
        if (at == 0 || next == text.length() || !Normaliser.isHan(text.charAt(at - 1))) {
            return false;
        }
        char behind = text.charAt(next);
        return Normaliser.isHan(behind)
                ? terms.hasPair(Sounds.foldedOf(text.charAt(at - 1)), Sounds.foldedOf(behind))
                : suspect[behind] != 0;
    }

    /** Whether a character of a folded sound and a neighbour sound like two neighbours of a hidden term. */
    private boolean hasPair(String text, int at, int sound) {
        return (at > 0 && isPair(text.charAt(at - 1), sound, true))
                || (at + 1 < text.length() && isPair(text.charAt(at + 1), sound, false));
    }

    private boolean isPair(char neighbour, int sound, boolean before) {
        if (!Normaliser.isHan(neighbour)) {
            return neighbour != ' ' && suspect[neighbour] != 0;
        }
        int other = Sounds.foldedOf(neighbour);
        return before ? terms.hasTellingPair(other, sound) : terms.hasTellingPair(sound, other);
    }

    /** The matches that do not overlap and are worth most together: weighted interval scheduling over their ends. */
    private static List<TermWalk.Match> best(List<TermWalk.Match> matches) {
        List<TermWalk.Match> byEnd = new ArrayList<>(matches);
        byEnd.sort(Comparator.comparingInt(TermWalk.Match::end).thenComparingInt(TermWalk.Match::start));
        int count = byEnd.size();
        double[] worth = new double[count + 1];
        int[] before = new int[count];
        for (int i = 0; i < count; i++) {
            before[i] = endingBy(byEnd, i, byEnd.get(i).start());
            worth[i + 1] = Math.max(worth[i], worth[before[i]] + worth(byEnd.get(i)));
        }
        List<TermWalk.Match> taken = new ArrayList<>();
        int i = count;
        while (i > 0) {
            if (worth[i] > worth[i - 1]) {
                taken.add(0, byEnd.get(i - 1));
                i = before[i - 1];
            } else {
                i--;
            }
        }
        return taken;
    }

    private static double worth(TermWalk.Match match) {
        return ReadingGuard.DEAREST + BY_CHARACTER * match.term().length() - match.cost();
    }

    /** How many of the first {@code count} matches end at or before a unit. */
    private static int endingBy(List<TermWalk.Match> byEnd, int count, int at) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byEnd.get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static RankedReading read(Normalised base, List<TermWalk.Match> matches) {
        Normalised.Builder out = new Normalised.Builder(base.text().length());
        List<RankedReading.Substitution> substitutions = new ArrayList<>();
        double cost = 0;
        int at = 0;
        for (TermWalk.Match match : matches) {
            for (TermWalk.Edge edge : match.edges()) {
                copy(base, out, at, edge.start());
                int from = base.originalStart(edge.start());
                int to = base.originalEnd(edge.end());
                for (int i = 0; i < edge.read().length(); i++) {
                    out.add(edge.read().charAt(i), from, to);
                }
                at = edge.end();
            }
            cost = Math.max(cost, match.cost());
            substitutions.add(new RankedReading.Substitution(
                    base.originalStart(match.start()), base.originalEnd(match.end()), match.term(), trick(match)));
        }
        copy(base, out, at, base.text().length());
        return new RankedReading(out.build().normalised(), substitutions, cost);
    }

    /** The dearest trick of a match, gaps only where there is no other. */
    private static Cloak trick(TermWalk.Match match) {
        return match.edges().stream()
                .max(Comparator.comparing((TermWalk.Edge edge) -> edge.trick() != Cloak.GAPS)
                        .thenComparingDouble(TermWalk.Edge::cost))
                .orElseThrow()
                .trick();
    }

    private static void copy(Normalised base, Normalised.Builder out, int from, int to) {
        for (int i = from; i < to; i++) {
            out.add(base.text().charAt(i), base.originalStart(i), base.originalEnd(i + 1));
        }
    }

    private void mark() {
        for (int i = 0; i < suspect.length; i++) {
            char c = (char) i;
            suspect[i] |= tables.stands(c) ? STANDS : 0;
            suspect[i] |= TermWalk.isLetter(c) ? LETTER : 0;
            suspect[i] |= tables.codes(c).length > 0 ? CODE : 0;
            suspect[i] |= TermWalk.isGap(c) && !Character.isWhitespace(c) ? GAP : 0;
        }
        for (char told : tables.telling()) {
            for (char c = '\u4e00'; c <= '\u9fa5'; c++) {
                if (c != told && !tables.isCommon(c) && Sounds.foldedOf(c) == Sounds.foldedOf(told)) {
                    suspect[c] |= LIKE;
                }
            }
        }
    }
}
