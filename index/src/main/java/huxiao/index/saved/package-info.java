/** Saved searches, matched against one post after another. Knows the query language, no engine. Start reading at {@code SavedSearches}. */
package huxiao.index.saved;
