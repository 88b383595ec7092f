package huxiao.model;

import java.util.Objects;

/**
 * A school that a post may concern.
 *
 * @param code the school's code
 * @param probability 0…1; from {@link #LINKED} on the post counts as linked
 * @param mention where it is named, or the place near it; {@link Span#NOWHERE} when known only by the source
 * @param metres for a link derived from a place near the school, how far that is; {@link #NAMED} for any other link
 */
public record SchoolLink(String code, double probability, Span mention, int metres) {
    /** From this probability on a post counts as linked to the school. */
    public static final double LINKED = 0.5;
    /** The distance of a link that is not derived from a place. */
    public static final int NAMED = -1;

    public SchoolLink {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(mention, "mention");
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0…1, found " + probability);
        }
        if (metres < NAMED) {
            throw new IllegalArgumentException("a distance is at least 0, found " + metres);
        }
    }

    /** A link to a school that is named, or known by the source. */
    public SchoolLink(String code, double probability, Span mention) {
        this(code, probability, mention, NAMED);
    }

    /** Whether the post names a place near the school and not the school itself. */
    public boolean isDerived() {
        return metres != NAMED;
    }

    /** Whether the post counts as linked to this school. */
    public boolean isLinked() {
        return probability >= LINKED;
    }
}
