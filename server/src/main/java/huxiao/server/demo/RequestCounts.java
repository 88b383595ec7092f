package huxiao.server.demo;

/**
 * What the demo city was asked for since it started.
 *
 * @param total all requests
 * @param notModified answered 304, so no body was sent
 * @param notFound answered 404
 * @param forbidden for pages that robots.txt forbids; a crawler that obeys makes none
 */
public record RequestCounts(long total, long notModified, long notFound, long forbidden) {}
