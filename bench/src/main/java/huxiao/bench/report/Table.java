package huxiao.bench.report;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A table in Markdown. */
public final class Table {
    private final int columns;
    private final StringBuilder lines = new StringBuilder();

    /** A table with these headings. */
    public Table(Object... headings) {
        this.columns = headings.length;
        row(headings);
        lines.append("|").append(" --- |".repeat(columns)).append('\n');
    }

    /**
     * One row more.
     *
     * @throws IllegalArgumentException when it has more or fewer cells than there are headings
     */
    public Table row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + columns + " columns");
        }
        lines.append(Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
        return this;
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
