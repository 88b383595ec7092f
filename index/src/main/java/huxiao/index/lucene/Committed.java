package huxiao.index.lucene;

import huxiao.index.IndexMissingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A folder in which an index has been committed, opened for reading. */
final class Committed {
    private Committed() {}

    /** Makes of a directory what owns it from then on. */
    interface Opening<T> {
        T from(Directory directory) throws IOException;
    }

    /**
     * Opens it; the directory is closed when that fails.
     *
     * @throws IndexMissingException when nothing has been committed there
     */
    static <T> T open(Path folder, Opening<T> opening) {
        if (!Files.isDirectory(folder)) {
            throw new IndexMissingException(folder.toString());
        }
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                if (!DirectoryReader.indexExists(directory)) {
                    throw new IndexMissingException(folder.toString());
                }
                return opening.from(directory);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("index " + folder + ": cannot be opened: " + e.getMessage(), e);
        }
    }
}
