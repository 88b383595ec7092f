/**
 * Search over posts: one interface, the query language, and the engines behind it.
 *
 * <p>Knows nothing of how a post was judged. Start reading at {@code PostIndex}.
 */
package huxiao.index;
