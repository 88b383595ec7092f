package huxiao.bench.index;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import huxiao.index.IndexedPost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** What one would write without a second thought: HanLP's words, names not recognised, into one field of Lucene. Nothing else. */
final class BareLucene implements AutoCloseable {
    private final Segment segment = new ViterbiSegment()
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enablePlaceRecognize(false)
            .enableOrganizationRecognize(false);

    private final FSDirectory directory;
    private final IndexWriter writer;

    BareLucene(Path folder, int bufferMiB) throws IOException {
        directory = FSDirectory.open(folder);
        writer = new IndexWriter(
                directory, new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(bufferMiB));
    }

    void put(List<IndexedPost> posts) {
        try {
            for (IndexedPost post : posts) {
                StringBuilder words = new StringBuilder();
                for (Term term : segment.seg(post.post().text())) {
                    words.append(term.word).append(' ');
                }
                Document document = new Document();
                document.add(new TextField("words", words.toString(), Field.Store.NO));
                writer.addDocument(document);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void commit() {
        try {
            writer.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (directory) {
            writer.close();
        }
    }
}
