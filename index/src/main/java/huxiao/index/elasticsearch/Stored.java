package huxiao.index.elasticsearch;

import huxiao.index.IndexedPost;

/** What a search gives back of a document: the field {@link Fields#STORED} alone. */
record Stored(IndexedPost post) {}
