package huxiao.crawler.fetch;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a page whose charset may be declared, undeclared or declared wrongly. A byte-order mark decides; else whether the
 * bytes are UTF-8, which other Chinese encodings hardly ever look like by chance; else what header or markup declares, if the
 * bytes bear it out; else GB18030, which holds GB2312 and GBK.
 */
final class TextDecoder {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern IN_HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_MARKUP = Pattern.compile(
            "(?:charset|<\\?xml[^>]{0,100}\\sencoding)\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final int MARKUP_SEARCHED = 4_096;
    /** So few characters can be UTF-8 by chance; then what is declared counts for more. */
    private static final int FEW = 4;

    private TextDecoder() {}

    static String decode(byte[] bytes, String contentType) {
        Optional<Charset> mark = byteOrderMark(bytes);
        if (mark.isPresent()) {
            return withoutMark(new String(bytes, mark.get()));
        }
        return new String(bytes, choose(bytes, contentType));
    }

    static Charset choose(byte[] bytes, String contentType) {
        Optional<Charset> header = declared(IN_HEADER, contentType);
        String start = new String(bytes, 0, Math.min(bytes.length, MARKUP_SEARCHED), StandardCharsets.ISO_8859_1);
        Optional<Charset> declared =
                header.or(() -> declared(IN_MARKUP, start)).filter(charset -> isStrict(bytes, charset));
        Utf8Census census = Utf8Census.of(bytes);
        if (census.isUtf8()) {
            boolean doubtful = census.characters() > 0 && census.characters() < FEW;
            return doubtful
                    ? declared.filter(TextDecoder::isMultiByte).orElse(StandardCharsets.UTF_8)
                    : StandardCharsets.UTF_8;
        }
        Optional<Charset> markup = declared(IN_MARKUP, start).filter(charset -> isStrict(bytes, charset));
        Optional<Charset> trusted =
                declared.filter(TextDecoder::isMultiByte).or(() -> markup.filter(TextDecoder::isMultiByte));
        if (trusted.isPresent()) {
            return trusted.get();
        }
        // A single-byte charset accepts any bytes, so its name proves nothing; servers send it as their default.
        return isStrict(bytes, GB18030) ? GB18030 : declared.or(() -> markup).orElse(GB18030);
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> declared(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("gb") || name.startsWith("x-gb") || name.equals("cp936") || name.equals("ms936")) {
            return Optional.of(GB18030);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty(); // a name nobody knows declares nothing
        }
    }

    /** Big5 and the like refuse most wrong bytes; UTF-16 takes any, and without its mark nobody sends it. */
    private static boolean isMultiByte(Charset charset) {
        return !charset.name().startsWith("UTF-") && charset.newEncoder().maxBytesPerChar() > 1.5f;
    }

    private static boolean isStrict(byte[] bytes, Charset charset) {
        if (charset.name().startsWith("UTF-") || !charset.canEncode()) {
            return false;
        }
        try {
            CharBuffer decoded = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return decoded.length() > 0;
        } catch (CharacterCodingException e) {
            return false; // that is the answer asked for
        }
    }
}
