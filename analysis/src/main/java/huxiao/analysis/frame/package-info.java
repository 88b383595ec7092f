/**
 * Who does what to whom, with what, where and when: the threat frame of a text.
 *
 * <p>Knows text in normal form, its words and the terms found in it; nothing of posts, levels or models. One way through four rooms:
 * {@code Clauses} cuts, {@code RoleFinder} finds actor and target, {@code ModeFinder} hears how it is said to hold, and
 * {@link huxiao.analysis.frame.FrameReader}, where to start reading, picks the most dangerous clause.
 */
package huxiao.analysis.frame;
