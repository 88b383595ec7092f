package huxiao.crawler.fetch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells pages and feeds from everything that is not text. */
final class MediaTypes {
    private static final Set<String> READ = Set.of(
            "",
            "text/html",
            "text/plain",
            "text/xml",
            "application/xml",
            "application/xhtml+xml",
            "application/gzip",
            "application/x-gzip",
            "application/octet-stream");
    private static final List<String> BINARY_SIGNATURES =
            List.of("%PDF", "PK\u0003\u0004", "\u0089PNG", "GIF8", "\u00ff\u00d8\u00ff");
    private static final int SNIFFED = 1_024;

    private MediaTypes() {}

    /** Whether a content type may hold a page, a feed or a sitemap; one that says nothing is judged by its bytes. */
    static boolean isRead(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return READ.contains(type) || (type.startsWith("application/") && type.endsWith("+xml"));
    }

    /** Whether the first bytes are those of something that is not text, whatever the header says. */
    static boolean isBinary(byte[] bytes) {
        int sniffed = Math.min(bytes.length, SNIFFED);
        String start = new String(bytes, 0, Math.min(sniffed, 8), StandardCharsets.ISO_8859_1);
        if (BINARY_SIGNATURES.stream().anyMatch(start::startsWith)) {
            return true;
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return false; // UTF-16 with its mark
        }
        int controls = 0;
        for (int i = 0; i < sniffed; i++) {
            int b = bytes[i] & 0xff;
            if (b == 0) {
                return true;
            }
            boolean control = b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b;
            controls += control ? 1 : 0;
        }
        return controls * 50 > sniffed;
    }
}
