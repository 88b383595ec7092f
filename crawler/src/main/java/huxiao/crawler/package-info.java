/**
 * Reads configured public pages and feeds into posts: robots.txt, politeness, charset, extraction.
 *
 * <p>Knows nothing of Flink, analysis or storage. Start reading at {@code SourceCrawl}.
 */
package huxiao.crawler;
