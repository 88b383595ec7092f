package huxiao.index.text;

import java.util.ArrayList;
import java.util.List;

/** Tokens in a row, each gap between them an element of its own, so that finding a row in a row is string searching. */
final class Sequence {
    private static final String GAP = "";

    private final List<String> elements = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();

    private Sequence() {}

    static Sequence of(List<Token> tokens) {
        Sequence row = new Sequence();
        for (int i = 0; i < tokens.size(); i++) {
            if (i > 0 && tokens.get(i).position() - tokens.get(i - 1).position() > 1) {
                row.add(GAP, tokens.get(i));
            }
            row.add(tokens.get(i).text(), tokens.get(i));
        }
        return row;
    }

    private void add(String element, Token token) {
        elements.add(element);
        tokens.add(token);
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /**
     * First and last index of every occurrence of this row in another, overlapping ones too; in time linear in both (Knuth,
     * Morris, Pratt 1977), since both may be hostile.
     */
    List<int[]> occurrencesIn(Sequence other) {
        int[] fallback = fallback();
        List<int[]> places = new ArrayList<>();
        int matched = 0;
        for (int i = 0; i < other.elements.size(); i++) {
            String element = other.elements.get(i);
            while (matched > 0 && !elements.get(matched).equals(element)) {
                matched = fallback[matched - 1];
            }
            if (elements.get(matched).equals(element)) {
                matched++;
            }
            if (matched == elements.size()) {
                places.add(new int[] {i - matched + 1, i});
                matched = fallback[matched - 1];
            }
        }
        return places;
    }

    private int[] fallback() {
        int[] fallback = new int[elements.size()];
        int matched = 0;
        for (int i = 1; i < elements.size(); i++) {
            while (matched > 0 && !elements.get(matched).equals(elements.get(i))) {
                matched = fallback[matched - 1];
            }
            if (elements.get(matched).equals(elements.get(i))) {
                matched++;
            }
            fallback[i] = matched;
        }
        return fallback;
    }
}
