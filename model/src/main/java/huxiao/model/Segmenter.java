package huxiao.model;

import java.util.List;

/** Cuts Chinese text into words. The same cut serves indexing, searching, scoring and highlighting. Thread safe. */
@FunctionalInterface
public interface Segmenter {
    /** The words of a text in order, with offsets into that text; spaces and punctuation left out. */
    List<Word> cut(String text);
}
