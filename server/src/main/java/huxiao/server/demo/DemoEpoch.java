package huxiao.server.demo;

import huxiao.model.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * The instant at which the demo first started in a data folder. It is kept there, so that a second start meets the same
 * posts at the same times and nothing is found twice.
 */
public final class DemoEpoch {
    private static final String FILE = "demo-epoch";

    private DemoEpoch() {}

    /**
     * The kept epoch, or now, which is then kept. Whole seconds.
     *
     * @throws ConfigException when the file holds no RFC 3339 time
     */
    public static Instant of(Path data, Clock clock) {
        Path file = data.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return parse(file, Files.readString(file).strip());
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now.atZone(DemoPost.ZONE));
            WholeFile.write(file, text);
            return now;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's epoch cannot be kept in " + file, e);
        }
    }

    private static Instant parse(Path file, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new ConfigException(
                    file + ":1: found '" + text + "', allowed: a time such as 2026-11-24T16:30:00+08:00 (RFC 3339)", e);
        }
    }
}
