package huxiao.model.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * One line of a {@link CsvTable}; every getter throws {@link ConfigException} naming file, line and column of what it refuses.
 *
 * @param file for messages
 * @param line from 1
 * @param values by column
 */
record CsvRow(String file, long line, CSVRecord values) {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是");
    private static final Set<String> NO = Set.of("", "false", "no", "n", "0", "否");

    /** The value, empty where the column is absent. */
    String get(String column) {
        return values.isMapped(column) ? values.get(column) : "";
    }

    String required(String column) {
        String value = get(column);
        if (value.isEmpty()) {
            throw new ConfigException(file + ":" + line + ": " + column + ": is empty, a value is needed");
        }
        return value;
    }

    /** Values parted by semicolons. */
    List<String> list(String column) {
        return Arrays.stream(get(column).split("[;；]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** A whole number; 0 where nothing stands. */
    int whole(String column) {
        String value = get(column);
        if (value.isEmpty()) {
            return 0;
        }
        if (!value.matches("\\d{1,7}")) {
            throw fault(column, "a whole number from 0 to 9999999, or empty");
        }
        return Integer.parseInt(value);
    }

    /** Degrees from {@code -bound} to {@code bound}; NaN where nothing stands. */
    double degrees(String column, int bound) {
        String value = get(column);
        if (value.isEmpty()) {
            return Double.NaN;
        }
        String allowed = "degrees from -" + bound + " to " + bound + ", or empty";
        try {
            double degrees = Double.parseDouble(value);
            if (Math.abs(degrees) <= bound) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            throw new ConfigException(message(column, allowed), e);
        }
        throw fault(column, allowed);
    }

    boolean bool(String column) {
        String value = get(column).toLowerCase(Locale.ROOT);
        if (YES.contains(value)) {
            return true;
        }
        if (NO.contains(value)) {
            return false;
        }
        throw fault(column, "true, false or empty");
    }

    ConfigException fault(String column, String allowed) {
        return new ConfigException(message(column, allowed));
    }

    private String message(String column, String allowed) {
        return file + ":" + line + ": " + column + ": found '" + get(column) + "', allowed: " + allowed;
    }
}
