package huxiao.server.api;

import huxiao.server.web.access.ExportedPosts.Destination;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what form posts leave. */
public enum ExportFormat {
    /** One JSON object a line, as the API shows a post. */
    JSONL("application/jsonl;charset=UTF-8") {
        @Override
        Destination to(OutputStream out) {
            return new JsonLines(out);
        }
    },
    /** A table for spreadsheets. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        Destination to(OutputStream out) {
            return new CsvTable(out);
        }
    };

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format of a {@link #wireName()}; empty when there is none. */
    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(name))
                .findFirst();
    }

    /** Writes to a stream, which it does not close. */
    abstract Destination to(OutputStream out);

    /** As HTTP names it. */
    String mediaType() {
        return mediaType;
    }

    /** The lower-case name used in the API, and the ending of a file's name. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
