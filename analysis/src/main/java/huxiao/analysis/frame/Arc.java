package huxiao.analysis.frame;

import java.util.Objects;

/**
 * A dependency between two words of a sentence.
 *
 * @param dependent index of the word, from 0
 * @param head index of the word it depends on, or -1 for the root of the sentence
 * @param relation in the terms of the parser's scheme, such as {@code nsubj} or {@code aux:ba}
 */
public record Arc(int dependent, int head, String relation) {
    public Arc {
        Objects.requireNonNull(relation, "relation");
    }
}
