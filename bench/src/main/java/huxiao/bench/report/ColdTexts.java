package huxiao.bench.report;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** COLD's texts as they are. */
public final class ColdTexts {
    /** A word for a school, or a name that ends in one. */
    static final String SCHOOL_WORDS = "学校|校园|幼儿园|小学|初中|高中|中学|大学|学院|职高|技校";

    private static final Pattern SCHOOL = Pattern.compile(SCHOOL_WORDS);

    private ColdTexts() {}

    /** The texts of one of COLD's files, in order. */
    public static List<String> read(Path csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<String> texts = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                texts.add(row.get("TEXT"));
            }
        }
        return texts;
    }

    /** Whether a text speaks of a school in its own words. */
    static boolean namesSchool(String text) {
        return SCHOOL.matcher(text).find();
    }
}
