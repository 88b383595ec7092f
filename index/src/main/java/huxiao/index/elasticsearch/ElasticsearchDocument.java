package huxiao.index.elasticsearch;

import com.fasterxml.jackson.core.JsonGenerator;
import huxiao.index.CalendarUnit;
import huxiao.index.IndexedPost;
import huxiao.index.SearchContext;
import huxiao.index.SimilarPost;
import huxiao.index.query.HourOfWeek;
import huxiao.index.text.CutText;
import huxiao.index.text.Keyword;
import huxiao.model.Assessment;
import huxiao.model.Json;
import huxiao.model.Post;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Says what Elasticsearch is sent of a post. */
public final class ElasticsearchDocument {
    /** U+FFFD, as Lucene writes half of a surrogate pair, which UTF-8 cannot hold. */
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private ElasticsearchDocument() {}

    /** The {@code _id} of a post: SHA-256 of its id, since Elasticsearch takes no id of more than 512 bytes. */
    public static String id(String postId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(postId.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The document, JSON in UTF-8. */
    public static byte[] of(IndexedPost indexed, SearchContext context) {
        StringWriter document = new StringWriter();
        try (JsonGenerator json = Json.mapper().getFactory().createGenerator(document)) {
            write(indexed, context, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return utf8(document.getBuffer());
    }

    private static void write(IndexedPost indexed, SearchContext context, JsonGenerator json) throws IOException {
        Post post = indexed.post();
        Assessment assessment = indexed.assessment();
        List<CutText> cuts = indexed.cuts(context.segmenter());
        json.writeStartObject();
        json.writeStringField(Fields.ID, post.id());
        json.writeNumberField(Fields.TIME, indexed.time());
        json.writeNumberField(Fields.COLLECTED, IndexedPost.millis(post.collectedAt()));
        json.writeStringField(Fields.LEVEL, assessment.level().name());
        List<String> categories = assessment.categories().stream()
                .map(category -> category.wireName())
                .distinct()
                .toList();
        json.writePOJOField(Fields.CATEGORY, categories);
        json.writePOJOField(
                Fields.SCHOOL, assessment.linkedSchools().stream().distinct().toList());
        json.writeStringField(Fields.STANCE, assessment.stance().wireName());
        json.writeStringField(Fields.PLACE, Keyword.of(post.place()).text());
        json.writeStringField(Fields.SOURCE, Keyword.of(post.source()).text());
        LocalDateTime local = indexed.localTime(context.zone());
        json.writeStringField(Fields.HOUR_OF_WEEK, String.valueOf(HourOfWeek.of(local)));
        for (CalendarUnit unit : CalendarUnit.values()) {
            json.writeNumberField(Fields.start(unit), unit.startOf(local).toEpochSecond(ZoneOffset.UTC));
        }
        json.writeBooleanField(Fields.ALERTED, !indexed.alertId().isEmpty());
        json.writeStringField(Fields.STATUS, indexed.status().wireName());
        if (indexed.alertState().isPresent()) {
            json.writeStringField(Fields.ALERT, indexed.alertId());
            json.writeNumberField(Fields.REVISION, indexed.alertRevision());
        }
        writeTexts(Fields.WORDS, cuts, cut -> JoinedTerms.tokens(cut.words()), json);
        writeTexts(Fields.CHARACTERS, cuts, cut -> JoinedTerms.tokens(cut.characters()), json);
        writeTexts(Fields.GRAMS, cuts, cut -> String.join(" ", JoinedTerms.pairs(cut.characters())), json);
        json.writePOJOField(Fields.BAND, SimilarPost.bands(indexed.likeness()));
        if (indexed.likeness().isRead()) {
            json.writeArrayFieldStart(Fields.VECTOR);
            for (byte number : indexed.likeness().numbers()) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        json.writePOJOField(Fields.STORED, indexed);
        json.writeEndObject();
    }

    private static void writeTexts(
            String field, List<CutText> cuts, Function<CutText, String> terms, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (CutText cut : cuts) {
            json.writeString(terms.apply(cut));
        }
        json.writeEndArray();
    }

    private static byte[] utf8(CharSequence text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith(REPLACEMENT)
                    .encode(CharBuffer.wrap(text));
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            return copy;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
