package huxiao.analysis.frame;

import java.util.Optional;

/**
 * The smallest piece of a sentence with a part in it: a word, several that HanLP parted, or a term of the lexicon.
 *
 * @param start first unit of the text in normal form
 * @param text its characters
 * @param tag what it does
 * @param act kind of act, exactly for {@link Tag#ACT}
 */
record Chunk(int start, String text, Tag tag, Optional<ActKind> act) {
    static Chunk of(int start, String text, Tag tag) {
        return new Chunk(start, text, tag, Optional.empty());
    }

    int end() {
        return start + text.length();
    }

    boolean is(Tag other) {
        return tag == other;
    }

    boolean says(String word) {
        return text.equals(word);
    }
}
