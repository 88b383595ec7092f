/**
 * How fast the index writes and finds, beside a bare Lucene and a real Elasticsearch, and how fast saved searches are asked of new
 * posts. Start reading at {@code IndexSpeed} and {@code SavedSearchSpeed}.
 */
package huxiao.bench.index;
