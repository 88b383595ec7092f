package huxiao.index.lucene;

import huxiao.index.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Characters as terms, so that any run of them is found however the segmenter cut it, and a phrase of common characters need
 * not read the long lists of each.
 *
 * <p>At each character stands one term: the character, a separator, and the next character unless a gap follows. Where a
 * character begins its text or follows a gap, a second term says so: the separator, then the character.
 */
final class Grams {
    /** No text holds it: it is a control character. */
    static final char SEPARATOR = '\u001F';

    private Grams() {}

    /** The terms of a text, moved by an offset. */
    static void ofText(List<Token> characters, int offset, List<Placed> terms) {
        for (int i = 0; i < characters.size(); i++) {
            Token token = characters.get(i);
            if (!follows(characters, i)) {
                terms.add(new Placed(first(token), offset + token.position()));
            }
            boolean adjacent = i + 1 < characters.size() && follows(characters, i + 1);
            String term = adjacent ? pair(token, characters.get(i + 1)) : last(token);
            terms.add(new Placed(term, offset + token.position()));
        }
    }

    /** The fewest terms that together mean "these characters, with these gaps"; at least two characters. */
    static List<Placed> ofPhrase(List<Token> characters) {
        List<Placed> terms = new ArrayList<>();
        int from = 0;
        while (from < characters.size()) {
            int to = from + 1;
            while (to < characters.size() && follows(characters, to)) {
                to++;
            }
            run(characters, from, to, terms);
            from = to;
        }
        return terms;
    }

    /** Characters without a gap between them: pairs side by side, the last one overlapping when their number is odd. */
    private static void run(List<Token> characters, int from, int to, List<Placed> terms) {
        if (from > 0) {
            add(first(characters.get(from)), characters.get(from), terms);
        } else if (to == 1) {
            add(last(characters.get(from)), characters.get(from), terms);
        }
        for (int i = from; i + 1 < to; i += 2) {
            add(pair(characters.get(i), characters.get(i + 1)), characters.get(i), terms);
        }
        if ((to - from) % 2 == 1 && to - from > 1) {
            add(pair(characters.get(to - 2), characters.get(to - 1)), characters.get(to - 2), terms);
        }
    }

    private static void add(String term, Token at, List<Placed> terms) {
        terms.add(new Placed(term, at.position()));
    }

    private static boolean follows(List<Token> characters, int index) {
        return index > 0
                && characters.get(index).position() - characters.get(index - 1).position() == 1;
    }

    private static String first(Token token) {
        return SEPARATOR + token.text();
    }

    private static String last(Token token) {
        return token.text() + SEPARATOR;
    }

    private static String pair(Token left, Token right) {
        return left.text() + SEPARATOR + right.text();
    }
}
