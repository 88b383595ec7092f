/** Tests of the Lucene engine, among them that it agrees with the readable one. */
package huxiao.index.lucene;
