package huxiao.server.api;

import java.util.List;

/**
 * A page of a list.
 *
 * @param items the page
 * @param total how many there are on all pages
 * @param next cursor of the page behind, to be given as {@code after}; empty on the last
 */
public record ListView<T>(List<T> items, long total, String next) {
    public ListView {
        items = List.copyOf(items);
    }
}
