/** Tests of the saved searches, among them that they find what a search of the index finds. */
package huxiao.index.saved;
