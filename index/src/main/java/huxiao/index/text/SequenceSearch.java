package huxiao.index.text;

import java.util.ArrayList;
import java.util.List;

/** Finds one row in others, in time linear in both (Knuth, Morris, Pratt 1977), since both may be hostile. Immutable. */
final class SequenceSearch {
    private final Sequence sought;
    private final int[] fallback;

    private SequenceSearch(Sequence sought) {
        this.sought = sought;
        this.fallback = fallback(sought);
    }

    /** For a row; an empty one is nowhere. */
    static SequenceSearch of(List<Token> tokens) {
        return new SequenceSearch(Sequence.of(tokens));
    }

    /** First and last index of every occurrence in a row, overlapping ones too. */
    List<int[]> occurrencesIn(Sequence row) {
        List<int[]> places = new ArrayList<>();
        int last = next(row, -1, 0);
        while (last < row.length()) {
            places.add(new int[] {last - sought.length() + 1, last});
            last = next(row, last, fallback[sought.length() - 1]);
        }
        return places;
    }

    /** Whether it occurs in a row. */
    boolean isIn(Sequence row) {
        return next(row, -1, 0) < row.length();
    }

    /** Where the next occurrence ends, the length of the row for nowhere; so many elements that end at {@code from} fit already. */
    private int next(Sequence row, int from, int fitting) {
        if (sought.length() == 0) {
            return row.length();
        }
        int matched = fitting;
        for (int i = from + 1; i < row.length(); i++) {
            String element = row.element(i);
            while (matched > 0 && !sought.element(matched).equals(element)) {
                matched = fallback[matched - 1];
            }
            if (sought.element(matched).equals(element)) {
                matched++;
            }
            if (matched == sought.length()) {
                return i;
            }
        }
        return row.length();
    }

    private static int[] fallback(Sequence sought) {
        int[] fallback = new int[sought.length()];
        int matched = 0;
        for (int i = 1; i < sought.length(); i++) {
            while (matched > 0 && !sought.element(matched).equals(sought.element(i))) {
                matched = fallback[matched - 1];
            }
            if (sought.element(matched).equals(sought.element(i))) {
                matched++;
            }
            fallback[i] = matched;
        }
        return fallback;
    }
}
