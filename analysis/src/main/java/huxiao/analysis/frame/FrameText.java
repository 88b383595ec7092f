package huxiao.analysis.frame;

import huxiao.analysis.CueGroup;
import java.util.List;
import java.util.Objects;

/**
 * A text as the frame is read from it. All offsets are UTF-16 units of {@code text}.
 *
 * @param text in normal form
 * @param words that cover it, in order of position, spaces and punctuation included
 * @param signs terms of the lexicon, in order of position; they may overlap
 * @param schools where schools of the city are named
 */
public record FrameText(String text, List<Word> words, List<Sign> signs, List<Range> schools) {
    /**
     * A word.
     *
     * @param start first unit
     * @param text its characters
     * @param nature part of speech by HanLP's names, such as {@code v} or {@code nnt}
     */
    public record Word(int start, String text, String nature) {
        public Word {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(nature, "nature");
        }

        int end() {
            return start + text.length();
        }
    }

    /** A term of the lexicon from {@code start} to before {@code end}. */
    public record Sign(int start, int end, CueGroup group) {
        public Sign {
            Objects.requireNonNull(group, "group");
        }
    }

    public FrameText {
        Objects.requireNonNull(text, "text");
        words = List.copyOf(words);
        signs = List.copyOf(signs);
        schools = List.copyOf(schools);
    }
}
