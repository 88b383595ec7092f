/**
 * The engine for many machines: an Elasticsearch 8 server elsewhere, spoken to by the official client.
 *
 * <p>Asks nothing of the server but what its core has: no plugin, no script, no analyser but {@code whitespace}. The words are cut
 * here, exactly as for the embedded engine. Start reading at {@link huxiao.index.elasticsearch.ElasticsearchIndex}; {@code Layout}
 * says where documents lie, {@code JoinedTerms} what is written of a text, {@code QueryCompiler} how it is found,
 * {@code BulkWriter} what happens when the server does not answer.
 */
package huxiao.index.elasticsearch;
