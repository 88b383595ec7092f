/**
 * One polite, bounded GET: robots.txt, spacing of requests, addresses that may be reached, redirects, size, time, charset.
 *
 * <p>Knows nothing of sources, posts or schedules; answers every page with a {@link huxiao.crawler.fetch.FetchResult}, never an
 * exception. Start reading at {@link huxiao.crawler.fetch.Fetcher}.
 */
package huxiao.crawler.fetch;
