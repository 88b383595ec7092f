package huxiao.index.lucene;

import huxiao.index.IndexedPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.Directory;

/** The posts of an index in whatever format it was written, so that another one can be built from them. */
public final class StoredPosts {
    private StoredPosts() {}

    /**
     * Every post of the last commit, in no order, read as the stream is; it must be closed.
     *
     * @throws huxiao.index.IndexMissingException when nothing has been committed in the folder
     */
    public static Stream<IndexedPost> in(Path folder) {
        return Committed.open(folder, directory -> {
            DirectoryReader reader = DirectoryReader.open(directory);
            return reader.leaves().stream()
                    .map(LeafReaderContext::reader)
                    .flatMap(StoredPosts::of)
                    .onClose(() -> close(reader, directory));
        });
    }

    private static Stream<IndexedPost> of(LeafReader leaf) {
        try {
            StoredFields stored = leaf.storedFields();
            return IntStream.range(0, leaf.maxDoc())
                    .filter(doc ->
                            leaf.getLiveDocs() == null || leaf.getLiveDocs().get(doc))
                    .mapToObj(doc -> post(stored, doc));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IndexedPost post(StoredFields stored, int doc) {
        try {
            return LuceneSearch.stored(stored, doc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(DirectoryReader reader, Directory directory) {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
