package huxiao.streaming.crawl;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Hands visits from the crawling threads to the one that Flink polls on, and says when there is something. Its length is bounded
 * by each crawl having at most one visit in it. Thread safe.
 */
final class Handover {
    private final Queue<CrawledPage> pages = new ArrayDeque<>();
    private Throwable failure;
    private CompletableFuture<Void> available = new CompletableFuture<>();

    synchronized void put(CrawledPage page) {
        pages.add(page);
        available.complete(null);
    }

    /** A crawl ended by an error that is not a page's fault; the next {@link #poll} throws it. */
    synchronized void fail(Throwable error) {
        failure = error;
        available.complete(null);
    }

    synchronized Optional<CrawledPage> poll() {
        if (failure != null) {
            throw new IllegalStateException("the crawl failed: " + failure, failure);
        }
        CrawledPage page = pages.poll();
        if (page == null && available.isDone()) {
            available = new CompletableFuture<>();
        }
        return Optional.ofNullable(page);
    }

    synchronized CompletableFuture<Void> available() {
        return available;
    }
}
