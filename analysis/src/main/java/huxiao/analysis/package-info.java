/**
 * From a post to an assessment: normalising, lexicon, school linking, classifier, level, routes and reasons.
 *
 * <p>Pure functions over immutable models; no I/O after loading. Start reading at {@code Judge}.
 */
package huxiao.analysis;
