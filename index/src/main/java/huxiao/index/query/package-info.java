/**
 * The query language: text to tree ({@link huxiao.index.query.QueryParser}), tree to text
 * ({@link huxiao.index.query.QueryPrinter}), and the tree itself ({@link huxiao.index.query.Query}).
 *
 * <p>Knows no engine. The grammar is in {@code docs/query-language.md}. Nothing in it can name an author.
 */
package huxiao.index.query;
