/**
 * Figures of the running service in Prometheus' text format: what became of posts, what waits, what is away. Counts alone, no text
 * of posts and no names.
 *
 * <p>Start reading at {@link huxiao.server.metrics.ServiceMetrics}.
 */
package huxiao.server.metrics;
