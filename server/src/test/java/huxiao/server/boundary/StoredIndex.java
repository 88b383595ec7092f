package huxiao.server.boundary;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * All that the index holds. Its files are compressed, so that a search in raw bytes passes much of it by.
 *
 * @param stored stored values
 * @param terms what can be searched for
 * @param searchable names of the fields that a query can read
 */
record StoredIndex(List<String> stored, Set<String> terms, Set<String> searchable) {
    static StoredIndex of(Path folder) throws IOException {
        List<String> stored = new ArrayList<>();
        Set<String> terms = new TreeSet<>();
        Set<String> searchable = new TreeSet<>();
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    if (field.getIndexOptions() != IndexOptions.NONE
                            || field.getDocValuesType() != DocValuesType.NONE
                            || field.getPointDimensionCount() > 0) {
                        searchable.add(field.name);
                    }
                    collect(leaf.reader().terms(field.name), terms);
                }
            }
            for (int document = 0; document < reader.maxDoc(); document++) {
                Document fields = reader.storedFields().document(document);
                for (IndexableField field : fields) {
                    stored.add(text(field));
                }
            }
        }
        return new StoredIndex(List.copyOf(stored), terms, searchable);
    }

    private static void collect(Terms terms, Set<String> into) throws IOException {
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            into.add(new String(term.bytes, term.offset, term.length, java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static String text(IndexableField field) {
        BytesRef bytes = field.binaryValue();
        return bytes == null
                ? String.valueOf(field.stringValue())
                : new String(bytes.bytes, bytes.offset, bytes.length, java.nio.charset.StandardCharsets.UTF_8);
    }
}
