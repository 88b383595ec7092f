/** Tests of the query language. */
package huxiao.index.query;
