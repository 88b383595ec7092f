package huxiao.index.lucene;

import huxiao.index.text.Token;
import java.util.List;

/**
 * The segmenter's words as terms. A gap between words is a term too, so that a phrase with punctuation in it does not match
 * where a word stands instead.
 */
final class WordTerms {
    /** No word: it is a control character. */
    private static final String GAP = "\u001F";

    private WordTerms() {}

    /** Adds the words of a text or of a phrase, moved by an offset. */
    static void add(List<Token> words, int offset, List<Placed> terms) {
        for (int i = 0; i < words.size(); i++) {
            int position = offset + words.get(i).position();
            if (i > 0 && words.get(i).position() - words.get(i - 1).position() > 1) {
                terms.add(new Placed(GAP, position - 1));
            }
            terms.add(new Placed(words.get(i).text(), position));
        }
    }
}
