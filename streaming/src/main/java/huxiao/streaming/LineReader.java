package huxiao.streaming;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads lines of UTF-8 without trusting them: a byte-order mark in front is skipped, LF, CR LF and CR end a line, and of a line
 * that is too long only the beginning is kept, however long it is. Bytes that are no UTF-8 become U+FFFD. Not thread safe.
 */
public final class LineReader implements Closeable {
    /** The longest line that is taken, UTF-16 units. */
    public static final int LONGEST = 1 << 20;

    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int END = -1;

    private final InputStreamReader in;
    private final char[] buffer = new char[8192];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int length;
    private boolean first = true;
    private boolean afterCarriageReturn;

    /** Lines of a stream, which is closed with this reader. */
    public LineReader(InputStream in) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /** Whether a line is longer than allowed; what {@link #next()} gave is its beginning. */
    public static boolean isTooLong(String line) {
        return line.length() > LONGEST;
    }

    /** What to say of a line that is too long. */
    public static String tooLong() {
        return "line: found more than " + LONGEST + " UTF-16 units, allowed: at most so many";
    }

    /** The next line without its end, cut behind {@link #LONGEST} + 1 units; empty at the end of the input. */
    public Optional<String> next() throws IOException {
        line.setLength(0);
        boolean any = false;
        for (int c = read(); c != END; c = read()) {
            if (afterCarriageReturn && c == '\n') {
                afterCarriageReturn = false;
                continue;
            }
            afterCarriageReturn = c == '\r';
            boolean mark = first && c == BYTE_ORDER_MARK;
            first = false;
            if (mark) {
                continue;
            }
            any = true;
            if (c == '\n' || c == '\r') {
                return Optional.of(line.toString());
            }
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
        }
        return any ? Optional.of(line.toString()) : Optional.empty();
    }

    private int read() throws IOException {
        if (position == length) {
            length = Math.max(0, in.read(buffer));
            position = 0;
            if (length == 0) {
                return END;
            }
        }
        return buffer[position++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
