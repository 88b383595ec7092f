package huxiao.crawler;

import huxiao.crawler.fetch.FetchResult.Page;
import java.time.Instant;

/**
 * Finds posts and links on a page. Pure and thread safe. A page that is no such page gives an empty extraction; authors' handles
 * leave only as keys; the same page gives the same ids.
 */
interface Extractor {
    /**
     * Reads a page.
     *
     * @param now when it was read: the posts' {@code collectedAt}, and their {@code publishedAt} where the page tells none
     */
    Extraction extract(Page page, Instant now);
}
