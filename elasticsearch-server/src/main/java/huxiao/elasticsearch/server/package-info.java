/**
 * A real Elasticsearch node for tests: {@link huxiao.elasticsearch.server.ElasticsearchServer} starts and kills the process,
 * {@code SingleNode} is what runs in it.
 *
 * <p>Knows nothing of posts. No product code may depend on it.
 */
package huxiao.elasticsearch.server;
