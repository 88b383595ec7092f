package huxiao.analysis;

import huxiao.model.Field;
import huxiao.model.Post;
import huxiao.model.Span;

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

    private Document(Post post, Normalised title, Normalised body) {
        this.post = post;
        this.title = title;
        this.body = body;
        this.bodyStart = title.text().isEmpty() ? 0 : title.text().length() + 1;
        this.text = title.text().isEmpty() ? body.text() : title.text() + SEAM + body.text();
    }

    static Document of(Post post, int maxChars) {
        return new Document(
                post,
                Normaliser.normalise(head(post.title(), maxChars)),
                Normaliser.normalise(head(post.text(), maxChars)));
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
