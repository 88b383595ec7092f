package huxiao.register;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Keyset pages: a cursor names the last entry of the page before by what the list is ordered by, so that entries that come in
 * between are neither skipped nor shown twice.
 */
final class Pages {
    private static final int LARGEST = 1000;

    private Pages() {}

    /** A position in a list ordered by a number and an id. */
    record Cursor(long order, String id) {}

    static void checkLimit(int limit) {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("limit: found " + limit + ", allowed: 1 to " + LARGEST);
        }
    }

    static void checkCursor(String cursor) {
        if (!cursor.isEmpty()) {
            decode(cursor);
        }
    }

    static String encode(long order, String id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((order + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            if (colon > 0) {
                return new Cursor(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
            }
        } catch (IllegalArgumentException e) {
            throw notOurs(cursor, e);
        }
        throw notOurs(cursor, null);
    }

    private static IllegalArgumentException notOurs(String cursor, Exception cause) {
        return new IllegalArgumentException(
                "after: found '" + cursor + "', allowed: the cursor that came with the page before", cause);
    }
}
