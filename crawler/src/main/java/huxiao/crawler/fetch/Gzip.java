package huxiao.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompression that a small body cannot turn into a huge one. */
final class Gzip {
    private Gzip() {}

    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    }

    /**
     * The decompressed bytes, at most one more than the limit: a result longer than {@code limit} was cut.
     *
     * @throws IOException when the bytes are not gzip or break off
     */
    static byte[] expand(byte[] bytes, int limit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] buffer = new byte[8192];
            int read = in.read(buffer);
            while (read >= 0 && out.size() <= limit) {
                out.write(buffer, 0, Math.min(read, limit + 1 - out.size()));
                read = in.read(buffer);
            }
        }
        return out.toByteArray();
    }
}
