package huxiao.register;

import java.util.Objects;

/**
 * What a person says of a search to be saved.
 *
 * @param name what they call it, not blank
 * @param query in the query language, not blank; whether it can be understood is for the caller to check
 * @param announced whether what it finds is to be announced
 */
public record SearchDraft(String name, String query, boolean announced) {
    /** Longest name, in UTF-16 units. */
    public static final int MAX_NAME = 80;

    /** Longest query, in UTF-16 units. */
    public static final int MAX_QUERY = 4000;

    public SearchDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(query, "query");
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "name: found " + name.length() + " characters, allowed: 1 to " + MAX_NAME + ", not all blank");
        }
        if (query.isBlank() || query.length() > MAX_QUERY) {
            throw new IllegalArgumentException(
                    "query: found " + query.length() + " characters, allowed: 1 to " + MAX_QUERY + ", not all blank");
        }
    }
}
