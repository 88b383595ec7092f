/**
 * The crawl as a Flink source (FLIP-27): one split for each configured source, its frontier in the checkpoint.
 *
 * <p>What is read and when is decided by {@link huxiao.crawler.SourceCrawl}; here is only the shell that runs it on a thread and
 * hands its posts over. Start reading at {@link huxiao.streaming.crawl.CrawlSource}.
 */
package huxiao.streaming.crawl;
