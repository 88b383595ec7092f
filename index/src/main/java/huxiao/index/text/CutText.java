package huxiao.index.text;

import huxiao.model.Segmenter;
import java.util.List;

/**
 * A text with both its cuts.
 *
 * @param words the segmenter's words
 * @param characters the single characters
 */
public record CutText(List<Token> words, List<Token> characters) {
    public CutText {
        words = List.copyOf(words);
        characters = List.copyOf(characters);
    }

    /** Cuts a text. */
    public static CutText of(Segmenter segmenter, String text) {
        return new CutText(Tokens.words(segmenter, text), Tokens.characters(text));
    }
}
