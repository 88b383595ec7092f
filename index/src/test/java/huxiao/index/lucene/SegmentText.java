package huxiao.index.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.document.DocumentStoredFieldVisitor;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.StringHelper;

/**
 * All that segments hold, each read by itself: whether a commit names it or not, and whether a document is deleted or not. What a
 * search in raw bytes may miss for the compression is found here.
 */
final class SegmentText {
    private static final String SEGMENT_INFO = ".si";

    private SegmentText() {}

    /** Stored values and terms of every segment in a folder. */
    static List<String> of(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Directory directory = FSDirectory.open(folder)) {
            for (String file : directory.listAll()) {
                if (file.endsWith(SEGMENT_INFO)) {
                    collect(directory, file.substring(0, file.length() - SEGMENT_INFO.length()), texts);
                }
            }
        }
        return texts;
    }

    private static void collect(Directory directory, String name, List<String> texts) throws IOException {
        Codec codec = Codec.getDefault();
        SegmentInfo segment =
                codec.segmentInfoFormat().read(directory, name, id(directory, name + SEGMENT_INFO), IOContext.READONCE);
        try (Directory files = segment.getUseCompoundFile()
                ? codec.compoundFormat().getCompoundReader(directory, segment, IOContext.DEFAULT)
                : FSDirectory.open(((FSDirectory) directory).getDirectory())) {
            FieldInfos fields = codec.fieldInfosFormat().read(files, segment, "", IOContext.READONCE);
            try (StoredFieldsReader stored =
                    codec.storedFieldsFormat().fieldsReader(files, segment, fields, IOContext.DEFAULT)) {
                for (int document = 0; document < segment.maxDoc(); document++) {
                    DocumentStoredFieldVisitor visitor = new DocumentStoredFieldVisitor();
                    stored.document(document, visitor);
                    for (IndexableField field : visitor.getDocument()) {
                        texts.add(String.valueOf(field.stringValue()));
                    }
                }
            }
            SegmentReadState state = new SegmentReadState(files, segment, fields, IOContext.DEFAULT);
            try (FieldsProducer postings = codec.postingsFormat().fieldsProducer(state)) {
                for (String field : postings) {
                    TermsEnum terms = postings.terms(field).iterator();
                    while (terms.next() != null) {
                        texts.add(terms.term().utf8ToString());
                    }
                }
            }
        }
    }

    /** The id of a segment stands in the header of each of its files. */
    private static byte[] id(Directory directory, String file) throws IOException {
        try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
            CodecUtil.readBEInt(input);
            input.readString();
            CodecUtil.readBEInt(input);
            byte[] id = new byte[StringHelper.ID_LENGTH];
            input.readBytes(id, 0, id.length);
            return id;
        }
    }
}
