package huxiao.crawler;

import huxiao.crawler.fetch.FetchOutcome;
import huxiao.model.Post;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one visit brought.
 *
 * @param posts the page's posts; empty when nothing changed there
 * @param after the frontier to go on with, once all posts are in safe hands
 * @param url the page visited; empty when none was due
 * @param outcome how the fetch ended; empty when none was due
 * @param detail why there is no page, for the log; else empty
 * @param dropped links left out because the frontier is full
 */
public record Visit(
        List<Post> posts, Frontier after, String url, Optional<FetchOutcome> outcome, String detail, int dropped) {
    public Visit {
        posts = List.copyOf(posts);
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
    }

    /** Whether the page could not be read, for a reason that somebody may want to know. */
    public boolean isFailure() {
        return outcome.filter(found -> found != FetchOutcome.FETCHED
                        && found != FetchOutcome.NOT_MODIFIED
                        && found != FetchOutcome.BACK_OFF)
                .isPresent();
    }
}
