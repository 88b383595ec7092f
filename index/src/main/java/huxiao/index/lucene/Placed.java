package huxiao.index.lucene;

/** A term at a position of a document or of a phrase. */
record Placed(String term, int position) {}
