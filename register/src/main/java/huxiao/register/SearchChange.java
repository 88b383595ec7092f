package huxiao.register;

import java.util.Objects;

/**
 * What the job must know of a saved search; payload of a change of kind {@link #KIND}. It names nobody.
 *
 * @param query in the query language; empty once it is ended
 * @param kept whether it is still to be matched
 */
public record SearchChange(String query, boolean kept) {
    /** The kind of such changes. */
    public static final String KIND = "search";

    public SearchChange {
        Objects.requireNonNull(query, "query");
    }
}
