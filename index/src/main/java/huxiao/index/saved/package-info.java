/**
 * Searches that are kept and asked of every new post: which of ten thousand does this one match?
 *
 * <p>To be started at {@link huxiao.index.saved.SavedSearches}. What a search means is said elsewhere, in
 * {@link huxiao.index.memory.Matching}, so that a saved search and a search of the index agree. Nothing here knows whose a search is
 * or what follows from a match.
 */
package huxiao.index.saved;
