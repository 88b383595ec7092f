package huxiao.model;

import java.util.Objects;

/**
 * Why a score is what it is: a stretch of the original text and what it added.
 *
 * @param span the author's characters; {@link Span#NOWHERE} for what has no place in the text
 * @param reason what was recognised there, as a key such as {@code lexicon:weapon} or {@code model}; labelled by the bundles
 * @param weight what it added to the score, in log-odds
 */
public record Reason(Span span, String reason, double weight) {
    public Reason {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(reason, "reason");
    }
}
