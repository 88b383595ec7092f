package huxiao.server.demo;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** What a site answers with: bytes, what they are, and when they last changed. Immutable. */
final class Page {
    private final String contentType;
    private final byte[] body;
    private final Instant lastModified;

    private Page(String contentType, byte[] body, Instant lastModified) {
        this.contentType = contentType;
        this.body = body;
        this.lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A page of text in UTF-8. */
    static Page of(String contentType, String text, Instant lastModified) {
        return new Page(contentType, text.getBytes(StandardCharsets.UTF_8), lastModified);
    }

    /** An HTML page in a charset; what the charset lacks, such as emoji in GBK, becomes a character reference. */
    static Page html(ForumBoard.Encoding encoding, String html, Instant lastModified) {
        return new Page(encoding.contentType(), encode(html, encoding.charset()), lastModified);
    }

    private static byte[] encode(String html, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(html)) {
            return html.getBytes(charset);
        }
        StringBuilder fitting = new StringBuilder(html.length() + 64);
        html.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            fitting.append(encoder.canEncode(character) ? character : "&#" + codePoint + ";");
        });
        return fitting.toString().getBytes(charset);
    }

    String contentType() {
        return contentType;
    }

    int length() {
        return body.length;
    }

    byte[] body() {
        return body.clone();
    }

    /** Whole seconds, as HTTP has them. */
    Instant lastModified() {
        return lastModified;
    }

    /** A strong entity tag: the same bytes have the same tag. */
    String entityTag() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return '"' + HexFormat.of().formatHex(hash, 0, 10) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
