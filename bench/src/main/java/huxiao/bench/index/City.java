package huxiao.bench.index;

import huxiao.bench.report.ColdTexts;
import huxiao.index.SearchContext;
import huxiao.model.Schools;
import huxiao.model.config.ConfigFiles;
import huxiao.model.config.SchoolsCsv;
import huxiao.streaming.Openers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The demo's city at a fixed time, and the texts of COLD. */
final class City {
    /** Noon in China. */
    static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");

    static final Schools SCHOOLS = SchoolsCsv.read(ConfigFiles.builtIn().resolve("schools.csv"));

    private City() {}

    /** What the program itself hands to its index, but for the clock. */
    static SearchContext context() {
        return Openers.searchContext(SCHOOLS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** All texts of a folder with COLD's files that say something. */
    static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String part : List.of("train.csv", "dev.csv")) {
            if (Files.isReadable(folder.resolve(part))) {
                texts.addAll(ColdTexts.read(folder.resolve(part)));
            }
        }
        texts.removeIf(String::isBlank);
        return texts;
    }
}
