package huxiao.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import huxiao.index.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

class NewestTest {
    private static final String WANTED = "wanted";

    /** Of a segment's documents so many, so that in some of the segments many are found and in others few. */
    private static final int[] WANTED_OF_A_HUNDRED = {90, 30, 2, 0};

    @Property(tries = 60)
    void are_the_first_of_all_in_the_order_of_answers(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2_000) int times,
            @ForAll @IntRange(min = 1, max = 60) int size)
            throws IOException {
        Random random = new Random(seed);
        List<Cursor> wanted = new ArrayList<>();
        try (Directory directory = new ByteBuffersDirectory()) {
            fill(directory, random, times, wanted);
            wanted.sort(null);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Found found = new IndexSearcher(reader)
                        .search(new TermQuery(new Term(WANTED, Fields.YES)), new Found.Manager());

                assertThat(found.count()).isEqualTo(wanted.size());
                assertThat(ids(reader, Newest.of(found, size, Optional.empty())))
                        .isEqualTo(ids(wanted.stream().limit(size).toList()));
                Cursor after = new Cursor(random.nextInt(times), name(random.nextInt(4_000)));
                assertThat(ids(reader, Newest.of(found, size, Optional.of(after))))
                        .isEqualTo(ids(wanted.stream()
                                .filter(place -> place.compareTo(after) > 0)
                                .limit(size)
                                .toList()));
            }
        }
    }

    /** Some are written again, which deletes them from a segment. */
    private static void fill(Directory directory, Random random, int times, List<Cursor> wanted) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setMergePolicy(NoMergePolicy.INSTANCE);
        Map<String, Cursor> last = new HashMap<>();
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int share : WANTED_OF_A_HUNDRED) {
                for (int i = 0; i < 1_000; i++) {
                    String id = name(random.nextInt(4_000));
                    long time = random.nextInt(times);
                    boolean isWanted = random.nextInt(100) < share;
                    Document document = new Document();
                    document.add(new StringField(Fields.ID, id, Field.Store.NO));
                    document.add(new SortedDocValuesField(Fields.ID, new BytesRef(id)));
                    document.add(new LongField(Fields.TIME, time, Field.Store.NO));
                    document.add(new StringField(WANTED, isWanted ? Fields.YES : Fields.NO, Field.Store.NO));
                    writer.updateDocument(new Term(Fields.ID, id), document);
                    last.remove(id);
                    if (isWanted) {
                        last.put(id, new Cursor(time, id));
                    }
                }
                writer.commit();
            }
        }
        wanted.addAll(last.values());
    }

    /** Not in the order of the numbers: a shorter one comes first only if it begins the other. */
    private static String name(int number) {
        return "post-" + number;
    }

    private static List<String> ids(List<Cursor> places) {
        return places.stream().map(Cursor::id).toList();
    }

    private static List<String> ids(DirectoryReader reader, List<Integer> docs) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int doc : docs) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
            SortedDocValues values = DocValues.getSorted(leaf.reader(), Fields.ID);
            values.advanceExact(doc - leaf.docBase);
            ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
        }
        return ids;
    }
}
