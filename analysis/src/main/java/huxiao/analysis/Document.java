package huxiao.analysis;

import huxiao.model.Change;
import huxiao.model.Field;
import huxiao.model.Post;
import huxiao.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Title and text of a post as one text in normal form, joined by {@link #SEAM}, with the way back to the author's characters.
 * Only the first {@code maxChars} units of each field are looked at.
 */
final class Document {
    /** Parts title from text; no normal form holds it. */
    static final char SEAM = '\n';

    private final Post post;
    private final Normalised title;
    private final Normalised body;
    private final int bodyStart;
    private final String text;

    private final RankedReading readTitle;
    private final RankedReading readBody;

    private Document(Post post, RankedReading readTitle, RankedReading readBody) {
        this.post = post;
        this.readTitle = readTitle;
        this.readBody = readBody;
        this.title = readTitle.normalised();
        this.body = readBody.normalised();
        this.bodyStart = title.text().isEmpty() ? 0 : title.text().length() + 1;
        this.text = title.text().isEmpty() ? body.text() : title.text() + SEAM + body.text();
    }

    static Document of(Post post, int maxChars) {
        return new Document(
                post,
                RankedReading.base(Normaliser.normalise(head(post.title(), maxChars))),
                RankedReading.base(Normaliser.normalise(head(post.text(), maxChars))));
    }

    /** The post as it is written and, where words are hidden in it, as else it can be read, the least far-fetched first. */
    static List<Document> readings(Post post, int maxChars, Readings readings) {
        List<RankedReading> titles = readings.of(Normaliser.normalise(head(post.title(), maxChars)));
        List<RankedReading> bodies = readings.of(Normaliser.normalise(head(post.text(), maxChars)));
        List<Document> documents = new ArrayList<>(1);
        for (int i = 0; i < Math.max(titles.size(), bodies.size()); i++) {
            documents.add(new Document(
                    post, titles.get(Math.min(i, titles.size() - 1)), bodies.get(Math.min(i, bodies.size() - 1))));
        }
        return documents;
    }

    /** How far-fetched this reading is; 0 where the post is read as it is written. */
    double cost() {
        return Math.max(readTitle.cost(), readBody.cost());
    }

    /** Where this reading is not what is written, in order. */
    List<Change> substitutions() {
        List<Change> changes = new ArrayList<>();
        substitutions(changes, Field.TITLE, readTitle);
        substitutions(changes, Field.TEXT, readBody);
        return changes;
    }

    private void substitutions(List<Change> changes, Field field, RankedReading read) {
        for (RankedReading.Substitution change : read.substitutions()) {
            String written = post.field(field).substring(change.start(), change.end());
            changes.add(
                    new Change(new Span(field, change.start(), change.end(), written), change.read(), change.trick()));
        }
    }

    /** Both fields in normal form. */
    String text() {
        return text;
    }

    /** The author's characters behind units {@code start} to {@code end}; what reaches over the seam is cut to its first field. */
    Span span(int start, int end) {
        if (start >= bodyStart) {
            return span(Field.TEXT, body, start - bodyStart, end - bodyStart);
        }
        return span(Field.TITLE, title, start, Math.min(end, title.text().length()));
    }

    private Span span(Field field, Normalised part, int start, int end) {
        if (start >= end) {
            return Span.NOWHERE;
        }
        int from = part.originalStart(start);
        int to = part.originalEnd(end);
        return new Span(field, from, to, post.field(field).substring(from, to));
    }

    private static String head(String text, int maxChars) {
        if (text.length() <= maxChars) {
            return text;
        }
        boolean splitsPair =
                Character.isHighSurrogate(text.charAt(maxChars - 1)) && Character.isLowSurrogate(text.charAt(maxChars));
        return text.substring(0, splitsPair ? maxChars - 1 : maxChars);
    }
}
