/** Tests of the Elasticsearch engine against a real server, which {@link huxiao.index.elasticsearch.TestServer} starts. */
package huxiao.index.elasticsearch;
