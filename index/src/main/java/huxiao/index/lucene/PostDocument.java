package huxiao.index.lucene;

import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.SimilarPost;
import huxiao.index.query.HourOfWeek;
import huxiao.index.query.Query;
import huxiao.index.text.CutText;
import huxiao.index.text.Keyword;
import huxiao.index.text.Token;
import huxiao.model.Assessment;
import huxiao.model.Json;
import huxiao.model.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** Says what Lucene writes of a post. Not thread safe: one for each batch, its streams serve one document after the other. */
final class PostDocument {
    /** Between two texts, so that no phrase reaches from one into the other, and nothing of one is near the other. */
    private static final int TEXT_GAP = 2 * Query.Near.MAX_DISTANCE;

    private static final FieldType PLACED = terms(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType THERE = terms(IndexOptions.DOCS);

    private final SearchContext context;
    private final PlacedStream words = new PlacedStream();
    private final PlacedStream forms = new PlacedStream();
    private final PlacedStream characters = new PlacedStream();
    private final TermStream grams = new TermStream();
    private final Field wordsField = new Field(Fields.WORDS, words, PLACED);
    private final Field formsField = new Field(Fields.FORMS, forms, PLACED);
    private final Field charactersField = new Field(Fields.CHARACTERS, characters, PLACED);
    private final Field gramsField = new Field(Fields.GRAMS, grams, THERE);

    PostDocument(SearchContext context) {
        this.context = context;
    }

    /** The fields of a post; good until the next call. */
    List<IndexableField> of(IndexedPost indexed) {
        Post post = indexed.post();
        Assessment assessment = indexed.assessment();
        List<IndexableField> fields = new ArrayList<>();
        fields.add(new StringField(Fields.ID, post.id(), Field.Store.NO));
        fields.add(new SortedDocValuesField(Fields.ID, new BytesRef(post.id())));
        fields.add(new LongField(Fields.TIME, indexed.time(), Field.Store.NO));
        fields.add(new LongPoint(Fields.COLLECTED, IndexedPost.millis(post.collectedAt())));
        fields.add(new KeywordField(Fields.LEVEL, assessment.level().name(), Field.Store.NO));
        assessment.categories().stream()
                .distinct()
                .forEach(
                        category -> fields.add(new KeywordField(Fields.CATEGORY, category.wireName(), Field.Store.NO)));
        assessment.linkedSchools().stream()
                .distinct()
                .forEach(code -> fields.add(new KeywordField(Fields.SCHOOL, code, Field.Store.NO)));
        fields.add(new KeywordField(Fields.STANCE, assessment.stance().wireName(), Field.Store.NO));
        fields.add(new KeywordField(Fields.PLACE, Keyword.of(post.place()).text(), Field.Store.NO));
        fields.add(new KeywordField(Fields.SOURCE, Keyword.of(post.source()).text(), Field.Store.NO));
        String hour = String.valueOf(HourOfWeek.of(indexed.localTime(context.zone())));
        fields.add(new KeywordField(Fields.HOUR_OF_WEEK, hour, Field.Store.NO));
        fields.add(
                new StringField(Fields.ALERTED, indexed.alertId().isEmpty() ? Fields.NO : Fields.YES, Field.Store.NO));
        fields.add(new KeywordField(Fields.STATUS, indexed.status().wireName(), Field.Store.NO));
        indexed.alertState().ifPresent(alert -> {
            fields.add(new StringField(Fields.ALERT, alert.alertId(), Field.Store.NO));
            fields.add(new SortedDocValuesField(Fields.ALERT, new BytesRef(alert.alertId())));
            fields.add(new NumericDocValuesField(Fields.REVISION, alert.revision()));
        });
        List<CutText> cuts = indexed.cuts(context.segmenter());
        words.set(joined(cuts, CutText::words));
        fields.add(wordsField);
        forms.set(joined(cuts.stream().filter(cut -> !cut.keepsLetters()).toList(), CutText::words));
        fields.add(formsField);
        characters.set(joined(cuts, CutText::characters));
        fields.add(charactersField);
        grams.set(cuts.stream()
                .flatMap(cut -> Grams.of(cut.characters()).stream())
                .toList());
        fields.add(gramsField);
        SimilarPost.bands(indexed.likeness())
                .forEach(band -> fields.add(new StringField(Fields.BAND, band, Field.Store.NO)));
        if (indexed.likeness().isRead()) {
            byte[] vector = indexed.likeness().numbers();
            fields.add(new KnnByteVectorField(Fields.VECTOR, vector, VectorSimilarityFunction.COSINE));
        }
        fields.add(new StoredField(Fields.STORED, Json.write(indexed)));
        return fields;
    }

    private static List<Placed> joined(List<CutText> cuts, Function<CutText, List<Token>> tokens) {
        List<Placed> terms = new ArrayList<>();
        for (CutText cut : cuts) {
            int offset = terms.isEmpty() ? 0 : terms.get(terms.size() - 1).position() + TEXT_GAP;
            TokenTerms.add(tokens.apply(cut), offset, terms);
        }
        return terms;
    }

    private static FieldType terms(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
