/**
 * The embedded engine: Apache Lucene in a folder, for one machine and one writing process.
 *
 * <p>Knows no segmenter of its own and no query syntax of Lucene. Start reading at {@link huxiao.index.lucene.LuceneIndex};
 * {@code PostDocument} says what is written, {@code QueryCompiler} how it is found, {@code Grams} why nothing is missed.
 */
package huxiao.index.lucene;
