package huxiao.streaming.crawl;

import huxiao.crawler.Visit;

/**
 * A visit on its way from the thread that made it.
 *
 * @param sourceId the source
 * @param visit what it brought
 * @param handedOn to be run when all its posts were handed on
 */
record CrawledPage(String sourceId, Visit visit, Runnable handedOn) {}
