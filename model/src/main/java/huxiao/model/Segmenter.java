package huxiao.model;

import java.util.List;

/** Cuts Chinese text into words. The same cut serves indexing, searching, scoring and highlighting. Thread safe. */
@FunctionalInterface
public interface Segmenter {
    /** The words of a text in order, with offsets into that text; spaces and punctuation left out. */
    List<Word> cut(String text);

    /**
     * Whether every letter and digit of a text would stand in its words as it stands there, in its place, none beside another that
     * something parts in the text. Who knows that may leave the cut undone where it seeks characters. False where that is not known.
     */
    default boolean keepsLetters(String text) {
        return false;
    }
}
