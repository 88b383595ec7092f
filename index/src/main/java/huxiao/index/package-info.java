/**
 * Search over posts: one interface, the query language, and the engines behind it.
 *
 * <p>Knows nothing of how a post was judged, and nothing of who wrote it: no field of any engine is filled from an author.
 * Start reading at {@link huxiao.index.PostIndex}; the engines are in {@code lucene}, {@code elasticsearch} and {@code memory}, the language in
 * {@code query}, the words that engines and highlights share in {@code text}.
 */
package huxiao.index;
