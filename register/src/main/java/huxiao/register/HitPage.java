package huxiao.register;

import java.util.List;
import java.util.Objects;

/**
 * A page of what a saved search found.
 *
 * @param posts newest find first
 * @param total how many there are on all pages
 * @param next cursor of the page behind, empty on the last
 */
public record HitPage(List<FoundPost> posts, long total, String next) {
    public HitPage {
        posts = List.copyOf(posts);
        Objects.requireNonNull(next, "next");
    }
}
