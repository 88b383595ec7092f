package huxiao.register;

import huxiao.model.Level;
import java.util.Objects;

/**
 * Who reads what their saved searches found, and which posts they may see at the moment: rights are applied when hits are read, so
 * that they follow the account.
 *
 * @param owner login; only their own searches are read
 * @param least posts of a milder level do not count
 * @param scope posts that are linked to no school of this part of the jurisdiction do not count
 * @param limit page size, 1…1000
 * @param after {@link HitPage#next()} of the page before, empty for the first
 */
public record HitReader(String owner, Level least, Scope scope, int limit, String after) {
    public HitReader {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(least, "least");
        Objects.requireNonNull(scope, "scope");
        Pages.checkLimit(limit);
        Pages.checkCursor(after);
    }

    /** Of the first fifty. */
    public HitReader(String owner, Level least, Scope scope) {
        this(owner, least, scope, 50, "");
    }

    /** Of the page of this size behind a cursor. */
    public HitReader page(int size, String cursor) {
        return new HitReader(owner, least, scope, size, cursor);
    }

    /**
     * A cursor as it was given.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String checked(String cursor) {
        Pages.checkCursor(cursor);
        return cursor;
    }
}
