package huxiao.server.web;

import java.util.Map;

/**
 * How the program is.
 *
 * @param up whether it does its work
 * @param parts state of each part by name, for operators; no secrets, it is public
 */
public record Health(boolean up, Map<String, String> parts) {
    /** All is well. */
    public static final Health UP = new Health(true, Map.of());

    public Health {
        parts = Map.copyOf(parts);
    }
}
