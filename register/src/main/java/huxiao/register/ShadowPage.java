package huxiao.register;

import java.util.List;

/**
 * A page of differences, first met last.
 *
 * @param differences newest first
 * @param total how many the filter finds on all pages
 * @param next cursor of the page behind, empty on the last
 */
public record ShadowPage(List<ShadowDifference> differences, long total, String next) {
    public ShadowPage {
        differences = List.copyOf(differences);
    }
}
