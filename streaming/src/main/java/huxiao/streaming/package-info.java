/**
 * The Flink job: sources, the six stages on one page, sinks.
 *
 * <p>Operators are thin shells around pure functions. Start reading at {@code HuxiaoJob}.
 */
package huxiao.streaming;
