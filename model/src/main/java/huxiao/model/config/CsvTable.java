package huxiao.model.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180, UTF-8 with or without a byte-order mark) whose header names its columns.
 *
 * @param file for messages
 * @param rows the lines below the header
 */
record CsvTable(String file, List<CsvRow> rows) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    CsvTable {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException naming file and line: not UTF-8, a column that is missing or unknown, a line of another length
     */
    static CsvTable read(Path path, List<String> required, List<String> optional) {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return parse(path.toString(), reader, required, optional);
        } catch (MalformedInputException e) {
            throw new ConfigException(path + ": not UTF-8; save the file as UTF-8", e);
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(path + ": cannot be read (" + e + ")", e);
        }
    }

    private static CsvTable parse(String file, BufferedReader reader, List<String> required, List<String> optional)
            throws IOException {
        skipByteOrderMark(reader);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(reader).setFormat(format).get()) {
            checkHeader(file, parser.getHeaderNames(), required, optional);
            return new CsvTable(file, rows(file, parser));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ":1: " + e.getMessage(), e);
        }
    }

    private static void skipByteOrderMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static void checkHeader(String file, List<String> header, List<String> required, List<String> optional) {
        for (String column : required) {
            if (!header.contains(column)) {
                throw new ConfigException(
                        file + ":1: column '" + column + "' is missing; required: " + String.join(",", required));
            }
        }
        for (String column : header) {
            if (!required.contains(column) && !optional.contains(column)) {
                List<String> allowed = new ArrayList<>(required);
                allowed.addAll(optional);
                throw new ConfigException(
                        file + ":1: unknown column '" + column + "'; allowed: " + String.join(",", allowed));
            }
        }
    }

    private static List<CsvRow> rows(String file, CSVParser parser) {
        List<CsvRow> rows = new ArrayList<>();
        for (CSVRecord row : parser) {
            long line = parser.getCurrentLineNumber();
            if (!row.isConsistent()) {
                throw new ConfigException(file + ":" + line + ": found " + row.size() + " values, allowed: "
                        + parser.getHeaderNames().size());
            }
            rows.add(new CsvRow(file, line, row));
        }
        return rows;
    }
}
