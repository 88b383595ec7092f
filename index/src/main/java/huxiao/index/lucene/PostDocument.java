package huxiao.index.lucene;

import huxiao.index.IndexedPost;
import huxiao.index.text.Keyword;
import huxiao.index.text.Tokens;
import huxiao.model.Assessment;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.Segmenter;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Says what Lucene writes of a post. Not thread safe: one for each batch, its streams serve one document after the other. */
final class PostDocument {
    /** Between title and text, so that no phrase reaches from one into the other. */
    private static final int TITLE_GAP = 100;

    private static final FieldType POSITIONS = positions();

    private final Segmenter segmenter;
    private final PlacedStream words = new PlacedStream();
    private final PlacedStream grams = new PlacedStream();
    private final Field wordsField = new Field(Fields.WORDS, words, POSITIONS);
    private final Field gramsField = new Field(Fields.GRAMS, grams, POSITIONS);

    PostDocument(Segmenter segmenter) {
        this.segmenter = segmenter;
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
        fields.add(new StringField(Fields.STANCE, assessment.stance().wireName(), Field.Store.NO));
        fields.add(new StringField(Fields.PLACE, Keyword.of(post.place()).text(), Field.Store.NO));
        fields.add(new StringField(Fields.SOURCE, Keyword.of(post.source()).text(), Field.Store.NO));
        fields.add(
                new StringField(Fields.ALERTED, indexed.alertId().isEmpty() ? Fields.NO : Fields.YES, Field.Store.NO));
        words.set(words(post));
        fields.add(wordsField);
        grams.set(grams(post));
        fields.add(gramsField);
        fields.add(new StoredField(Fields.STORED, Json.write(indexed)));
        return fields;
    }

    private List<Placed> words(Post post) {
        List<Placed> terms = new ArrayList<>();
        WordTerms.add(Tokens.words(segmenter, post.title()), 0, terms);
        WordTerms.add(Tokens.words(segmenter, post.text()), offset(terms), terms);
        return terms;
    }

    private static List<Placed> grams(Post post) {
        List<Placed> terms = new ArrayList<>(post.text().length() + post.title().length());
        Grams.ofText(Tokens.characters(post.title()), 0, terms);
        Grams.ofText(Tokens.characters(post.text()), offset(terms), terms);
        return terms;
    }

    private static int offset(List<Placed> title) {
        return title.isEmpty() ? 0 : title.get(title.size() - 1).position() + TITLE_GAP;
    }

    private static FieldType positions() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
