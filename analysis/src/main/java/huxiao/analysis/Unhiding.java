package huxiao.analysis;

import huxiao.model.Change;
import huxiao.model.Cloak;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says where danger was read otherwise than it is written: the hidden words of a reading, and the terms that only the normal form shows
 * (width, gaps, traditional and invisible characters). Pure.
 */
final class Unhiding {
    private Unhiding() {}

    /** The changes behind a reading's terms of danger, in order, none over another. */
    static List<Change> changes(Document document, List<Automaton.Cue> cues) {
        List<Change> changes = new ArrayList<>(document.substitutions());
        List<Automaton.Cue> longestFirst = new ArrayList<>(cues);
        longestFirst.removeIf(cue -> !cue.group().isDanger());
        longestFirst.sort(Comparator.comparingInt((Automaton.Cue cue) -> cue.start() - cue.end())
                .thenComparingInt(Automaton.Cue::start));
        for (Automaton.Cue cue : longestFirst) {
            Span span = document.span(cue.start(), cue.end());
            String term = cue.term().term();
            if (!span.text().equalsIgnoreCase(term)
                    && Normaliser.isHan(term.charAt(0))
                    && changes.stream().noneMatch(change -> overlap(change.span(), span))) {
                changes.add(new Change(span, term, trick(span.text())));
            }
        }
        changes.sort(Comparator.comparing((Change change) -> change.span().field())
                .thenComparingInt(change -> change.span().start()));
        return changes;
    }

    private static boolean overlap(Span a, Span b) {
        return a.field() == b.field() && a.start() < b.end() && b.start() < a.end();
    }

    private static Cloak trick(String written) {
        if (written.codePoints()
                .anyMatch(c -> Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL)) {
            return Cloak.INVISIBLE;
        }
        if (written.codePoints().anyMatch(Unhiding::isGap)) {
            return Cloak.GAPS;
        }
        return written.codePoints().allMatch(c -> c <= Character.MAX_VALUE && Normaliser.isHan((char) c))
                ? Cloak.TRADITIONAL
                : Cloak.WIDTH;
    }

    private static boolean isGap(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.OTHER_SYMBOL -> false;
            default -> !Character.isLetterOrDigit(codePoint);
        };
    }
}
