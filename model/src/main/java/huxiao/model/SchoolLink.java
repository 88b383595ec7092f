package huxiao.model;

import java.util.Objects;

/**
 * A school that a post may concern.
 *
 * @param code the school's code
 * @param probability 0…1; from {@link #LINKED} on the post counts as linked
 * @param mention where it is named; {@link Span#NOWHERE} when known only by the source
 */
public record SchoolLink(String code, double probability, Span mention) {
    /** From this probability on a post counts as linked to the school. */
    public static final double LINKED = 0.5;

    public SchoolLink {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(mention, "mention");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0…1, found " + probability);
        }
    }

    /** Whether the post counts as linked to this school. */
    public boolean isLinked() {
        return probability >= LINKED;
    }
}
