package huxiao.index.lucene;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.Directory;

/**
 * What is left of deleted and replaced documents in the segments that a reader shows: they can't be found, but their text is there
 * until their segment is written anew.
 *
 * @param segments names of all segments
 * @param documents how many documents are left over
 * @param bytes size of the segments that hold them
 */
record Residue(Set<String> segments, long documents, long bytes) {
    /** Asks a reader of a writer, whose files stay as long as it is open. */
    static Residue of(IndexReader reader) throws IOException {
        Set<String> segments = new HashSet<>();
        long documents = 0;
        long bytes = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            SegmentReader segment = (SegmentReader) FilterLeafReader.unwrap(leaf.reader());
            segments.add(segment.getSegmentName());
            if (segment.numDeletedDocs() > 0) {
                documents += segment.numDeletedDocs();
                bytes += segment.getSegmentInfo().sizeInBytes();
            }
        }
        return new Residue(Set.copyOf(segments), documents, bytes);
    }

    /** Names of the segments that have files, those among them that are part of no index any more. */
    static Set<String> withFiles(Directory directory) throws IOException {
        Set<String> names = new HashSet<>();
        for (String file : directory.listAll()) {
            if (IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()) {
                names.add(IndexFileNames.parseSegmentName(file));
            }
        }
        return names;
    }
}
