package huxiao.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A plain list of words that the standard language does not use; finds some texts in dialect, by no means all. Immutable. */
final class DialectWords {
    private static final String FILE = "dialect.txt";

    private final List<String> words;

    private DialectWords(List<String> words) {
        this.words = List.copyOf(words);
    }

    static DialectWords shipped() throws IOException {
        try (InputStream in = DialectWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException(FILE + " is missing from the class path");
            }
            return new DialectWords(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        }
    }

    boolean speaksIn(String text) {
        return words.stream().anyMatch(text::contains);
    }
}
