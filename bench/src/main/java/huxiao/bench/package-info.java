/**
 * Benchmarks, training and accuracy runs.
 *
 * <p>Nothing depends on it; every number in the documents comes from a command here.
 */
package huxiao.bench;
