package huxiao.server.api;

import huxiao.index.Hit;
import huxiao.index.SearchContext;
import huxiao.model.Category;
import huxiao.server.web.access.ExportedPosts.Destination;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Posts as a table (RFC 4180), every cell in quotation marks, with the byte-order mark by which Excel knows UTF-8. A spreadsheet would
 * take a cell that begins like a formula for one, and these are words of strangers: such a cell begins with an apostrophe.
 */
final class CsvTable implements Destination {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    /** Half and full width, as spreadsheets in China take both. */
    private static final String FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

    private static final List<String> COLUMNS = List.of(
            "id",
            "publishedAt",
            "level",
            "categories",
            "stance",
            "status",
            "schools",
            "source",
            "url",
            "title",
            "text",
            "alertId");

    private final Writer out;
    private boolean begun;

    CsvTable(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void accept(Hit hit) throws IOException {
        begin();
        PostView post = PostView.of(hit);
        line(List.of(
                post.id(),
                post.publishedAt()
                        .atZone(SearchContext.CHINA)
                        .toOffsetDateTime()
                        .toString(),
                post.level().name(),
                post.categories().stream().map(Category::wireName).collect(Collectors.joining(" ")),
                post.stance().wireName(),
                post.status().wireName(),
                String.join(" ", post.schools()),
                post.source(),
                post.url(),
                post.title(),
                post.text(),
                post.alertId()));
    }

    @Override
    public void end() throws IOException {
        begin();
        out.flush();
    }

    private void begin() throws IOException {
        if (!begun) {
            begun = true;
            out.write(BYTE_ORDER_MARK);
            line(COLUMNS);
        }
    }

    private void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")));
        out.write(LINE_END);
    }

    /** A cell, which no spreadsheet takes for a formula. */
    static String cell(String text) {
        // what no table can hold, and what would end it for some readers
        String clean = text.replace('\0', ' ');
        String shown = clean.stripLeading();
        boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
        boolean control = !clean.isEmpty() && Character.isISOControl(clean.charAt(0));
        return "\"" + (formula || control ? "'" : "") + clean.replace("\"", "\"\"") + "\"";
    }
}
