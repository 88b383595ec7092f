package huxiao.register;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import huxiao.model.Assessment;
import huxiao.model.Change;
import huxiao.model.Counterfactual;
import huxiao.model.Insight;
import huxiao.model.Json;
import huxiao.model.Post;
import huxiao.model.Reason;
import huxiao.model.SchoolLink;
import huxiao.model.Span;
import huxiao.model.ThreatFrame;
import huxiao.model.TimeWindow;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Brings values into what PostgreSQL can hold. Its text has no U+0000 and no half of a surrogate pair, both of which crawled
 * text may have; each is replaced by U+FFFD, one UTF-16 unit for one, so that spans still fit. Its times have microseconds.
 */
final class Storable {
    private static final char REPLACEMENT = '\uFFFD';
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule().addSerializer(String.class, new JsonSerializer<String>() {
                @Override
                public void serialize(String value, JsonGenerator out, SerializerProvider provider) throws IOException {
                    out.writeString(text(value));
                }
            }));

    private Storable() {}

    static String text(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isUnstorable(value, i)) {
                return replaced(value);
            }
        }
        return value;
    }

    /** The text, cut to so many UTF-16 units without halving a character. */
    static String cut(String value, int max) {
        if (value.length() <= max) {
            return value;
        }
        return value.substring(0, Character.isHighSurrogate(value.charAt(max - 1)) ? max - 1 : max);
    }

    static Sighting sighting(Sighting sighting) {
        Assessment assessment = sighting.assessment();
        List<Reason> reasons = assessment.reasons().stream()
                .map(reason -> new Reason(span(reason.span()), text(reason.reason()), reason.weight()))
                .toList();
        return new Sighting(
                post(sighting.post()),
                new Assessment(
                        text(assessment.postId()),
                        text(assessment.postVersion()),
                        assessment.level(),
                        assessment.categories(),
                        assessment.probabilities(),
                        assessment.stance(),
                        assessment.routes(),
                        assessment.score(),
                        assessment.bias(),
                        assessment.schools(),
                        reasons,
                        insight(assessment.insight())),
                sighting.likeness(),
                text(sighting.joins()),
                sighting.historic());
    }

    private static Insight insight(Insight insight) {
        ThreatFrame frame = insight.frame();
        return new Insight(
                insight.changes().stream()
                        .map(change -> new Change(span(change.span()), text(change.read()), change.trick()))
                        .toList(),
                new ThreatFrame(
                        span(frame.actor()),
                        frame.person(),
                        frame.staff(),
                        span(frame.act()),
                        span(frame.means()),
                        span(frame.target()),
                        span(frame.place()),
                        frame.times().stream()
                                .map(when -> new TimeWindow(span(when.words()), when.from(), when.to()))
                                .toList(),
                        frame.modes(),
                        frame.parser()),
                insight.counterfactuals().stream()
                        .map(other -> new Counterfactual(span(other.without()), other.level()))
                        .toList(),
                insight.nearby().stream()
                        .map(link ->
                                new SchoolLink(link.code(), link.probability(), span(link.mention()), link.metres()))
                        .toList());
    }

    private static Span span(Span span) {
        return new Span(span.field(), span.start(), span.end(), text(span.text()));
    }

    private static Post post(Post post) {
        return new Post(
                text(post.id()),
                text(post.version()),
                text(post.source()),
                text(post.url()),
                text(post.title()),
                text(post.text()),
                text(post.author()),
                text(post.place()),
                text(post.sourceSchool()),
                post.publishedAt(),
                post.collectedAt());
    }

    /** The time to the microsecond, within the years 1 to 9999. */
    static Instant time(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time.truncatedTo(ChronoUnit.MICROS);
    }

    static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    private static String replaced(String value) {
        StringBuilder result = new StringBuilder(value);
        for (int i = 0; i < value.length(); i++) {
            if (isUnstorable(value, i)) {
                result.setCharAt(i, REPLACEMENT);
            }
        }
        return result.toString();
    }

    private static boolean isUnstorable(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(value.charAt(i - 1));
        }
        return c == 0;
    }
}
