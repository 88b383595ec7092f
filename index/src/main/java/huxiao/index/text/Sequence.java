package huxiao.index.text;

import java.util.ArrayList;
import java.util.List;

/** Tokens in a row, each gap between them an element of its own, so that finding a row in a row is string searching. Immutable. */
final class Sequence {
    private static final String GAP = "";

    private final String[] elements;
    private final Token[] tokens;

    private Sequence(List<String> elements, List<Token> tokens) {
        this.elements = elements.toArray(String[]::new);
        this.tokens = tokens.toArray(Token[]::new);
    }

    static Sequence of(List<Token> tokens) {
        List<String> elements = new ArrayList<>(tokens.size());
        List<Token> row = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && token.position() - tokens.get(i - 1).position() > 1) {
                elements.add(GAP);
                row.add(token);
            }
            elements.add(token.text());
            row.add(token);
        }
        return new Sequence(elements, row);
    }

    int length() {
        return elements.length;
    }

    String element(int index) {
        return elements[index];
    }

    /** The token at an index; at that of a gap the one behind it. */
    Token token(int index) {
        return tokens[index];
    }
}
