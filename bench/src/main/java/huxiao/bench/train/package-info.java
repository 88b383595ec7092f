/**
 * Trains the linear model that {@code analysis} ships, measures it on text it never saw, and writes docs/model-card.md.
 *
 * <p>One command, one seed, the same figures. Start reading at {@code Train}.
 */
package huxiao.bench.train;
